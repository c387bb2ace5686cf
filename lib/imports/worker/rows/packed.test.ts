import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeWorkerFolders } from '@/scripts/test/import-worker';
import { csv, runRows } from '@/scripts/test/run-rows';

let folder: string;
const made = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwater-packed-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const copy = (sql: string, name: string, options: string) =>
    connection.run(`COPY (${sql}) TO '${made(name)}' (${options})`);
  await copy(
    "SELECT i AS id, 'Müller ' || i || ' €' AS name FROM range(20000) t(i)",
    'rows.csv.zst',
    'HEADER, COMPRESSION zstd',
  );
  await copy("SELECT 'a' AS a, 'b' AS b FROM range(20000000)", 'bomb.csv.zst', 'HEADER, COMPRESSION zstd');
  await copy(
    `SELECT i AS id, i::UTINYINT AS small, [i, i + 1] AS list, TIMESTAMP_NS '2024-01-01 10:00:00.123456789' AS ns,
       TIMESTAMPTZ '2024-01-01 10:00:00+02' AS zoned, 1.5::DECIMAL(10, 2) AS price, CASE WHEN i < 5 THEN i / 2.0 END AS half
     FROM range(10) t(i)`,
    'rows.parquet',
    'FORMAT parquet',
  );
  connection.closeSync();
  instance.closeSync();
});
afterAll(async () => {
  await removeWorkerFolders();
  await rm(folder, { recursive: true });
});

const TEXT = `id,name\n${Array.from({ length: 20_000 }, (_, index) => `${index},Müller ${index} €`).join('\n')}\n`;
const UTF16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');

test.each([
  ['gzip', () => ({ name: 'a.csv.gz', bytes: gzipSync(TEXT) }), { compression: 'gzip', encoding: 'utf-8' }],
  [
    'zstd',
    () => ({ name: 'a.csv.zst', from: made('rows.csv.zst') }),
    { compression: 'zstd', encoding: 'utf-8' },
  ],
  ['UTF-8 with a mark', () => csv(`\ufeff${TEXT}`), { compression: null, encoding: 'utf-8' }],
  ['UTF-16 little endian', () => csv(UTF16), { encoding: 'utf-16le' }],
  ['UTF-16 big endian', () => csv(Buffer.from(UTF16).swap16()), { encoding: 'utf-16be' }],
  ['UTF-16 without a mark', () => csv(Buffer.from(TEXT, 'utf16le')), { encoding: 'utf-16le' }],
  ['UTF-16 in gzip', () => csv(gzipSync(UTF16)), { compression: 'gzip', encoding: 'utf-16le' }],
])('%s is unpacked and read as it is', async (_, upload, found) => {
  const run = await runRows([upload()]);
  expect(run.last).toMatchObject({ type: 'staged', files: [{ ...found, read: 20_000, staged: 20_000 }] });
  expect(await run.query('SELECT id, name, _line FROM rows_1 WHERE id = 19999')).toEqual([
    { id: '19999', name: 'Müller 19999 €', _line: '20001' },
  ]);
});

test('Latin-1 and Windows-1252 are told apart; a chosen encoding wins', async () => {
  const euro = Buffer.from([...Buffer.from('id,name\n1,M', 'latin1'), 0xfc, 0x6c, 0x20, 0x80, 0x0a]);
  const read = async (bytes: Uint8Array, encoding?: 'iso-8859-1') => {
    const choice = { file: 1, kind: 'auto' as const, ...(encoding && { encoding }) };
    const run = await runRows([csv(bytes)], { choices: [choice] });
    expect(run.last).toMatchObject({ type: 'staged' });
    const [row] = await run.query('SELECT name FROM rows_1');
    return [run.last?.files[0]?.encoding, row?.name];
  };
  expect(await read(euro)).toEqual(['windows-1252', 'Mül €']);
  expect(await read(Buffer.from('id,name\n1,Müller\n', 'latin1'))).toEqual(['iso-8859-1', 'Müller']);
  expect(await read(euro, 'iso-8859-1')).toEqual(['iso-8859-1', 'Mül \u0080']);
});

