import 'server-only';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readInChunks } from '@/lib/workspace/server/read-in-chunks';

const DEADLINE_MS = 120_000;
const COLUMNS = ['object', 'fingerprint', 'trail'];

/**
 * Writes what is kept of the definitions of a source as CSV, every value quoted, so that the worker need not read again what tells the same
 * again.
 */
export async function writeKeptReadings(source: string, path: string, signal: AbortSignal): Promise<void> {
  const lines = readInChunks(
    async function* (db) {
      yield `${COLUMNS.join(',')}\n`;
      const sql = `SELECT ${COLUMNS.join(', ')} FROM lineage_readings WHERE source = $source`;
      for await (const rows of db.chunks(sql, { source }))
        yield rows.map((row) => `${row.map((cell) => quoted(String(cell))).join(',')}\n`).join('');
    },
    { deadlineMs: DEADLINE_MS, signal },
  );
  await pipeline(Readable.from(lines), createWriteStream(path, { flags: 'wx' }), { signal });
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
