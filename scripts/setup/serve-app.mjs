import { spawn } from 'node:child_process';

/**
 * Starts the built app; `env` is added to this process's environment. Its errors are on the child's `stderr`; what it
 * prints besides is shown unless `isQuiet`.
 * @param {{ host: string, port: number, env?: Record<string, string>, isQuiet?: boolean }} where
 */
export function serveApp({ host, port, env = {}, isQuiet = false }) {
  return spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-H', host, '-p', String(port)],
    {
      stdio: ['ignore', isQuiet ? 'ignore' : 'inherit', 'pipe'],
      env: {
        // Queries block threads of this pool; the default of 4 leaves too few for files.
        UV_THREADPOOL_SIZE: '16',
        ...process.env,
        NEXT_TELEMETRY_DISABLED: '1',
        // Our own handler ends imports and closes the workspace, then exits 0.
        NEXT_MANUAL_SIG_HANDLE: '1',
        ...env,
      },
    },
  );
}
