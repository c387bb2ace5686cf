import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { removeWorkerFolders } from '@/scripts/test/import-worker';
import { parquetBytes } from '@/scripts/test/parquet-bytes';
import { runRows } from '@/scripts/test/run-rows';

afterAll(removeWorkerFolders);

type Run = Awaited<ReturnType<typeof runRows>>;

const ROWS = 20_000;
const MANY = `SELECT i AS id, (i * 3)::UBIGINT AS big, [i, i + 1] AS list, ('2024-02-29'::TIMESTAMP + to_seconds(i))::TIMESTAMP_NS AS at,
  CASE WHEN i % 7 = 0 THEN NULL ELSE 'é' || i END AS note, i::DECIMAL(9, 2) AS amount FROM range(${ROWS}) t(i)`;
/** Row groups that would have to be put together, so that the rows are stored. */
const SMALL_GROUPS = ', ROW_GROUP_SIZE 4096';

const parquet = async (select: string, options = '') => ({
  name: 'rows.parquet',
  bytes: await parquetBytes(select, options),
});

const isThere = (run: Run, file: string) =>
  readFile(join(run.folder, 'stage', file)).then(
    () => true,
    () => false,
  );

const whereRead = async (run: Run) => ({
  inPlace: (await run.query("SELECT 1 FROM duckdb_views() WHERE sql LIKE '%source-1.parquet%'")).length > 0,
  stored: await isThere(run, 'rows-1.parquet'),
});

const content = (run: Run) =>
  run.query('SELECT count(*) AS rows, bit_xor(hash(COLUMNS(*)))::VARCHAR FROM rows_1');

test('a Parquet file of good records stays where it is, and has the same rows, types and numbers as if it were stored', async () => {
  const inPlace = await runRows([await parquet(MANY)]);
  const stored = await runRows([await parquet(MANY, SMALL_GROUPS)]);
  expect(await whereRead(inPlace)).toEqual({ inPlace: true, stored: false });
  expect(await whereRead(stored)).toEqual({ inPlace: false, stored: true });
  for (const { last } of [inPlace, stored])
    expect(last).toMatchObject({ type: 'staged', files: [{ read: ROWS, staged: ROWS, rejected: 0 }] });
  expect(await content(inPlace)).toEqual(await content(stored));
  const columns = 'SELECT columns FROM stage_datasets';
  expect(await inPlace.query(columns)).toEqual(await stored.query(columns));
  expect(await inPlace.query('SELECT * FROM rows_1 WHERE _staged = 19999')).toEqual(
    await stored.query('SELECT * FROM rows_1 WHERE _staged = 19999'),
  );
});

test('one bad record is enough for the rows to be stored, and it is told as ever', async () => {
  const run = await runRows([await parquet(MANY)], {
    dataset: { checks: [{ column: 'id', max: ROWS - 2 }] },
  });
  expect(await whereRead(run)).toEqual({ inPlace: false, stored: true });
  expect(run.last).toMatchObject({ files: [{ read: ROWS, staged: ROWS - 1, rejected: 1 }] });
  expect(await run.query('SELECT record, code FROM stage_rejects')).toEqual([
    { record: String(ROWS), code: 'OUT_OF_RANGE' },
  ]);
});

test('a file that is read again in wider types still leaves the upload alone', async () => {
  const first = await parquet('SELECT i AS id, i::SMALLINT AS n FROM range(10) t(i)');
  const second = { ...(await parquet("SELECT 10 AS id, 'x' AS n")), name: 'second.parquet' };
  const run = await runRows([first, second]);
  expect(run.last).toMatchObject({ type: 'staged', files: [{ staged: 10 }, { staged: 1 }] });
  expect(await run.query('SELECT n FROM rows_1 WHERE id IN (9, 10) ORDER BY id')).toEqual([
    { n: '9' },
    { n: 'x' },
  ]);
  const [upload] = run.job.files;
  expect(Buffer.from(await readFile(upload?.path ?? ''))).toEqual(Buffer.from(first.bytes));
});

test('a file with a column that the engine uses for the numbers of rows is stored', async () => {
  const run = await runRows([await parquet('SELECT 5 AS file_row_number, 6 AS b')]);
  expect(await whereRead(run)).toEqual({ inPlace: false, stored: true });
  expect(await run.query('SELECT file_row_number AS n, b FROM rows_1')).toEqual([{ n: 5, b: 6 }]);
});

test('a damaged page is found before anything is published', async () => {
  const { name, bytes } = await parquet(MANY);
  bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 4096);
  const run = await runRows([{ name, bytes }]);
  expect(run.last).toMatchObject({ type: 'failed', code: 'unreadable-file' });
});
