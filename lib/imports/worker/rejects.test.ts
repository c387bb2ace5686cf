import { afterAll, expect, test } from 'vitest';
import { queryStage, removeWorkerFolders, runWorker, type WorkerRun } from '@/scripts/test/import-worker';
import { SMALL, smallExtract } from '@/scripts/test/small-extract';

afterAll(removeWorkerFolders);

const keep = {
  choices: { mode: 'replace', onBadRecord: 'keep', maxRejects: 100_000, maxRejectPercent: 100 },
} as const;

const rejects = (run: WorkerRun) =>
  queryStage(
    run,
    `SELECT f.role, record::INTEGER AS record, line::INTEGER AS line, byte_offset::INTEGER AS byte, column_name AS "column", code, message, raw
     FROM stage_rejects JOIN (VALUES (1, 'objects'), (2, 'definitions'), (3, 'dependencies'), (4, 'table_columns'), (5, 'query_logs'))
       AS f(ordinal, role) ON ordinal = _file ORDER BY _file, record`,
  );

/** Imports the small extract with changes and returns its rejects and the counts of the changed file. */
async function rejectsOf(changes: Parameters<typeof smallExtract>[0]) {
  const run = await runWorker(smallExtract(changes), keep);
  if (run.last?.type !== 'staged') throw new Error(JSON.stringify(run.last));
  return { run, files: run.last.files, rejects: await rejects(run) };
}

const at = (text: string, part: string) => Buffer.from(text).indexOf(part);

test('KEY_NULL: an empty key, with its line, byte and raw text', async () => {
  const objects = `${SMALL.objects}5,,Nameless,U\n6,dbo,"",U\n`;
  const { rejects, files } = await rejectsOf({ objects });
  expect(rejects).toEqual([
    {
      role: 'objects',
      record: 5,
      line: 6,
      byte: at(objects, '5,,'),
      column: 'schema_name',
      code: 'KEY_NULL',
      message: 'schema_name is empty; every record needs one.',
      raw: '5,,Nameless,U',
    },
    {
      role: 'objects',
      record: 6,
      line: 7,
      byte: at(objects, '6,dbo'),
      column: 'object_name',
      code: 'KEY_NULL',
      message: 'object_name is empty; every record needs one.',
      raw: '6,dbo,"",U',
    },
  ]);
  expect(files[0]).toMatchObject({ read: 6, staged: 4, rejected: 2 });
});

test('VALUE_NULL: a value that must be there', async () => {
  const { rejects } = await rejectsOf({ objects: `${SMALL.objects}5,dbo,Typeless,\n` });
  expect(rejects).toMatchObject([{ record: 5, line: 6, column: 'object_type', code: 'VALUE_NULL' }]);
});

test('TYPE_MISMATCH: numbers are never rounded, and booleans never guessed', async () => {
  const { rejects } = await rejectsOf({
    table_columns: `${SMALL.table_columns}1,dbo,Orders,A,int,1.5,true\n1,dbo,Orders,B,int,4,perhaps\n99999999999999999999,dbo,Orders,C,int,5,no\n1,dbo,Orders,D,int,3000000000,no\n`,
  });
  expect(rejects).toMatchObject([
    {
      record: 3,
      line: 4,
      column: 'ordinal_position',
      code: 'TYPE_MISMATCH',
      message: 'ordinal_position: expected a whole number (64 bits), found "1.5".',
    },
    {
      record: 4,
      line: 5,
      column: 'is_nullable',
      code: 'TYPE_MISMATCH',
      message: 'is_nullable: expected true or false, yes or no, 1 or 0, found "perhaps".',
    },
    { record: 5, line: 6, column: 'object_id', code: 'TYPE_MISMATCH' },
    {
      record: 6,
      line: 7,
      column: 'ordinal_position',
      code: 'TYPE_MISMATCH',
      message: 'ordinal_position: expected 0 to 2147483647, found 3000000000.',
    },
  ]);
});

