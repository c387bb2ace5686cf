import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { bundleForChild } from './typescript-child';

let bundle = '';

/** Makes the server process's bundle; call it once per test file. `entry` prints its port as the usual one does. */
export async function bundleImportServer(entry = 'scripts/test/import-server-process.ts'): Promise<void> {
  bundle = await bundleForChild(entry);
}

export type ImportServerProcess = { origin: string; child: ChildProcess; kill: () => Promise<void> };

/** Starts a server process on a workspace and returns when it answers. */
export async function spawnImportServer(workspace: string): Promise<ImportServerProcess> {
  const child = spawn(process.execPath, [bundle], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, WORKSPACE_DIR: workspace, LOG_LEVEL: 'silent', SYNC_ROW_THRESHOLD: '0' },
  });
  const gone = once(child, 'close');
  const port = await new Promise<string>((found, failed) => {
    gone.then(() => failed(new Error('The server process ended before it answered.')));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('port ')) found(line.slice('port '.length));
    });
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    child,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
