import 'server-only';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { engineOptions, harden } from './harden';
import { migrate } from './migrate';
import { cannotOpen, probeDatabase } from './probe-database';
import type { WorkspacePaths } from './state';

/** Opens the database of a workspace, made new when there is none, on the newest schema and locked down. */
export async function openDatabase(
  paths: WorkspacePaths,
  memoryBytes: number,
): Promise<{ instance: DuckDBInstance; isNew: boolean }> {
  const engine = engineOptions(paths, memoryBytes);
  const isNew = !existsSync(/* turbopackIgnore: true */ paths.database);
  if (isNew) await createDatabase(paths, engine);
  else await probeDatabase(paths, engine);
  const instance = await DuckDBInstance.create(paths.database, engine).catch((error: unknown) => {
    throw cannotOpen(paths, error);
  });
  try {
    const connection = await instance.connect();
    try {
      await harden(connection, paths);
      await migrate(connection);
    } finally {
      connection.disconnectSync();
    }
  } catch (error) {
    instance.closeSync();
    throw error;
  }
  return { instance, isNew };
}

/**
 * A kill while a database file is being made leaves one that never opens again, so it is made under another name and
 * gets its own only when it is complete and on disk.
 */
async function createDatabase(paths: WorkspacePaths, engine: Record<string, string>): Promise<void> {
  const temporary = `${paths.database}.new-${randomUUID()}`;
  const instance = await DuckDBInstance.create(temporary, engine);
  try {
    const connection = await instance.connect();
    await migrate(connection);
    connection.disconnectSync();
  } finally {
    instance.closeSync();
  }
  await rename(temporary, paths.database);
  await syncDirectory(paths.dir);
}

/** Makes a rename or a new name in a folder survive a power cut. */
export async function syncDirectory(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