test('TOO_LONG and BAD_CHARACTER: names that no database has', async () => {
  // A zero byte near the beginning would make the file no text at all.
  const many = Array.from(
    { length: 1000 },
    (_, index) => `${1000 + index},dbo,${'t'.repeat(90)}${index},U\n`,
  ).join('');
  const { rejects } = await rejectsOf({
    objects: `${SMALL.objects}5,dbo,${'n'.repeat(129)},U\n6,dbo,${'n'.repeat(128)},U\n${many}2000,dbo,a\0b,U\n`,
  });
  expect(rejects).toMatchObject([
    {
      record: 5,
      line: 6,
      column: 'object_name',
      code: 'TOO_LONG',
      message: 'object_name has 129 characters; names have at most 128.',
    },
    { record: 1007, line: 1008, column: 'object_name', code: 'BAD_CHARACTER', raw: '2000,dbo,a\0b,U' },
  ]);
});

test('DUPLICATE_OBJECT_ID and DUPLICATE_OBJECT_NAME: the first stays; an identical record is a repeat, no reject', async () => {
  const { rejects, files } = await rejectsOf({
    objects: `${SMALL.objects}1,dbo,Orders,USER_TABLE\n1,dbo,Other,U\n5,DBO,orders,U\n`,
  });
  expect(rejects).toMatchObject([
    {
      record: 6,
      line: 7,
      column: 'object_id',
      code: 'DUPLICATE_OBJECT_ID',
      message: 'The object_id 1 already belongs to dbo.Orders (objects.csv, record 1).',
      raw: '1,dbo,Other,U',
    },
    {
      record: 7,
      line: 8,
      column: 'object_name',
      code: 'DUPLICATE_OBJECT_NAME',
      message: 'An object named dbo.Orders is already there (objects.csv, record 1, object_id 1).',
    },
  ]);
  expect(files[0]).toMatchObject({ read: 7, staged: 4, duplicates: 1, rejected: 2 });
});

test('DANGLING_REFERENCE: in each file that refers to objects, by id and by name', async () => {
  const { rejects } = await rejectsOf({
    definitions: `${SMALL.definitions}77,SELECT 1\n`,
    dependencies: `${SMALL.dependencies}77,1,dbo,Orders\n3,88,dbo,Gone\n3,,dbo,Gone\n77,88,,\n3,,,\n`,
    table_columns: `${SMALL.table_columns}77,dbo,Gone,X,int,1,true\n`,
  });
  expect(rejects).toMatchObject([
    { role: 'definitions', record: 3, line: 5, column: 'object_id', code: 'DANGLING_REFERENCE' },
    { role: 'dependencies', record: 3, line: 4, column: 'referencing_object_id', code: 'DANGLING_REFERENCE' },
    {
      role: 'dependencies',
      record: 4,
      line: 5,
      column: 'referenced_object_id',
      code: 'DANGLING_REFERENCE',
      message: 'No object has the referenced_object_id 88 (Gone).',
    },
    {
      role: 'dependencies',
      record: 5,
      line: 6,
      column: 'referenced_entity_name',
      code: 'DANGLING_REFERENCE',
      message: 'No object is named dbo.Gone.',
    },
    { role: 'dependencies', record: 6, line: 7, column: 'referencing_object_id', code: 'DANGLING_REFERENCE' },
    { role: 'dependencies', record: 7, line: 8, column: 'referenced_object_id', code: 'KEY_NULL' },
    { role: 'table_columns', record: 3, line: 4, column: 'object_id', code: 'DANGLING_REFERENCE' },
  ]);
});

test('what belongs to a rejected object is rejected with it', async () => {
  const { rejects } = await rejectsOf({ objects: SMALL.objects.replace('sales,vOrders', ',vOrders') });
  expect(rejects.map((it) => [it.role, it.record, it.code])).toEqual([
    ['objects', 3, 'KEY_NULL'],
    ['definitions', 1, 'DANGLING_REFERENCE'],
    ['dependencies', 1, 'DANGLING_REFERENCE'],
    ['dependencies', 2, 'DANGLING_REFERENCE'],
  ]);
});

test('DUPLICATE_DEFINITION and DUPLICATE_COLUMN: two texts for one thing', async () => {
  const { rejects, files } = await rejectsOf({
    definitions: `${SMALL.definitions}4,SELECT 2\n4,CREATE PROCEDURE sales.LoadOrders AS SELECT 1\n`,
    table_columns: `${SMALL.table_columns}1,dbo,Orders,Total,int,2,true\n1,dbo,Orders,Total,money,2,true\n`,
  });
  expect(rejects).toMatchObject([
    {
      role: 'definitions',
      record: 3,
      code: 'DUPLICATE_DEFINITION',
      message: 'sales.LoadOrders already has another definition (definitions.csv, record 2).',
    },
    {
      role: 'table_columns',
      record: 3,
      code: 'DUPLICATE_COLUMN',
      message: 'The object already has another column Total (record 2).',
    },
  ]);
  expect(files[1]).toMatchObject({ read: 4, staged: 2, duplicates: 1, rejected: 1 });
  expect(files[3]).toMatchObject({ read: 4, staged: 2, duplicates: 1, rejected: 1 });
});

