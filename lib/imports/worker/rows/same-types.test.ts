import { afterAll, expect, test } from 'vitest';
import { previewFile } from '@/lib/formats/preview/preview-file';
import { readRowTable } from '@/lib/formats/preview/rows/read-row-table';
import { removeWorkerFolders } from '@/scripts/test/import-worker';
import { parquetBytes } from '@/scripts/test/parquet-bytes';
import { csv, runRows } from '@/scripts/test/run-rows';

afterAll(removeWorkerFolders);

/** Two cells, their type without a choice, and whether the browser asks; only it can. */
const CELLS = {
  'whole numbers': ['1', '-20', 'bigint', false],
  '15 digits': ['123456789012345', '1', 'bigint', false],
  '16 digits': ['1234567890123456', '1', 'text', false],
  '18 digits': ['123456789012345678', '1', 'text', false],
  'the largest of 64 bits': ['9223372036854775807', '-9223372036854775808', 'text', false],
  'one more': ['9223372036854775808', '1', 'text', true],
  'one less': ['-9223372036854775809', '1', 'text', true],
  '38 digits': ['99999999999999999999999999999999999999', '1', 'text', true],
  'leading zeros': ['007', '12', 'text', false],
  'a leading plus': ['+49', '12', 'text', false],
  decimals: ['1.5', '20.25', 'decimal(18,2)', false],
  'an exponent': ['1.5e10', '2', 'double', false],
  'dates that one order fits': ['31/01/2026', '01/02/2026', 'date', false],
  'dates in either order': ['03/04/2026', '01/02/2026', 'text', true],
  'yes and no': ['yes', 'no', 'text', true],
  'true and false': ['true', 'false', 'boolean', false],
  'points in time': ['2026-01-31 10:00:00', '2026-02-01 00:00:00', 'timestamp', false],
  words: ['a', 'b', 'text', false],
} as const;
const TYPES = Object.values(CELLS).map(([, , type]) => type);

test('a type that nobody chose is the same in the preview of the browser and in the load, to the last digit', async () => {
  const record = (at: 0 | 1) =>
    `row${Object.values(CELLS)
      .map((cells) => `,${cells[at]}`)
      .join('')}\n`;
  const text = `name,${Object.keys(CELLS).join(',')}\n${record(0)}${record(1)}`;
  const bytes = new TextEncoder().encode(text);
  const size = { fileBytes: bytes.length, packedBytes: bytes.length };
  const preview = readRowTable({ format: 'csv', bytes, whole: true, ...size }, {});
  expect(preview.columns.slice(1).map(({ type }) => type)).toEqual(TYPES);
  const asked = preview.questions.flatMap(({ column }) =>
    column === null ? [] : [Object.keys(CELLS)[column - 1]],
  );
  expect(asked).toEqual(Object.entries(CELLS).flatMap(([name, [, , , isAsked]]) => (isAsked ? [name] : [])));

  const run = await runRows([csv(text)]);
  const [staged] = await run.query('SELECT columns FROM stage_datasets');
  const types = JSON.parse(String(staged?.columns)).slice(1);
  expect(types.map(({ type }: { type: string }) => type)).toEqual(TYPES);
  const [first] = await run.query(
    'SELECT "the largest of 64 bits" AS most, "leading zeros" AS zeros FROM rows_1',
  );
  expect(first).toEqual({ most: '9223372036854775807', zeros: '007' });
});

test('columns of Parquet have the same types in both', async () => {
  const bytes =
    await parquetBytes(`SELECT 1::TINYINT AS a, 1::UINTEGER AS b, 1::UBIGINT AS c, 1.5::FLOAT AS d, 1.5::DECIMAL(38,18) AS e,
    '2024-02-29'::DATE AS f, '08:00'::TIME AS g, '2024-02-29'::TIMESTAMP AS h, '2024-02-29'::TIMESTAMPTZ AS i, true AS j, 'x' AS k,
    'x'::BLOB AS l, uuid() AS m, [1] AS n, {'x': 1} AS o, '2024-02-29'::TIMESTAMP_NS AS p`);
  const preview = await previewFile(new File([bytes], 'types.parquet'));
  const run = await runRows([{ name: 'types.parquet', bytes }]);
  const [staged] = await run.query('SELECT columns FROM stage_datasets');
  const typesOf = (columns: Array<{ type: string }>) => columns.map(({ type }) => type);
  const inBrowser =
    preview.kind === 'rows' && preview.sample.format === 'parquet' ? preview.sample.columns : [];
  expect(inBrowser).toHaveLength(16);
  expect(typesOf(inBrowser)).toEqual(typesOf(JSON.parse(String(staged?.columns))));
});

test('numbers of JSON are numbers as far as 64 bits hold them, in both', async () => {
  const text = '[{"id": 9223372036854775807, "big": 9223372036854775808}, {"id": 1, "big": 2}]';
  const bytes = new TextEncoder().encode(text);
  const size = { fileBytes: bytes.length, packedBytes: bytes.length };
  const preview = readRowTable({ format: 'json', bytes, whole: true, ...size }, {});
  expect(preview.columns.map(({ type }) => type)).toEqual(['bigint', 'text']);
  expect(preview.questions).toHaveLength(1);
  const run = await runRows([{ name: 'rows.json', bytes }]);
  const [staged] = await run.query('SELECT columns FROM stage_datasets');
  expect(JSON.parse(String(staged?.columns)).map(({ type }: { type: string }) => type)).toEqual([
    'bigint',
    'text',
  ]);
});
