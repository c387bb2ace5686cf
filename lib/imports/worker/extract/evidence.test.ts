import { afterAll, expect, test } from 'vitest';
import { queryStage, removeWorkerFolders, runWorker, type WorkerRun } from '@/scripts/test/import-worker';
import { SMALL, smallExtract } from '@/scripts/test/small-extract';

afterAll(removeWorkerFolders);

const OBJECTS = `object_id,schema_name,object_name,object_type
1,dbo,T,U 
2,dbo,V,VIEW
3,sales,P,SQL_STORED_PROCEDURE
4,sales,F,SQL_SCALAR_FUNCTION
5,sales,Q,P
6,dbo,TRG,TR
7,dbo,Alias,SYNONYM
8,sales,T,TABLE
9,dbo,Ünïon,U
10,dbo,Widget,FANCY_THING
`;

const edges = (run: WorkerRun, where: string) =>
  queryStage(
    run,
    `SELECT f.schema_name || '.' || f.object_name AS "from", kind, t.schema_name || '.' || t.object_name AS "to",
       o.object_name AS said_by, confidence, e._file AS file, e._record::INTEGER AS record
     FROM catalog_evidence AS e JOIN catalog_objects AS f ON f.object = e.from_object
     JOIN catalog_objects AS t ON t.object = e.to_object JOIN catalog_objects AS o ON o.object = e.object
     WHERE ${where} ORDER BY e._file, e._record, start_line, start_column`,
  );

async function staged(changes: Parameters<typeof smallExtract>[0], job?: Parameters<typeof runWorker>[1]) {
  const run = await runWorker(
    smallExtract({
      objects: OBJECTS,
      definitions: 'object_id,definition\n',
      table_columns: null,
      query_logs: null,
      ...changes,
    }),
    job,
  );
  if (run.last?.type !== 'staged') throw new Error(JSON.stringify(run.last));
  return { run, files: run.last.files };
}

test('declared dependencies: the kind follows from both types, data flows from the referenced object', async () => {
  const { run, files } = await staged({
    dependencies: `referencing_object_id,referenced_object_id,referenced_schema_name,referenced_entity_name
2,1,dbo,T
2,4,sales,F
3,1,dbo,T
3,5,sales,Q
6,1,dbo,T
6,3,sales,P
4,2,dbo,V
1,4,sales,F
7,1,dbo,T
`,
  });
  expect(files[2]).toMatchObject({ read: 9, staged: 9 });
  expect(
    (await edges(run, "method = 'declared'")).map(
      (it) => `${it.from} ${it.kind} ${it.to} (${it.said_by}, ${it.record})`,
    ),
  ).toEqual([
    'dbo.T reads dbo.V (V, 1)',
    'sales.F calls dbo.V (V, 2)',
    'dbo.T references sales.P (P, 3)',
    'sales.Q calls sales.P (P, 4)',
    'dbo.T references dbo.TRG (TRG, 5)',
    'sales.P calls dbo.TRG (TRG, 6)',
    'dbo.V reads sales.F (F, 7)',
    'sales.F calls dbo.T (T, 8)',
    'dbo.T references dbo.Alias (Alias, 9)',
  ]);
  expect(
    await queryStage(run, "SELECT object_type, native_type FROM catalog_objects WHERE native_id = '10'"),
  ).toEqual([{ object_type: 'other', native_type: 'FANCY_THING' }]);
});

test('a dependency without id resolves by name in any case; without schema in its own, then in dbo; again is a repeat', async () => {
  const { run, files } = await staged({
    dependencies: `referencing_object_id,referenced_object_id,referenced_schema_name,referenced_entity_name
3,,DBO,t
3,,,T
3,,,v
3,,DBO,ÜNÏON
3,1,dbo,T
`,
  });
  expect((await edges(run, 'true')).map((it) => it.from)).toEqual(['dbo.T', 'sales.T', 'dbo.V', 'dbo.Ünïon']);
  expect(files[2]).toMatchObject({ read: 5, staged: 4, duplicates: 1, rejected: 0 });
});

