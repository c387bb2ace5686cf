import 'server-only';
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { read } from '@/lib/workspace/server/read';
import { columns as catalogColumns, objects, sources, type VersionedTable } from '@/lib/workspace/tables';
import { current } from '@/lib/workspace/versions';

const DEADLINE_MS = 120_000;

/**
 * Writes the current objects of a source as CSV, so that the worker can resolve references to objects outside the files
 * of an incremental import. Every value is quoted.
 */
export function writeKnownObjects(source: string, path: string, signal: AbortSignal): Promise<void> {
  const columns = ['native_id', 'object', 'schema_name', 'object_name', 'object_type'];
  return writeCurrent({ table: objects, columns, source, path, signal });
}

/** Likewise the columns of those objects: `object,column_name,ordinal`. */
export function writeKnownColumns(source: string, path: string, signal: AbortSignal): Promise<void> {
  return writeCurrent({
    ...{ table: catalogColumns, columns: ['object', 'column_name', 'ordinal'] },
    ...{ source, path, signal },
  });
}

type Current = {
  table: VersionedTable;
  columns: readonly string[];
  source: string;
  path: string;
  signal: AbortSignal;
};

async function writeCurrent({ table, columns, source, path, signal }: Current): Promise<void> {
  const names = columns.join(', ');
  const values = await read(
    (db) =>
      db.columns(`SELECT ${names} FROM ${current(table)} AS o WHERE o.source = $source ORDER BY object`, {
        source,
      }),
    { signal, deadlineMs: DEADLINE_MS },
  );
  const lines = [columns.join(',')];
  const count = values.object?.length ?? 0;
  for (let row = 0; row < count; row += 1) {
    lines.push(columns.map((name) => quoted(String(values[name]?.[row] ?? ''))).join(','));
  }
  await writeFile(path, `${lines.join('\n')}\n`, { flag: 'wx' });
}

/** The database part under which a source's objects are known now; undefined for a new source. */
export async function knownDatabase(source: string): Promise<string | undefined> {
  const row = await read((db) =>
    db.one(
      z.object({ database_name: z.string() }),
      `SELECT database_name FROM ${current(sources)} AS s WHERE s.source = $source`,
      { source },
    ),
  );
  return row?.database_name;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
