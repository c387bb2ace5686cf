import { mkdtemp, readFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queryStage, removeWorkerFolders, runWorker, type Upload } from '@/scripts/test/import-worker';
import { SMALL, smallExtract } from '@/scripts/test/small-extract';

afterAll(removeWorkerFolders);

const merge = {
  choices: { mode: 'merge', onBadRecord: 'keep', maxRejects: 1_000_000, maxRejectPercent: 100 },
} as const;

/** One file alone, in an incremental import that keeps every good record. */
const alone = async (bytes: string | Uint8Array, name = 'given.dat') =>
  (await runWorker([{ name, bytes }], merge)).last;

let folder: string;

/** A Parquet file of a query, as bytes. */
async function parquet(name: string, sql: string, options = ''): Promise<Buffer> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (${sql}) TO '${folder}/${name}' (FORMAT parquet ${options})`);
  return readFile(join(folder, name));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwater-unusable-'));
});

const OBJECT = "SELECT 1::BIGINT AS object_id, 'dbo' AS schema_name, 'T' AS object_name, 'U' AS object_type";

const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256);

test.each<[what: string, bytes: string | Uint8Array, code: string, detail: string]>([
  ['nothing', '', 'unreadable-file', 'given.dat is empty (0 bytes)'],
  ['noise', noise, 'unrecognised-file', 'given.dat is neither Parquet nor text'],
  [
    'other columns',
    'a,b\n1,2\n',
    'unrecognised-file',
    'its columns are a, b. Expected one of objects (object_id,',
  ],
  ['an empty first line', '\n\nobject_id,definition\n', 'unrecognised-file', 'begins with an empty line'],
  ['UTF-16', Buffer.from('\ufeffobject_id\n1\n', 'utf16le'), 'unrecognised-file', 'UTF-16; save it as UTF-8'],
  ['a zip archive', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'unrecognised-file', 'is a zip archive'],
  [
    'a missing column',
    'object_id,schema_name,object_name\n1,a,b\n',
    'unrecognised-file',
    'looks like the objects file of an extract but lacks the column object_type',
  ],
  [
    'a repeated column',
    'object_id,definition,Definition\n1,a,b\n',
    'unrecognised-file',
    'has the column definition more than once',
  ],
])('%s is refused by name, with what was expected', async (_, bytes, code, detail) => {
  expect(await alone(bytes)).toMatchObject({ type: 'failed', code, detail: expect.stringContaining(detail) });
});

test.each<[what: string, damage: (whole: Buffer) => Uint8Array, detail: string]>([
  ['cut', (whole) => whole.subarray(0, whole.length - 50), 'its end is missing'],
  ['cut after its beginning', (whole) => whole.subarray(0, 10), 'its end is missing'],
  ['only magics', () => Buffer.from('PAR1PAR1'), 'its end is missing'],
  ['a footer longer than the file', () => Buffer.from('PAR1\xff\xff\xff\x7fPAR1', 'latin1'), 'is damaged'],
  [
    'a damaged footer',
    (whole) => Buffer.from(whole).fill(0x11, whole.length - 300, whole.length - 8),
    'is damaged',
  ],
  [
    'damaged pages',
    (whole) => Buffer.from(whole).fill(0xff, 4, whole.length - 1200),
    'is damaged and cannot be read',
  ],
  [
    'encrypted',
    (whole) => Buffer.concat([Buffer.from('PARE'), whole.subarray(4)]),
    'is an encrypted Parquet file',
  ],
])('a Parquet file that is broken (%s) is refused by name', async (_, damage, detail) => {
  const whole = await parquet('objects', `${OBJECT} FROM range(5000)`.replace('1::BIGINT', 'range'));
  const last = await alone(damage(whole), 'objects.parquet');
  expect(last).toMatchObject({
    type: 'failed',
    code: 'unreadable-file',
    detail: expect.stringContaining(detail),
  });
  expect(last).toMatchObject({ detail: expect.stringMatching(/^objects\.parquet /) });
  expect(JSON.stringify(last)).not.toContain(tmpdir());
});

test('Parquet codecs that are not tested are refused before a page is decoded', async () => {
  for (const codec of ['brotli', 'lz4_raw'])
    expect(await alone(await parquet(codec, OBJECT, `, COMPRESSION ${codec}`))).toMatchObject({
      code: 'unreadable-file',
      detail: expect.stringContaining(`is compressed with ${codec.toUpperCase()}`),
    });
});

test('a Parquet column of a type that cannot fit fails the file, with both types', async () => {
  const run = await alone(await parquet('typed', OBJECT.replace("'T' AS", "{'a': 1} AS")), 'objects.parquet');
  expect(run).toMatchObject({
    type: 'failed',
    code: 'bad-records',
    detail:
      'objects.parquet: the column object_name must be text, but its type in the file is STRUCT(a INTEGER).',
    extra: { column: 'object_name', expected: 'text' },
  });
});

test('Parquet integers of other widths, floating whole numbers and text ids are read; what is not whole is rejected', async () => {
  const columns = `'dbo' AS schema_name, 'T' || x AS object_name, 'U' AS object_type`;
  const bytes = await parquet(
    'floats',
    `SELECT x::DOUBLE AS object_id, ${columns} FROM (VALUES (1), (2.5), (NULL), (4)) AS t(x)`,
  );
  const texts = await parquet(
    'texts',
    `SELECT x AS object_id, ${columns} FROM (VALUES ('5'), ('six')) AS t(x)`,
  );
  const small = await parquet(
    'small',
    `SELECT x::UTINYINT AS object_id, ${columns} FROM (VALUES (7)) AS t(x)`,
  );
  const run = await runWorker(
    [bytes, texts, small].map((it, index) => ({ name: `${index}`, bytes: it })),
    merge,
  );
  expect(run.last).toMatchObject({
    type: 'staged',
    files: [{ staged: 2, rejected: 2 }, { staged: 1, rejected: 1 }, { staged: 1 }],
  });
  expect(
    await queryStage(
      run,
      'SELECT _file, record::INTEGER AS record, line, code, raw FROM stage_rejects ORDER BY 1, 2',
    ),
  ).toMatchObject([
    {
      _file: 1,
      record: 2,
      line: null,
      code: 'TYPE_MISMATCH',
      raw: expect.stringContaining('"object_id":"2.5"'),
    },
    { _file: 1, record: 3, line: null, code: 'KEY_NULL' },
    { _file: 2, record: 2, line: null, code: 'TYPE_MISMATCH' },
  ]);
});

test('an unterminated quote never ends as success: the place of the open quote is told', async () => {
  const rest = Array.from({ length: 5000 }, (_, index) => `${index + 10},dbo,T${index},U\n`).join('');
  const last = await alone(`${SMALL.objects}5,dbo,"Open,U\n${rest}`);
  expect(last).toMatchObject({
    type: 'failed',
    code: 'unreadable-file',
    detail: expect.stringContaining(`the record at line 6 (byte ${SMALL.objects.length}) is never closed`),
  });
});

