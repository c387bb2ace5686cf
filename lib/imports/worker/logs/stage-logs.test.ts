import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { queryStage, removeWorkerFolders, startWorker, type WorkerRun } from '@/scripts/test/import-worker';
import { smallExtract } from '@/scripts/test/small-extract';

afterAll(removeWorkerFolders);

type Kept = Array<Record<string, unknown>>;

/** Imports the small extract with a query log of these texts, beside what was kept. */
async function importLog(texts: readonly string[], { kept = [] as Kept, objects = '' } = {}) {
  const quoted = (cell: unknown) => `"${String(cell).replaceAll('"', '""')}"`;
  const changes = { query_logs: `${['command_text', ...texts.map(quoted)].join('\n')}\n` };
  const run = await startWorker(
    smallExtract(objects === '' ? changes : { ...changes, objects }),
    {},
    async (job) => {
      const keptReadingsFile = join(job.stageDir, 'kept-readings.csv');
      const rows = kept.map((row) => [row.object, row.fingerprint, row.trail].map(quoted).join(','));
      await writeFile(keptReadingsFile, `${['object,fingerprint,trail', ...rows].join('\n')}\n`);
      return { ...job, keptReadingsFile };
    },
  );
  const last = await run.ended;
  if (last?.type !== 'staged') throw new Error(JSON.stringify(last));
  return { run, files: last.files };
}

const flowsOf = (run: WorkerRun) =>
  queryStage(
    run,
    `SELECT f.object_name AS "from", t.object_name AS "to", kind, confidence, e._record::INTEGER AS record
     FROM catalog_evidence AS e JOIN catalog_objects AS f ON f.object = e.from_object JOIN catalog_objects AS t ON t.object = e.to_object
     WHERE method = 'query-log' ORDER BY ALL`,
  );
const readingsOf = (run: WorkerRun) =>
  queryStage(
    run,
    `SELECT _record::INTEGER AS record, seen::INTEGER AS seen, statements, unread FROM catalog_query_readings ORDER BY _record`,
  );

const MOVE = 'INSERT INTO dbo.Customers (id) SELECT OrderID FROM dbo.Orders WHERE Total > ';

test('rows that a logged statement moved are an edge of its own method, at the first record that shows it', async () => {
  const { run } = await importLog([
    'SELECT 1',
    `${MOVE}5`,
    `${MOVE}5`,
    `insert into dbo.customers (id)\nselect OrderID from dbo.Orders where Total > 77.5`,
  ]);
  expect(await flowsOf(run)).toEqual([
    { from: 'Orders', to: 'Customers', kind: 'reads', confidence: 0.5, record: 2 },
  ]);
  expect(await readingsOf(run)).toEqual([
    { record: 1, seen: 1, statements: 1, unread: 0 },
    { record: 2, seen: 3, statements: 1, unread: 0 },
  ]);
});

test('a write that only a log shows is no edge that writes, whatever it says', async () => {
  const { run } = await importLog([
    `${MOVE}1`,
    'INSERT INTO dbo.Customers (id) VALUES (1)',
    'UPDATE dbo.Orders SET Total = Total * 2',
    'DELETE FROM dbo.Orders WHERE OrderID IN (SELECT id FROM dbo.Customers)',
    'TRUNCATE TABLE dbo.Customers',
    'EXEC sales.LoadOrders @day = 3',
    'SELECT OrderID INTO dbo.Made FROM dbo.Orders',
    'INSERT INTO nowhere.AtAll SELECT OrderID FROM dbo.Orders',
    'CREATE VIEW dbo.v AS SELECT OrderID FROM dbo.Orders',
    'CREATE PROCEDURE dbo.p AS INSERT INTO dbo.Orders (OrderID) SELECT id FROM dbo.Customers',
  ]);
  expect(await queryStage(run, "SELECT kind FROM catalog_evidence WHERE method = 'query-log'")).toEqual([
    { kind: 'reads' },
  ]);
  expect(
    await queryStage(
      run,
      "SELECT 1 AS n FROM catalog_evidence WHERE kind IN ('writes', 'deletes', 'truncates')",
    ),
  ).toEqual([]);
  expect(
    await queryStage(run, "SELECT object_name FROM catalog_objects WHERE object_name IN ('Made', 'AtAll')"),
  ).toEqual([]);
});

test('parameters that SQL Server writes before a statement do not hide it', async () => {
  const { run } = await importLog([`(@1 int, @2 varchar(8000))${MOVE}@1`]);
  expect(await flowsOf(run)).toMatchObject([{ from: 'Orders', to: 'Customers' }]);
});

test('what of a log was not read is counted', async () => {
  const { run, files } = await importLog([
    'SELECT * FROM dbo.Orders; EXEC (@text)',
    'SELECT FROM WHERE ((',
    '-- nothing',
  ]);
  expect(files.at(-1)).toMatchObject({ role: 'query_logs', read: 3, staged: 3 });
  expect(await readingsOf(run)).toEqual([
    { record: 1, seen: 1, statements: 2, unread: 1 },
    { record: 2, seen: 1, statements: 1, unread: 1 },
    { record: 3, seen: 1, statements: 0, unread: 0 },
  ]);
});

test('a pattern that was read before is not read again, until the catalogue answers otherwise', async () => {
  const texts = ['SELECT OrderID FROM dbo.Orders', `${MOVE}5`];
  const first = await importLog(texts);
  const kept = await queryStage(first.run, 'SELECT * FROM stage_readings ORDER BY object');
  const logsIn = (rows: Kept) => rows.filter(({ object }) => String(object).startsWith('log:'));
  const countOf = async (run: WorkerRun, table: string) =>
    logsIn(await queryStage(run, `SELECT object FROM ${table}`)).length;
  expect(logsIn(kept)).toHaveLength(2);

  const second = await importLog(
    texts.map((text) => text.replace('5', '600')),
    { kept },
  );
  expect(await flowsOf(second.run)).toEqual(await flowsOf(first.run));
  expect(await readingsOf(second.run)).toEqual(await readingsOf(first.run));
  expect([await countOf(second.run, 'stage_reused'), await countOf(second.run, 'stage_readings')]).toEqual([
    2, 0,
  ]);

  // The table that was written is a synonym now: what the log says has to be read again.
  const other =
    'object_id,schema_name,object_name,object_type\n1,dbo,Orders,U\n2,dbo,Customers,V\n3,sales,vOrders,View\n4,sales,LoadOrders,P\n';
  const third = await importLog(texts, { kept, objects: other });
  expect([await countOf(third.run, 'stage_reused'), await countOf(third.run, 'stage_readings')]).toEqual([
    1, 1,
  ]);
});
