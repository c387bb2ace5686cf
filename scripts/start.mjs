import { buildApp } from './setup/build-app.mjs';
import { installPackages, requireNode } from './setup/install.mjs';
import { readEnv } from './setup/read-env.mjs';
import { serveApp } from './setup/serve-app.mjs';

requireNode();
installPackages();
await buildApp();
const settings = await readEnv();

const host = settings.HOST === '127.0.0.1' ? 'localhost' : settings.HOST;
console.log(`Headwater serves http://${host}:${settings.PORT}  (workspace: ${settings.WORKSPACE_DIR})`);
const next = serveApp({ host: settings.HOST, port: settings.PORT });
next.stderr.pipe(process.stderr);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => next.kill(signal));
next.on('exit', (code, signal) =>
  process.exit(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1)),
);
