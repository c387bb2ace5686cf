import { bundleWorker } from './bundle-worker.mjs';
import { installPackages, requireNode, runOrExit } from './setup/install.mjs';

// Hot reload on a workspace of its own, so that trying things never touches the real one.
requireNode();
installPackages();
await bundleWorker();
runOrExit(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'dev', '-H', '127.0.0.1', ...process.argv.slice(2)],
  {
    WORKSPACE_DIR: process.env.WORKSPACE_DIR ?? './workspace/dev',
  },
);
