import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parquetBytes } from '@/scripts/test/parquet-bytes';
import { previewFile } from './preview-file';

const text = (name: string, content: string | Uint8Array) => new File([content as BlobPart], name);

const parquet = async (select: string, options = ''): Promise<File> =>
  text('file.parquet', await parquetBytes(select, options));

describe('Parquet', () => {
  const objects = `SELECT i AS object_id, 'dbo' AS schema_name, 't' || i AS object_name, 'U' AS object_type, NULL::DATE AS born
    FROM range(1, 1001) r(i)`;

  test('role by columns, exact count, types, first rows, and the columns that are not used', async () => {
    const preview = await previewFile(await parquet(objects));
    expect(preview).toMatchObject({
      kind: 'extract',
      role: 'objects',
      format: 'parquet',
      found: 4,
      expected: 4,
      records: { count: 1000, exact: true },
      dialect: null,
      notes: ['Not imported, as it is not expected: born.'],
    });
    if (preview.kind !== 'extract') throw new Error('not an extract file');
    expect(preview.table.columns[0]).toEqual({ name: 'object_id', type: 'bigint', expected: true });
    expect(preview.table.columns[4]).toEqual({ name: 'born', type: 'date', expected: false });
    expect(preview.table.rows).toHaveLength(50);
    expect(preview.table.rows[1]).toEqual(['2', 'dbo', 't2', 'U', null]);
  });

  test('64-bit values keep every digit', async () => {
    const file = await parquet(
      `SELECT 9223372036854775807::BIGINT AS object_id, 'CREATE VIEW v AS SELECT 1' AS definition`,
    );
    const preview = await previewFile(file);
    expect(preview).toMatchObject({ role: 'definitions' });
    expect(preview.kind === 'extract' && preview.table.rows[0]?.[0]).toBe('9223372036854775807');
  });

  test('a packing that the browser does not know hides only the rows', async () => {
    const preview = await previewFile(await parquet(objects, ', COMPRESSION gzip'));
    expect(preview).toMatchObject({ kind: 'extract', records: { count: 1000, exact: true } });
    expect(preview.kind === 'extract' && preview.table.note).toMatch(/GZIP/);
  });

  test('rows packed with Zstandard are shown', async () => {
    const preview = await previewFile(await parquet(objects, ', COMPRESSION zstd'));
    expect(preview.kind === 'extract' && preview.table.rows[49]).toEqual(['50', 'dbo', 't50', 'U', null]);
  });

  test('what the server would refuse is said before it is sent', async () => {
    const preview = await previewFile(await parquet(objects, ', COMPRESSION brotli'));
    expect(preview).toMatchObject({ kind: 'broken', reason: expect.stringContaining('BROTLI') });
  });

  test('a damaged footer is said', async () => {
    const bytes = new Uint8Array(await (await parquet(objects)).arrayBuffer());
    const footerLength = new DataView(bytes.buffer).getUint32(bytes.length - 8, true);
    bytes.fill(0xff, bytes.length - 8 - footerLength, bytes.length - 8);
    expect(await previewFile(text('objects.parquet', bytes))).toMatchObject({ kind: 'broken' });
    new DataView(bytes.buffer).setUint32(bytes.length - 8, 0xffffff, true);
    const preview = await previewFile(text('objects.parquet', bytes));
    expect(preview).toEqual({
      kind: 'broken',
      reason: 'The end of the Parquet file, which says what is in it, is damaged.',
    });
  });

  test('a file cut off at its end', async () => {
    const file = await parquet(objects);
    const preview = await previewFile(new File([file.slice(0, file.size - 100)], 'objects.parquet'));
    expect(preview).toMatchObject({ kind: 'broken', reason: expect.stringContaining('end is missing') });
  });

  const sample = join(process.cwd(), '../shared/data/adventureworks');
  test.runIf(existsSync(sample))('the five files of the AdventureWorks extract', async () => {
    const roles = await Promise.all(
      ['objects', 'definitions', 'dependencies', 'table_columns', 'query_logs'].map(async (role) => {
        const preview = await previewFile(text('x', await readFile(join(sample, `${role}.parquet`))));
        return preview.kind === 'extract' ? [preview.role, preview.records.count] : preview;
      }),
    );
    expect(roles).toEqual([
      ['objects', 112],
      ['definitions', 41],
      ['dependencies', 116],
      ['table_columns', 749],
      ['query_logs', 12],
    ]);
  });
});

describe('CSV', () => {
  test('the name does not matter, the columns do', async () => {
    const preview = await previewFile(
      text(
        'query_logs.txt',
        'referencing_object_id;referenced_object_id;referenced_schema_name;referenced_entity_name\n1;2;dbo;"a;b"\n3;;;\n',
      ),
    );
    expect(preview).toMatchObject({
      kind: 'extract',
      role: 'dependencies',
      format: 'csv',
      dialect: { delimiter: ';', quote: '"', header: true },
      records: { count: 2, exact: true },
    });
    expect(preview.kind === 'extract' && preview.table.rows).toEqual([
      ['1', '2', 'dbo', 'a;b'],
      ['3', null, null, null],
    ]);
  });

  test('records of a large file are estimated', async () => {
    const line = `SELECT ${'x'.repeat(90)}\n`;
    const preview = await previewFile(text('log.csv', `command_text\n${line.repeat(40_000)}`));
    if (preview.kind !== 'extract') throw new Error('not an extract file');
    expect(preview.records.exact).toBe(false);
    expect(preview.records.count).toBeGreaterThan(39_500);
    expect(preview.records.count).toBeLessThan(40_500);
    expect(preview.table.rows).toHaveLength(50);
  });

  test('rows that resemble a file of an extract say what is missing', async () => {
    const preview = await previewFile(text('a.csv', 'object_id,schema_name,object_name\n1,dbo,t\n'));
    expect(preview).toMatchObject({ kind: 'rows', hint: expect.stringContaining('object_type') });
  });

  test('a long value is cut and its length is said', async () => {
    const preview = await previewFile(text('a.csv', `command_text\n${'y'.repeat(1500)}\n`));
    expect(preview.kind === 'extract' && preview.table.rows[0]?.[0]).toMatch(
      /^y{300}… \(1,200 more characters\)$/,
    );
  });
});

