import { spawnSync } from 'node:child_process';

/** The running import workers of a server. @param {number | undefined} server its process id */
export function workerPids(server) {
  const found = spawnSync('pgrep', ['-P', String(server), '-f', 'import-worker'], { encoding: 'utf8' });
  return found.stdout.split('\n').flatMap((line) => (line === '' ? [] : Number(line)));
}
