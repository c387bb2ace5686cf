import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { objectId } from '@/lib/lineage/object-id';
import { queryStage, removeWorkerFolders, runWorker, startWorker } from '@/scripts/test/import-worker';
import { SMALL, smallExtract } from '@/scripts/test/small-extract';

afterAll(removeWorkerFolders);

const choices = (changes: Record<string, unknown>) => ({
  choices: {
    mode: 'replace' as const,
    onBadRecord: 'keep' as const,
    maxRejects: 1000,
    maxRejectPercent: 100,
    ...changes,
  },
});
const twoBad = smallExtract({ objects: `${SMALL.objects}5,dbo,,U\n6,,X,U\n` });

test('stop: the first bad record fails the import, its place first; the rejects found are kept', async () => {
  const run = await runWorker(twoBad, choices({ onBadRecord: 'stop' }));
  expect(run.last).toMatchObject({
    type: 'failed',
    code: 'bad-records',
    detail:
      'objects.csv, record 5 (line 6): object_name is empty; every record needs one. The import was to stop at the first bad record; 2 of 13 records are bad. Nothing was imported.',
    extra: {
      rejected: 2,
      read: 13,
      file: 'objects.csv',
      record: 5,
      line: 6,
      column: 'object_name',
      reason: 'KEY_NULL',
    },
    files: [{ ordinal: 1, read: 6, rejected: 2 }, {}, {}, {}, {}],
  });
  expect(await queryStage(run, 'SELECT record::INTEGER AS record FROM stage_rejects ORDER BY 1')).toEqual([
    { record: 5 },
    { record: 6 },
  ]);
});

test('keep: both limits hold, and either one beyond fails', async () => {
  const [within, tooMany, tooMuch] = await Promise.all([
    runWorker(twoBad, choices({ maxRejects: 2, maxRejectPercent: 16 })),
    runWorker(twoBad, choices({ maxRejects: 1, maxRejectPercent: 100 })),
    runWorker(twoBad, choices({ maxRejects: 100, maxRejectPercent: 15 })),
  ]);
  expect(within.last).toMatchObject({ type: 'staged' });
  expect(tooMany.last).toMatchObject({
    code: 'bad-records',
    detail: expect.stringContaining('More than the agreed 1 records are bad'),
  });
  expect(tooMuch.last).toMatchObject({
    code: 'bad-records',
    detail: expect.stringContaining('More than the agreed 15 % of the records are bad'),
  });
});

test('a full extract names what is missing and what was found; an incremental one takes any files', async () => {
  const partial = smallExtract({ definitions: null, dependencies: null });
  const full = await runWorker(partial);
  expect(full.last).toMatchObject({
    type: 'failed',
    code: 'incomplete-extract',
    detail: expect.stringContaining(
      'missing: definitions, dependencies. Found: objects.csv (objects), table_columns.csv (table_columns)',
    ),
  });
  const merge = await runWorker(partial, choices({ mode: 'merge' }));
  expect(merge.last).toMatchObject({ type: 'staged', files: [{ staged: 4 }, { staged: 2 }, { staged: 1 }] });
});

test('a full extract without objects is refused: it would remove everything', async () => {
  const header = (text: string) => `${text.split('\n')[0]}\n`;
  const empty = smallExtract({
    objects: header(SMALL.objects),
    definitions: header(SMALL.definitions),
    dependencies: header(SMALL.dependencies),
    table_columns: null,
  });
  expect((await runWorker(empty)).last).toMatchObject({
    code: 'incomplete-extract',
    detail: expect.stringContaining('objects.csv has no records'),
  });
  expect((await runWorker(empty, choices({ mode: 'merge' }))).last).toMatchObject({ type: 'staged' });
});

test('merge resolves against the known objects; an id that the files use anew is theirs', async () => {
  const known = (id: number, schema: string, name: string, type: string) =>
    `"${id}","${objectId('AdventureWorks', schema, name)}","${schema}","${name}","${type}"`;
  const lines = [
    'native_id,object,schema_name,object_name,object_type',
    known(1, 'dbo', 'Orders', 'table'),
    known(50, 'dbo', 'Old ""quoted""', 'table'),
    known(60, 'dbo', 'Reused', 'view'),
  ];
  const uploads = [
    { name: 'o.csv', bytes: 'object_id,schema_name,object_name,object_type\n60,dbo,New,V\n' },
    {
      name: 'd.csv',
      bytes:
        'referencing_object_id,referenced_object_id,referenced_schema_name,referenced_entity_name\n60,1,dbo,Orders\n60,50,,\n60,,dbo,orders\n60,,dbo,Reused\n60,61,,\n',
    },
  ];
  const file = join('/tmp', `known-${process.pid}.csv`);
  await writeFile(file, `${lines.join('\n')}\n`);
  const outside = await runWorker(uploads, { ...choices({ mode: 'merge' }), knownObjectsFile: file });
  expect(outside.last).toMatchObject({ type: 'failed' });

  const first = await startWorker([], choices({ mode: 'merge' }));
  await first.ended;
  const inside = join(first.job.stageDir, 'known.csv');
  await writeFile(inside, `${lines.join('\n')}\n`);
  const run = await runWorker(uploads, {
    ...choices({ mode: 'merge' }),
    stageDir: first.job.stageDir,
    stageFile: join(first.job.stageDir, 'second.duckdb'),
    knownObjectsFile: inside,
  });
  expect(run.last).toMatchObject({
    type: 'staged',
    files: [{ staged: 1 }, { read: 5, staged: 3, duplicates: 1, rejected: 1 }],
  });
  expect(await queryStage(run, 'SELECT column_name, message FROM stage_rejects')).toEqual([
    { column_name: 'referenced_object_id', message: 'No object has the referenced_object_id 61.' },
  ]);
  // By name the object that had the id 60 before is still found; by id it is the new one.
  const [edge] = await queryStage(
    run,
    'SELECT from_object, to_object FROM catalog_evidence WHERE _record = 4',
  );
  expect(edge).toEqual({
    from_object: objectId('AdventureWorks', 'dbo', 'Reused'),
    to_object: objectId('AdventureWorks', 'dbo', 'New'),
  });
});

test('two files of one role are read in order; extra columns are named; the order of columns is free', async () => {
  const more =
    'Object_Type;OBJECT_NAME;modified;object_id;schema_name\r\nU;Orders;2024-01-01;1;dbo\r\nU;More;2024-01-01;9;dbo\r\n';
  const run = await runWorker([...smallExtract(), { name: 'more.csv', bytes: more }], choices({}));
  expect(run.last).toMatchObject({
    type: 'staged',
    files: [
      { staged: 4 },
      {},
      {},
      {},
      {},
      // USER_TABLE in the first file, U here: another content for the same id.
      {
        ordinal: 6,
        role: 'objects',
        delimiter: ';',
        read: 2,
        staged: 1,
        rejected: 1,
        columns: ['Object_Type', 'OBJECT_NAME', 'modified', 'object_id', 'schema_name'],
      },
    ],
  });
  expect(await queryStage(run, 'SELECT _file, record, code, message FROM stage_notes')).toEqual([
    { _file: 6, record: null, code: 'EXTRA_COLUMNS', message: 'This column is not used: modified.' },
  ]);
  expect(await queryStage(run, 'SELECT message FROM stage_rejects')).toEqual([
    { message: 'The object_id 1 already belongs to dbo.Orders (objects.csv, record 1).' },
  ]);
});
