import { buildApp } from './setup/build-app.mjs';
import { installPackages, requireNode } from './setup/install.mjs';

// Everything a server needs before it can start; does nothing when nothing changed.
requireNode();
installPackages();
await buildApp();
