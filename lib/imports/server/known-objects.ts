import 'server-only';
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { read } from '@/lib/workspace/server/read';
import { objects, sources } from '@/lib/workspace/tables';
import { current } from '@/lib/workspace/versions';

const COLUMNS = ['native_id', 'object', 'schema_name', 'object_name', 'object_type'] as const;
const DEADLINE_MS = 120_000;

/**
 * Writes the current objects of a source as CSV, so that the worker can resolve references to objects outside the files
 * of an incremental import. Every value is quoted.
 */
export async function writeKnownObjects(source: string, path: string, signal: AbortSignal): Promise<void> {
  const columns = await read(
    (db) =>
      db.columns(
        `SELECT ${COLUMNS.join(', ')} FROM ${current(objects)} AS o WHERE o.source = $source ORDER BY object`,
        {
          source,
        },
      ),
    { signal, deadlineMs: DEADLINE_MS },
  );
  const lines = [COLUMNS.join(',')];
  const count = columns.object?.length ?? 0;
  for (let row = 0; row < count; row += 1) {
    lines.push(COLUMNS.map((name) => quoted(String(columns[name]?.[row] ?? ''))).join(','));
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
