import 'server-only';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { DuckDBInstance } from '@duckdb/node-api';
import { syncDirectory } from '@/lib/files/server/sync-directory';
import { journalOf } from './block-journal/journal-file';
import { restoreBlocks } from './block-journal/restore-blocks';
import {
  closeDatabaseFile,
  type DatabaseFile,
  openDatabaseFile,
  saveBlocks,
} from './block-journal/save-blocks';
import { connect, openEngine } from './connect';
import { engineOptions, harden } from './harden';
import { migrate } from './migrate';
import { cannotOpen, probeDatabase } from './probe-database';
import { MIGRATIONS } from './schema';
import type { WorkspacePaths } from './state';

/**
 * Opens the database of a workspace, made new when there is none, on the newest schema and locked down. The engine runs no
 * checkpoint when it closes: each one is prepared by `saveBlocks`.
 */
export async function openDatabase(
  paths: WorkspacePaths,
  memoryBytes: number,
): Promise<{ instance: DuckDBInstance; file: DatabaseFile | undefined; isNew: boolean }> {
  const engine = engineOptions(paths, memoryBytes);
  const isNew = !existsSync(/* turbopackIgnore: true */ paths.database);
  if (isNew) await createDatabase(paths, engine);
  else {
    await restoreBlocks(paths.database);
    await probeDatabase(paths, engine);
  }
  const instance = await openEngine(paths.database, engine).catch((error: unknown) => {
    throw cannotOpen(paths, error);
  });
  const file = openDatabaseFile(paths.database);
  try {
    const connection = await connect(instance);
    try {
      await connection.run('PRAGMA disable_checkpoint_on_shutdown');
      await harden(connection, paths);
      await saveBlocks(connection, file);
      await connection.run('CHECKPOINT');
      await migrate(connection, MIGRATIONS, () => saveBlocks(connection, file));
    } finally {
      connection.disconnectSync();
    }
  } catch (error) {
    instance.closeSync();
    await closeDatabaseFile(file, false);
    throw error;
  }
  return { instance, file, isNew };
}

/**
 * A kill while a database file is being made leaves one that never opens again, so it is made under another name and
 * gets its own only when it is complete and on disk.
 */
async function createDatabase(paths: WorkspacePaths, engine: Record<string, string>): Promise<void> {
  const temporary = `${paths.database}.new-${randomUUID()}`;
  const instance = await openEngine(temporary, engine);
  try {
    const connection = await connect(instance);
    await migrate(connection);
    connection.disconnectSync();
  } finally {
    instance.closeSync();
  }
  // One of a database that is no more.
  await rm(journalOf(paths.database), { force: true });
  await rename(temporary, paths.database);
  await syncDirectory(paths.dir);
}
