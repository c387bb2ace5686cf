import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CleanTable, cleanTables, lineOf } from '@/scripts/test/clean-tables';
import { pollute, pollutions } from '@/scripts/test/pollute';
import { rowsJob } from '@/scripts/test/rows-job';
import { runJob } from '../run-job';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwater-polluted-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Row = Record<string, string | number | boolean | null>;

/** The worker's own run in this process: its last word, and what is in the stage. */
async function load(bytes: Uint8Array) {
  const home = join(folder, randomUUID());
  const [uploadDir, stageDir] = [join(home, 'upload'), join(home, 'stage')];
  for (const path of [uploadDir, stageDir]) await mkdir(path, { recursive: true });
  await writeFile(join(uploadDir, '1'), bytes);
  const stageFile = join(stageDir, 'stage.duckdb');
  const last = await runJob(
    {
      importId: randomUUID(),
      files: [{ ordinal: 1, name: 'rows.csv', path: join(uploadDir, '1'), size: bytes.length }],
      source: { name: 'Warehouse', dialect: 'tsql', database: 'Warehouse' },
      ...rowsJob(1),
      uploadDir,
      stageDir,
      stageFile,
      knownObjectsFile: null,
      knownColumnsFile: null,
      keptReadingsFile: null,
      memoryBytes: 512 * 1024 * 1024,
      threads: 2,
      concurrency: 1,
    },
    () => undefined,
  );
  if (last.type !== 'staged') return { last, rows: [], rejects: [] };
  const instance = await DuckDBInstance.create(stageFile, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const all = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson() as Row[];
  const rows = await all('SELECT * EXCLUDE (_staged) FROM rows_1 ORDER BY _record');
  const rejects = await all('SELECT * FROM stage_rejects');
  connection.closeSync();
  instance.closeSync();
  return { last, rows, rejects };
}

/** A staged value says what the cell says. */
function isSame(value: Row[string] | undefined, cell: string): boolean {
  if (value === null || value === undefined) return cell === '';
  if (String(value) === cell) return true;
  return cell.trim() !== '' && Number(value) === Number(cell);
}

const cellsOf = (row: Row) =>
  Object.entries(row).flatMap(([name, value]) => (/^_(file|record|line)$/.test(name) ? [] : [value]));

/** The rule: every record is published unshifted, or rejected with a reason; no row is anything but a record of the file. */
function judge(
  table: CleanTable,
  bytes: Uint8Array,
  { last, rows, rejects }: Awaited<ReturnType<typeof load>>,
) {
  if (last.type !== 'staged') {
    expect(['unrecognised-file', 'unreadable-file', 'bad-records']).toContain(
      last.type === 'failed' && last.code,
    );
    expect(last).toMatchObject({ detail: expect.stringMatching(/^rows\.csv/), extra: { file: 'rows.csv' } });
    return;
  }
  const [file] = last.files;
  expect((file?.staged ?? 0) + (file?.rejected ?? 0)).toBe(file?.read);
  const texts = (['utf8', 'latin1', 'utf16le'] as const).map((encoding) =>
    Buffer.from(bytes).toString(encoding),
  );
  // A record that was damaged is what the file says now.
  const whole = table.records.filter((record) =>
    texts.some((it) => it.includes(lineOf(record, table.delimiter))),
  );
  const clean = new Map(whole.map((record) => [record[0], record]));
  const published = new Set<string>();
  for (const row of rows) {
    const cells = cellsOf(row);
    const record = clean.get(String(cells[0]));
    if (record === undefined) {
      if (!texts.some((text) => isWritten(cells, text)))
        throw new Error(`A row that is not in the file: ${JSON.stringify(row)}`);
      continue;
    }
    published.add(String(cells[0]));
    if (!record.every((cell, index) => isSame(cells[index], cell)))
      throw new Error(`Shifted: ${JSON.stringify(row)}`);
  }
  for (const reject of rejects) {
    expect(reject).toMatchObject({ record: expect.any(String), code: expect.stringMatching(/^[A-Z_]+$/) });
    expect(String(reject.message).length).toBeGreaterThan(10);
  }
  const rejected = rejects.map((reject) => String(reject.raw)).join('\n');
  const other = rows
    .filter((row) => !clean.has(String(cellsOf(row)[0])))
    .map((row) => JSON.stringify(row))
    .join('\n');
  for (const [key = ''] of table.records) {
    const inFile = texts.some((text) => text.includes(key));
    if (inFile && !published.has(key) && !rejected.includes(key) && !other.includes(key))
      throw new Error(`The record ${key} vanished.`);
  }
}

/** The cells stand in the text one after the other; decimals have as many zeros there as they like. */
function isWritten(cells: ReadonlyArray<Row[string]>, text: string): boolean {
  let at = 0;
  for (const cell of cells) {
    if (cell === null) continue;
    const value = String(cell);
    const forms = [value, value.replaceAll('"', '""'), value.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')];
    const next = Math.max(...forms.map((form) => text.indexOf(form, at)));
    if (next === -1) return false;
    at = next;
  }
  return true;
}

describe.each(cleanTables.map((table) => [table.name, table] as const))('%s', (_, table) => {
  test('clean, every record is published', async () => {
    const { last, rows } = await load(pollute(table, 'nothing'));
    expect(last).toMatchObject({
      type: 'staged',
      files: [{ read: table.records.length, staged: table.records.length, delimiter: table.delimiter }],
    });
    for (const [index, record] of table.records.entries())
      expect(record.every((cell, at) => isSame(cellsOf(rows[index] ?? {})[at], cell))).toBe(true);
  });

  test.each(Object.keys(pollutions).slice(1))('with %s, nothing vanishes or shifts', async (kind) => {
    const bytes = pollute(table, kind);
    judge(table, bytes, await load(bytes));
  });
});
