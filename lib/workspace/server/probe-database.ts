import 'server-only';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { attachSql } from './connect';
import type { WorkspacePaths } from './state';

/** Plain JavaScript for `node -e`: opens the database, which replays its log, and closes it as it was. */
const PROBE = `
const [attach, options] = JSON.parse(process.argv[1]);
const { DuckDBInstance } = require('@duckdb/node-api');
const open = async () => {
  const instance = await DuckDBInstance.create(':memory:', options);
  const connection = await instance.connect();
  await connection.run('PRAGMA disable_checkpoint_on_shutdown');
  await connection.run(attach);
  connection.closeSync();
  instance.closeSync();
};
open().catch((error) => {
  process.stderr.write(error.message);
  process.exitCode = 3;
});`;

/**
 * After an unclean stop, replays the log in a process of its own first: an engine that fails at that leaves a damaged
 * heap behind, which must not be ours.
 * @throws Error that names the file, the cause and what to do
 */
export async function probeDatabase(paths: WorkspacePaths, engine: Record<string, string>): Promise<void> {
  if (!existsSync(/* turbopackIgnore: true */ `${paths.database}.wal`)) return;
  const child = spawn(process.execPath, ['-e', PROBE, JSON.stringify([attachSql(paths.database), engine])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const failed = await new Promise<string | undefined>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve(code === 0 ? undefined : said || `the engine ended with ${signal ?? `code ${code}`}`);
    });
  });
  if (failed !== undefined) throw cannotOpen(paths, new Error(failed));
}

const HELD = /Conflicting lock is held in (.+?) \(PID (\d+)/;

/** One line for the operator instead of the engine's words. */
export function cannotOpen(paths: WorkspacePaths, error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  const held = HELD.exec(message);
  if (held) {
    return new Error(
      `${paths.database} is open in another program: process ${held[2]}, ${held[1]}. Close it and start again.`,
      { cause: error },
    );
  }
  const log = `${paths.database}.wal`;
  const advice = existsSync(/* turbopackIgnore: true */ log)
    ? `Restore a copy of the folder, or move ${log} away to go back to the last checkpoint.`
    : 'Restore a copy of the folder.';
  return new Error(
    `${paths.database} cannot be opened: ${message.split('\n')[0]} Nothing was deleted. ${advice}`,
    { cause: error },
  );
}
