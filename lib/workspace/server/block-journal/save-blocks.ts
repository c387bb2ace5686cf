import 'server-only';
import { closeSync, openSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { syncDirectory } from '@/lib/files/server/sync-directory';
import { type Contents, journalOf, newDigest } from './journal-file';
import { HEADERS_BYTES, placeOf } from './layout';
import { readPadded } from './read-padded';

/** A database file that the engine has open, and the headers it had when its metadata blocks were last saved. */
export type DatabaseFile = { readonly path: string; readonly fd: number; saved: Buffer | undefined };

/**
 * Opens a database file for `saveBlocks`. Close it after the engine only: closing any descriptor of a file gives up all locks that
 * the process holds on it (POSIX), the engine's too. On Windows the engine lets nobody read its file, so nothing is saved.
 */
export function openDatabaseFile(path: string): DatabaseFile | undefined {
  return process.platform === 'win32' ? undefined : { path, fd: openSync(path, 'r'), saved: undefined };
}

/** After the engine has closed the database; without the journal when the engine ended in good order. */
export async function closeDatabaseFile(file: DatabaseFile | undefined, inOrder: boolean): Promise<void> {
  if (file === undefined) return;
  closeSync(file.fd);
  if (inOrder) await rm(journalOf(file.path), { force: true });
}

/**
 * Copies the metadata blocks beside the database, for the next start. To be called before everything that may run a
 * checkpoint: it writes over these blocks in place, and a kill in the middle would leave one half old, half new.
 * @throws Error of the file system: disk full
 */
export async function saveBlocks(
  connection: DuckDBConnection,
  file: DatabaseFile | undefined,
): Promise<void> {
  if (file === undefined) return;
  const headers = await readPadded(file.fd, HEADERS_BYTES, 0);
  if (file.saved?.equals(headers)) return;
  const contents = await listBlocks(connection);
  const journal = journalOf(file.path);
  const temporary = `${journal}.new`;
  const handle = await open(temporary, 'w');
  try {
    const digest = newDigest();
    const add = async (bytes: Buffer) => {
      digest.update(bytes);
      await handle.writeFile(bytes);
    };
    await add(Buffer.from(`${JSON.stringify(contents)}\n`));
    await add(headers);
    for (const block of contents.blocks) {
      await add(await readPadded(file.fd, contents.blockBytes, placeOf(block, contents.blockBytes)));
    }
    await handle.writeFile(digest.digest());
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, journal);
  await syncDirectory(dirname(journal));
  file.saved = headers;
}

async function listBlocks(connection: DuckDBConnection): Promise<Contents> {
  const size = await connection.runAndReadAll(
    'SELECT block_size::INTEGER FROM pragma_database_size() WHERE database_name = current_database()',
  );
  const found = await connection.runAndReadAll(
    'SELECT block_id::INTEGER AS id, free_list::INTEGER[] AS free FROM pragma_metadata_info() ORDER BY block_id',
  );
  return {
    blockBytes: Number(size.getRowsJson()[0]?.[0]),
    blocks: found
      .getRowObjectsJson()
      .map(({ id, free }) => ({ id: Number(id), free: (free as unknown[]).map(Number) })),
  };
}