test('comment hints become evidence with their span; unknown and unreadable names become notes', async () => {
  const { run, files } = await staged({
    definitions: `object_id,definition
3,"CREATE PROCEDURE sales.P AS
-- @LINEAGE_INPUTS: dbo.V, [T], AdventureWorks.dbo.T
/* @lineage_outputs: ""sales"".""q"" , gone.Away, Other.dbo.T, x y */
SELECT 1"
2,CREATE VIEW dbo.V AS SELECT '@LINEAGE_INPUTS: dbo.T' AS x
`,
    dependencies:
      'referencing_object_id,referenced_object_id,referenced_schema_name,referenced_entity_name\n',
  });
  expect(await edges(run, "method = 'hint'")).toMatchObject([
    { from: 'dbo.V', kind: 'reads', to: 'sales.P', said_by: 'P', confidence: 0.9, file: 2, record: 1 },
    { from: 'sales.T', kind: 'reads', to: 'sales.P', said_by: 'P' },
    { from: 'dbo.T', kind: 'reads', to: 'sales.P', said_by: 'P' },
    { from: 'sales.P', kind: 'writes', to: 'sales.Q', said_by: 'P' },
  ]);
  expect(
    await queryStage(
      run,
      'SELECT start_line, start_column, end_line, end_column FROM catalog_evidence ORDER BY 1, 2 LIMIT 1',
    ),
  ).toEqual([{ start_line: 2, start_column: 21, end_line: 2, end_column: 26 }]);
  expect(
    await queryStage(run, 'SELECT _file, record::INTEGER AS record, code, message FROM stage_notes'),
  ).toEqual([
    {
      _file: 2,
      record: 1,
      code: 'HINT_UNREADABLE',
      message: 'Line 3, column 60: "x y" in a lineage hint is not a name.',
    },
    {
      _file: 2,
      record: 1,
      code: 'HINT_UNKNOWN_OBJECT',
      message: 'Line 3, column 36: no object is named gone.Away, which a lineage hint of sales.P names.',
    },
    {
      _file: 2,
      record: 1,
      code: 'HINT_UNKNOWN_OBJECT',
      message: 'Line 3, column 47: no object is named Other.dbo.T, which a lineage hint of sales.P names.',
    },
  ]);
  // Hint evidence is no record of the definitions file.
  expect(files[1]).toMatchObject({ role: 'definitions', read: 2, staged: 2 });
});

test('object ids are those of the catalog, also for names beyond ASCII', async () => {
  const { objectId } = await import('@/lib/lineage/object-id');
  const { run } = await staged({});
  const rows = await queryStage(run, 'SELECT object, schema_name, object_name FROM catalog_objects');
  expect(rows).toHaveLength(10);
  for (const { object, schema_name, object_name } of rows)
    expect(object).toBe(objectId('AdventureWorks', String(schema_name), String(object_name)));
});

test('the definitions and columns keep their text to the last character', async () => {
  const { run } = await staged({
    objects: SMALL.objects,
    definitions: SMALL.definitions,
    table_columns: SMALL.table_columns,
  });
  expect(await queryStage(run, 'SELECT definition FROM catalog_definitions ORDER BY _record')).toEqual([
    { definition: 'CREATE VIEW sales.vOrders AS\nSELECT * FROM dbo.Orders' },
    { definition: 'CREATE PROCEDURE sales.LoadOrders AS SELECT 1' },
  ]);
  expect(
    await queryStage(
      run,
      'SELECT column_name, ordinal, data_type, nullable FROM catalog_columns ORDER BY ordinal',
    ),
  ).toEqual([
    { column_name: 'OrderID', ordinal: 1, data_type: 'int', nullable: false },
    { column_name: 'Total', ordinal: 2, data_type: 'money', nullable: true },
  ]);
  expect(await queryStage(run, 'SELECT source, dialect, database_name, _file FROM catalog_sources')).toEqual([
    { source: 'Warehouse', dialect: 'tsql', database_name: 'AdventureWorks', _file: 1 },
  ]);
});