test('a text that stops being UTF-8 far down is rejected there, by record and line', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`id,name\n${'1,y\n'.repeat(100_000)}`),
    Buffer.from('2,Müller\n', 'latin1'),
  ]);
  const run = await runRows([csv(bytes)]);
  expect(run.last).toMatchObject({ files: [{ read: 100_001, staged: 100_000, rejected: 1 }] });
  expect(await run.query('SELECT record, line, code FROM stage_rejects')).toEqual([
    { record: '100001', line: '100002', code: 'BAD_ENCODING' },
  ]);
});

test('a packed file that is cut or grows beyond the caps fails, and says so', async () => {
  const cut = async (bytes: Uint8Array) => (await runRows([csv(bytes, 'a.csv.gz')])).last;
  const damaged = {
    type: 'failed',
    code: 'unreadable-file',
    detail: expect.stringContaining('cannot be unpacked to its end'),
  };
  expect(await cut(gzipSync(TEXT).subarray(0, 5000))).toMatchObject(damaged);
  const zst = await readFile(made('rows.csv.zst'));
  expect(await cut(zst.subarray(0, zst.length / 2))).toMatchObject(damaged);
  const tooLarge = { type: 'failed', code: 'too-large', extra: { limitBytes: 64 * 1024 * 1024 } };
  expect((await runRows([{ name: 'b.csv.zst', from: made('bomb.csv.zst') }])).last).toMatchObject(tooLarge);
  expect(await cut(gzipSync(Buffer.alloc(80_000_000, 'a,b\n')))).toMatchObject(tooLarge);
  const small = await runRows([csv(gzipSync(TEXT))], { decompressed: { maxBytes: 1000, maxRatio: 200 } });
  expect(small.last).toMatchObject({ code: 'too-large', extra: { limitBytes: 1000 } });
});

test('Parquet keeps its types, nested values become JSON, and what no type holds becomes text', async () => {
  const run = await runRows([{ name: 'rows.parquet', from: made('rows.parquet') }]);
  expect(run.last).toMatchObject({ files: [{ format: 'parquet', encoding: null, read: 10, staged: 10 }] });
  const [staged] = await run.query('SELECT columns FROM stage_datasets');
  expect(JSON.parse(String(staged?.columns)).map((it: { type: string }) => it.type)).toEqual([
    'bigint',
    'smallint',
    'json',
    'text',
    'timestamptz',
    'decimal(10,2)',
    'double',
  ]);
  expect(await run.query('SELECT * EXCLUDE (_staged) FROM rows_1 WHERE id = 3')).toEqual([
    {
      id: '3',
      small: 3,
      list: '[3,4]',
      ns: '2024-01-01 10:00:00.123456789',
      zoned: '2024-01-01 08:00:00+00',
      price: '1.50',
      half: 1.5,
      _file: 1,
      _record: '4',
      _line: null,
    },
  ]);
});

test('packed Parquet is unpacked to its footer', async () => {
  const bytes = gzipSync(await readFile(made('rows.parquet')));
  const run = await runRows([{ name: 'rows.parquet.gz', bytes }]);
  expect(run.last).toMatchObject({
    files: [{ format: 'parquet', compression: 'gzip', read: 10, staged: 10 }],
  });
});

test('Parquet values that do not fit the dataset are rejects with their record as JSON', async () => {
  const run = await runRows([{ name: 'rows.parquet', from: made('rows.parquet') }], {
    dataset: {
      columns: [
        { name: 'id', type: 'integer' },
        { name: 'half', type: 'text' },
        { name: 'ns', type: 'date' },
      ],
      newColumns: 'ignore',
    },
  });
  expect(run.last).toMatchObject({ files: [{ read: 10, staged: 0, rejected: 10 }] });
  const [reject] = await run.query('SELECT record, line, column_name, code, raw FROM stage_rejects LIMIT 1');
  expect(reject).toMatchObject({ record: '1', line: null, column_name: 'ns', code: 'TYPE_MISMATCH' });
  expect(JSON.parse(String(reject?.raw))).toMatchObject({ id: '0', small: '0' });
});