test('shapes that mislead a sniffer are read as they stand', async () => {
  // A header and rows of another width: every row is a reject, none vanishes.
  const wider = await runWorker([{ name: 'w', bytes: 'object_id,definition\n1,a,b\n2,c,d\n' }], merge);
  expect(wider.last).toMatchObject({ type: 'staged', files: [{ read: 2, staged: 0, rejected: 2 }] });
  // The width grows after many rows.
  const rows = Array.from({ length: 1000 }, (_, index) => `${index},dbo,T${index},U\n`).join('');
  const grown = Array.from({ length: 300 }, (_, index) => `${index + 5000},dbo,G${index},U,more\n`).join('');
  const growing = await runWorker(
    [{ name: 'g', bytes: `object_id,schema_name,object_name,object_type\n${rows}${grown}` }],
    merge,
  );
  expect(growing.last).toMatchObject({
    type: 'staged',
    files: [{ read: 1300, staged: 1000, rejected: 300 }],
  });
});

test('odd but honest CSV is read: BOM, semicolons, tabs, mixed line ends, header only, huge cells, no last line end', async () => {
  const huge = 'x'.repeat(3_000_000);
  const mixed = SMALL.objects
    .split('\n')
    .map((line, index) => line + (index % 2 ? '\r\n' : '\n'))
    .join('')
    .trimEnd();
  const uploads: Upload[] = [
    { name: 'bom', bytes: `\ufeff${SMALL.objects}` },
    {
      name: 'semicolon',
      bytes: SMALL.definitions.replaceAll('object_id,', 'object_id;').replace(/^(\d),/gm, '$1;'),
    },
    { name: 'tab', bytes: SMALL.dependencies.replaceAll(',', '\t') },
    { name: 'header', bytes: SMALL.table_columns.split('\n')[0] ?? '' },
    { name: 'mixed', bytes: mixed.replace(/^([1-4]),(dbo|sales),/gm, '1$1,$2,New') },
    {
      name: 'huge',
      bytes: `object_id,definition\n11,"${huge}"\n12,"y""y\r\nz"\n13,${'z'.repeat(5_000_000)}\n`,
    },
    { name: 'logs', bytes: 'command_text\r\nSELECT "a", b FROM c\r\n\r\n"quoted, too"\r\n""\r\n' },
  ];
  const run = await runWorker(uploads, merge);
  expect(run.last).toMatchObject({
    type: 'staged',
    files: [
      { read: 4, staged: 4, delimiter: ',' },
      { read: 2, staged: 2, delimiter: ';' },
      { read: 2, staged: 2, delimiter: '\t' },
      { read: 0, staged: 0 },
      { read: 4, staged: 4 },
      { read: 3, staged: 2, rejected: 1 },
      { read: 3, staged: 2, rejected: 1, delimiter: null },
    ],
  });
  expect(
    await queryStage(
      run,
      'SELECT _record::INTEGER AS record, command_text FROM catalog_query_logs ORDER BY 1',
    ),
  ).toEqual([
    { record: 1, command_text: 'SELECT "a", b FROM c' },
    { record: 2, command_text: 'quoted, too' },
  ]);
  expect(
    await queryStage(
      run,
      'SELECT _file, record::INTEGER AS record, line::INTEGER AS line, code, length(raw) > 200000 AS long FROM stage_rejects ORDER BY 1',
    ),
  ).toEqual([
    { _file: 6, record: 3, line: 5, code: 'TOO_LONG', long: true },
    { _file: 7, record: 3, line: 5, code: 'KEY_NULL', long: false },
  ]);
  expect(
    await queryStage(
      run,
      'SELECT length(definition)::INTEGER AS n FROM catalog_definitions WHERE _file = 6 ORDER BY _record',
    ),
  ).toEqual([{ n: 3_000_000 }, { n: 6 }]);
});

