import { spawn } from 'node:child_process';
import { buildApp } from './setup/build-app.mjs';
import { installPackages, requireNode } from './setup/install.mjs';
import { readEnv } from './setup/read-env.mjs';

requireNode();
installPackages();
await buildApp();
const settings = await readEnv();

const host = settings.HOST === '127.0.0.1' ? 'localhost' : settings.HOST;
console.log(`Headwater serves http://${host}:${settings.PORT}  (workspace: ${settings.WORKSPACE_DIR})`);
const next = spawn(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'start', '-H', settings.HOST, '-p', String(settings.PORT)],
  {
    stdio: 'inherit',
    env: {
      // Queries block threads of this pool; the default of 4 leaves too few for files.
      UV_THREADPOOL_SIZE: '16',
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      // Our own handler ends imports and closes the workspace, then exits 0.
      NEXT_MANUAL_SIG_HANDLE: '1',
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => next.kill(signal));
next.on('exit', (code, signal) =>
  process.exit(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1)),
);
