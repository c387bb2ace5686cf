import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

const OUTFILE = resolve('build/test-import-server.mjs');

/** Makes the server process's bundle; call it once per test file. */
export async function bundleImportServer(): Promise<void> {
  await build({
    entryPoints: ['scripts/test/import-server-process.ts'],
    outfile: OUTFILE,
    bundle: true,
    packages: 'external',
    alias: { 'server-only': resolve('scripts/test/server-only.ts') },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
}

export type ImportServerProcess = { origin: string; child: ChildProcess; kill: () => Promise<void> };

/** Starts a server process on a workspace and returns when it answers. */
export async function spawnImportServer(workspace: string): Promise<ImportServerProcess> {
  const child = spawn(process.execPath, [OUTFILE], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, WORKSPACE_DIR: workspace, LOG_LEVEL: 'silent' },
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