describe('rows', () => {
  const json = '[{"id": 1, "name": "a"}, {"id": 2, "name": "b"}]';
  test.each([
    ['sales.csv', 'id;qty\n1;2\n', { format: 'csv', compression: null, records: { count: 1, exact: true } }],
    ['sales.csv.gz', gzipSync('id,qty\n1,2\n'), { format: 'csv', compression: 'gzip' }],
    ['wide.csv', new Uint8Array([0xff, 0xfe, 0x61, 0, 0x2c, 0, 0x62, 0]), { format: 'csv' }],
    ['sales.json', json, { format: 'json', records: { count: 2, exact: true } }],
    ['sales.ndjson', '{"id": 1}\n{"id": 2}\n', { format: 'ndjson', records: { count: 2, exact: true } }],
    ['names.txt', 'name\nAnna\n', { format: 'csv' }],
  ])('%s', async (name, content, found) => {
    expect(await previewFile(text(name, content))).toMatchObject({ kind: 'rows', hint: null, ...found });
  });

  test('Parquet keeps its own types', async () => {
    const preview = await previewFile(
      await parquet(`SELECT 1::UINTEGER AS id, 1.5::DECIMAL(9,3) AS price, [1] AS list`),
    );
    expect(preview).toMatchObject({
      kind: 'rows',
      sample: {
        columns: [
          { name: 'id', type: 'bigint' },
          { name: 'price', type: 'decimal(9,3)' },
          { name: 'list', type: 'json' },
        ],
        rows: [['1', '1.500', '[1]']],
      },
    });
  });

  test('packed Parquet is unpacked to the footer at its end, when it is small enough', async () => {
    const bytes = await parquetBytes('SELECT i AS id, random() AS v FROM range(200000) t(i)');
    const preview = await previewFile(text('rows.parquet.gz', gzipSync(bytes)));
    expect(preview).toMatchObject({
      ...{ kind: 'rows', format: 'parquet', compression: 'gzip', records: { count: 200_000, exact: true } },
      sample: { columns: [{ name: 'id' }, { name: 'v' }] },
    });
    const cut = new Uint8Array(65 * 1024 * 1024);
    cut.set(bytes.subarray(0, 4));
    expect(await previewFile(text('large.parquet.gz', gzipSync(cut)))).toMatchObject({
      kind: 'unsupported',
      reason: expect.stringMatching(/packed with gzip, of more than 67.1 MB: .* Unpack it/),
    });
  });

  test('Parquet shows decimals and times to the last digit, and says which times have a zone', async () => {
    const preview = await previewFile(
      await parquet(`SELECT '-12345678901234567890.123456789012345678'::DECIMAL(38,18) AS large, -5::DECIMAL(4,2) AS small,
        '2024-02-29'::DATE AS day, '1969-12-31 23:59:59.123456'::TIMESTAMP AS point, '08:09:10.5'::TIME AS clock,
        '2024-02-29 12:00:00+01'::TIMESTAMPTZ AS zoned`),
    );
    expect(preview).toMatchObject({
      sample: {
        columns: ['decimal(38,18)', 'decimal(4,2)', 'date', 'timestamp', 'time', 'timestamptz'].map(
          (type) => ({
            type,
          }),
        ),
        rows: [
          [
            '-12345678901234567890.123456789012345678',
            '-5.00',
            '2024-02-29',
            '1969-12-31 23:59:59.123456',
            '08:09:10.5',
            '2024-02-29 11:00:00+00',
          ],
        ],
      },
    });
  });
});

describe('other files', () => {
  test.each([
    ['empty.csv', new Uint8Array(), 'broken', /empty/],
    [
      'a.zip.gz',
      gzipSync(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])),
      'unsupported',
      /Unpacked \(gzip\), it is not text/,
    ],
    ['cut.csv.gz', gzipSync('a,b\n1,2\n').subarray(0, 20), 'broken', /damaged/],
    ['budget.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'unsupported', /Excel/],
    ['image.png', new Uint8Array([0x89, 0x50, 0, 0, 1]), 'unsupported', /neither Parquet nor text/],
  ])('%s', async (name, bytes, kind, reason) => {
    expect(await previewFile(text(name, bytes))).toMatchObject({
      kind,
      reason: expect.stringMatching(reason),
    });
  });

  test('text that is neither a table nor SQL is told what was expected', async () => {
    const preview = await previewFile(text('notes.log', 'Nothing in here is a table.\n'));
    expect(preview).toMatchObject({
      kind: 'unrecognised',
      reason: 'It is text of one column without a name that tells a table: Nothing in here is a table..',
      expected: expect.stringContaining('object_id, schema_name'),
    });
  });

  test('a script is taken as it is; what is in it depends on the dialect', async () => {
    const sql = 'SELECT 1 FROM dbo.t\nGO\n';
    const script = { kind: 'script', format: 'sql', encoding: 'utf-8', text: sql, share: 1 };
    expect(await previewFile(text('load.sql', sql))).toEqual(script);
    expect(await previewFile(text('load.log', sql))).toEqual(script);
    expect((await previewFile(text('load.sql', sql), 'rows')).kind).not.toBe('script');
  });
});