test('a file outside of the upload folder is not read, not through a link either', async () => {
  const outside = join(folder, 'secret.csv');
  const run = await runWorker(smallExtract(), {
    files: [{ ordinal: 1, name: 'passwd', path: '/etc/passwd', size: 100 }],
  });
  expect(run.last).toMatchObject({
    type: 'failed',
    code: 'unreadable-file',
    detail: expect.stringContaining('not among the uploaded files'),
  });
  const link = join(run.job.uploadDir, 'link');
  await symlink('/etc/passwd', link);
  const linked = await runWorker([], {
    uploadDir: run.job.uploadDir,
    files: [{ ordinal: 1, name: outside, path: link, size: 100 }],
  });
  expect(linked.last).toMatchObject({ type: 'failed', code: 'unreadable-file' });
});

test('Parquet without rows, and with columns that cannot be named, is read', async () => {
  const none = await parquet('none', `${OBJECT} LIMIT 0`);
  const odd = await parquet(
    'odd',
    `SELECT NULL::BIGINT AS object_id, 'x' AS definition, {'a': [1, 2]} AS "Odd ""Name""", 2 AS "ODD"`,
  );
  const run = await runWorker(
    [none, odd].map((bytes, index) => ({ name: `${index}`, bytes })),
    merge,
  );
  expect(run.last).toMatchObject({ type: 'staged', files: [{ read: 0 }, { read: 1, rejected: 1 }] });
  const [row] = await queryStage(run, 'SELECT raw FROM stage_rejects');
  expect(JSON.parse(String(row?.raw))).toEqual({
    object_id: null,
    definition: 'x',
    'Odd "Name"': "{'a': [1, 2]}",
    ODD: '2',
  });
});
