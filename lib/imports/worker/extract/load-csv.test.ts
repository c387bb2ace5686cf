import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { detectDialect } from '@/lib/formats/csv/detect-dialect';
import { locateRecords } from '@/lib/formats/csv/locate-records';
import { splitRecords } from '@/lib/formats/csv/split-records';
import { detectRole } from '@/lib/formats/extract/detect-role';
import { createCheckTables } from '../check-cells';
import { JobProgress } from '../progress';
import { StageDb } from '../stage-db';
import { loadCsv } from './load-csv';

const HEADER = 'object_id,definition';
const Row = z.object({
  _record: z.number(),
  object_id: z.string().nullable(),
  definition: z.string().nullable(),
});

const DIALECT = { delimiter: ',', quote: '"', bom: false } as const;

let folder: string;
let instance: DuckDBInstance;
let ordinal = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwater-load-'));
  instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const db = new StageDb(await instance.connect());
  await createCheckTables(db);
  db.close();
});

afterAll(() => instance.closeSync());

/** Loads a text as a definitions file: rows with their record numbers, and the numbers of the rejected records. */
async function load(body: string) {
  ordinal++;
  const text = `${HEADER}${body}`;
  const bytes = Buffer.from(text);
  const path = join(folder, String(ordinal));
  await writeFile(path, bytes);
  const dialect = detectDialect(Buffer.from(`${HEADER}\n`), true);
  const detection = detectRole(HEADER.split(','));
  if (dialect.kind !== 'dialect' || detection.kind !== 'role') throw new Error('not recognised');
  const db = new StageDb(await instance.connect());
  const progress = new JobProgress(bytes.length, () => undefined);
  try {
    const file = { ordinal, name: 'd.csv', path, size: bytes.length };
    const { read, rejected } = await loadCsv(
      db,
      {
        file,
        format: 'csv',
        role: 'definitions',
        header: dialect.header,
        detection,
        dialect: dialect.dialect,
      },
      folder,
      progress.file(ordinal, bytes.length),
      new AbortController().signal,
    );
    const rows = await db.all(
      Row,
      `SELECT _record, object_id, definition FROM rows_${ordinal} ORDER BY _record`,
    );
    const rejects = await db.all(
      z.object({ record: z.number() }),
      `SELECT DISTINCT record FROM split_${ordinal} ORDER BY record`,
    );
    return { read, rejected, rows, rejects: rejects.map((it) => it.record) };
  } finally {
    progress.stop();
    db.close();
  }
}

test('whatever the text is: every record is loaded as it stands or rejected by number, or the file fails with a place', async () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    '"',
    '"',
    ',',
    '\n',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '""',
    'xyz',
    '"q"',
    '"a',
    'z"',
    ',"',
    '"\n',
    "'",
    '\\',
    '#',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 40 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      async (pieces, end) => {
        const body = end + pieces.join('');
        let loaded: Awaited<ReturnType<typeof load>>;
        try {
          loaded = await load(body);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.message).toContain('is never closed');
          return;
        }
        const numbers = [...loaded.rows.map((row) => row._record), ...loaded.rejects].sort((a, b) => a - b);
        expect(numbers).toEqual(Array.from({ length: loaded.read }, (_, index) => index + 1));
        // The cells are those of the record's own text.
        const wanted = loaded.rows.map((row) => row._record);
        for await (const { record, raw } of locateRecords(
          [Buffer.from(`${HEADER}${body}`)],
          DIALECT,
          'record',
          wanted,
          1000,
        )) {
          const row = loaded.rows.find((it) => it._record === record);
          const [cells] = splitRecords(raw, DIALECT, 2).records;
          expect([row?.object_id ?? '', row?.definition ?? '']).toEqual(cells?.slice(0, 2));
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("texts over many lines that look like records stay whole, also over the edges of the engine's buffers", async () => {
  const lines = ['a,b', '1,""x""', '"",""', 'x', '', 'FROM t, u', 'SELECT a, b'];
  const texts = Array.from({ length: 60_000 }, (_, index) =>
    Array.from({ length: (index * 7) % 6 }, (_, line) => lines[(index + line * 3) % lines.length]).join('\n'),
  );
  const body = texts.map((text, index) => `\n${index},"${text}"`).join('');
  const { read, rejected, rows } = await load(body);
  expect([read, rejected, rows.length]).toEqual([60_000, 0, 60_000]);
  for (const [index, row] of rows.entries()) {
    if (
      row._record !== index + 1 ||
      row.object_id !== String(index) ||
      row.definition !== texts[index]?.replaceAll('""', '"')
    )
      throw new Error(`record ${index + 1}: ${JSON.stringify(row)}`);
  }
});