test('records that cannot be split into cells: too few, too many, a broken quote, not UTF-8', async () => {
  const head = Buffer.from(`${SMALL.objects}\n5,dbo\n6,dbo,A,U,extra\n\n7,dbo,"B"x,U\n8,dbo,`);
  const objects = Buffer.concat([
    head,
    Buffer.from([0xe9]),
    Buffer.from(',U\n9,"multi\nline",C,U\n10,dbo,D,U\n'),
  ]);
  const { rejects, files, run } = await rejectsOf({ objects });
  expect(rejects).toMatchObject([
    {
      record: 5,
      line: 7,
      column: null,
      code: 'TOO_FEW_CELLS',
      message: 'The record has 2 of 4 cells.',
      raw: '5,dbo',
    },
    {
      record: 6,
      line: 8,
      column: null,
      code: 'TOO_MANY_CELLS',
      message: 'The record has 5 cells; the header has 4.',
    },
    {
      record: 7,
      line: 10,
      column: null,
      code: 'BAD_QUOTE',
      raw: '7,dbo,"B"x,U',
      byte: head.indexOf('7,dbo'),
    },
    { record: 8, line: 11, column: 'object_name', code: 'BAD_ENCODING', byte: head.indexOf('8,dbo') },
  ]);
  expect(files[0]).toMatchObject({ read: 10, staged: 6, rejected: 4 });
  expect(
    await queryStage(
      run,
      'SELECT object_name AS name, _record::INTEGER AS record FROM catalog_objects WHERE _record > 4 ORDER BY _record',
    ),
  ).toEqual([
    { name: 'C', record: 9 },
    { name: 'D', record: 10 },
  ]);
});

test('a record with several bad cells is one reject with several reasons', async () => {
  const { rejects, files, run } = await rejectsOf({ objects: `${SMALL.objects}x,,${'n'.repeat(200)},\n` });
  expect(rejects).toHaveLength(1);
  expect(files[0]).toMatchObject({ read: 5, rejected: 1 });
  const [row] = await queryStage(run, 'SELECT reasons FROM stage_rejects');
  expect(
    JSON.parse(String(row?.reasons)).map((it: { column: string; code: string }) => [it.column, it.code]),
  ).toEqual([
    ['object_id', 'TYPE_MISMATCH'],
    ['schema_name', 'KEY_NULL'],
    ['object_name', 'TOO_LONG'],
    ['object_type', 'VALUE_NULL'],
  ]);
});

test('an empty definition is skipped with a note', async () => {
  const { files, rejects, run } = await rejectsOf({ definitions: `${SMALL.definitions}1,\n` });
  expect(rejects).toEqual([]);
  expect(files[1]).toMatchObject({ read: 3, staged: 2, skipped: 1 });
  expect(await queryStage(run, 'SELECT _file, record::INTEGER AS record, code FROM stage_notes')).toEqual([
    { _file: 2, record: 3, code: 'DEFINITION_EMPTY' },
  ]);
});

test('rejects beyond the kept ones are still counted exactly', async () => {
  const bad = Array.from({ length: 12_000 }, (_, index) => `${index + 10},,Nameless,U\n`).join('');
  const { files, run } = await rejectsOf({ objects: `${SMALL.objects}${bad}` });
  expect(files[0]).toMatchObject({ read: 12_004, staged: 4, rejected: 12_000 });
  expect(
    await queryStage(run, 'SELECT count(*)::INTEGER AS n, max(record)::INTEGER AS last FROM stage_rejects'),
  ).toEqual([{ n: 10_000, last: 10_004 }]);
  expect(
    await queryStage(
      run,
      'SELECT column_name, code, records::INTEGER AS n, example FROM stage_reject_groups',
    ),
  ).toEqual([{ column_name: 'schema_name', code: 'KEY_NULL', n: 12_000, example: '10,,Nameless,U' }]);
});
