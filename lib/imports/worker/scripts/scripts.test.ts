import { afterAll, describe, expect, test } from 'vitest';
import {
  queryStage,
  removeWorkerFolders,
  runWorker,
  type Upload,
  type WorkerRun,
} from '@/scripts/test/import-worker';

afterAll(removeWorkerFolders);

const TABLES = `USE Shop
GO
SET ANSI_NULLS ON
GO
CREATE TABLE dbo.Orders (Id int NOT NULL, Amount money NULL)
GO
CREATE TABLE dbo.Facts (Id int, Total decimal(10, 2))
`;
const LOAD = `-- Nightly.
CREATE VIEW dbo.Big AS
SELECT Id, Amount * 2 AS Twice FROM dbo.Orders WHERE Amount > 10
GO
CREATE PROCEDURE dbo.Load AS
BEGIN
  INSERT INTO dbo.Facts (Id, Total)
  SELECT Id, Twice FROM dbo.Big
END
GO
DELETE FROM dbo.Facts
EXEC dbo.Load
`;

const NAMES = `(SELECT object, concat_ws('.', nullif(schema_name, ''), object_name) AS name, object_type FROM catalog_objects)`;
const edges = async (run: WorkerRun) =>
  (
    await queryStage(
      run,
      `SELECT f.name || ' ' || kind || ' ' || t.name || ' ' || start_line || ':' || start_column AS line
       FROM catalog_evidence AS e JOIN ${NAMES} AS f ON f.object = from_object JOIN ${NAMES} AS t ON t.object = to_object
       WHERE method = 'parsed' ORDER BY line`,
    )
  ).map(({ line }) => line);
const objects = async (run: WorkerRun) =>
  (await queryStage(run, `SELECT object_type || ' ' || name AS line FROM ${NAMES} ORDER BY line`)).map(
    ({ line }) => line,
  );

async function staged(files: readonly Upload[], job?: Parameters<typeof runWorker>[1]) {
  const run = await runWorker(files, job);
  if (run.last?.type !== 'staged') throw new Error(JSON.stringify(run.last));
  return { run, files: run.last.files };
}

describe('scripts', () => {
  test('become objects with definitions, columns and edges across files', async () => {
    const { run, files } = await staged([
      { name: 'tables.sql', bytes: new Uint8Array(Buffer.from(`\ufeff${TABLES}`, 'utf16le')) },
      { name: 'load.sql', bytes: LOAD },
    ]);
    expect(files).toMatchObject([
      { role: 'script', format: 'sql', encoding: 'utf-16le', read: 2, staged: 2 },
      { role: 'script', format: 'sql', encoding: 'utf-8', read: 3, staged: 3 },
    ]);
    expect(await objects(run)).toEqual([
      ...[
        'procedure dbo.Load',
        'script Files.load.sql',
        'table dbo.Facts',
        'table dbo.Orders',
        'view dbo.Big',
      ],
    ]);
    expect(await edges(run)).toEqual([
      'Files.load.sql deletes dbo.Facts 11:1',
      'dbo.Big reads dbo.Load 3:3',
      'dbo.Load calls Files.load.sql 12:1',
      'dbo.Load writes dbo.Facts 3:3',
      'dbo.Orders reads dbo.Big 3:1',
    ]);
    expect(
      await queryStage(
        run,
        `SELECT o.name || '.' || column_name AS name, data_type AS type, nullable FROM catalog_columns JOIN ${NAMES} AS o USING (object)
         ORDER BY o.name, ordinal`,
      ),
    ).toEqual([
      { name: 'dbo.Big.Id', type: '', nullable: null },
      { name: 'dbo.Big.Twice', type: '', nullable: null },
      { name: 'dbo.Facts.Id', type: 'int', nullable: true },
      { name: 'dbo.Facts.Total', type: 'decimal(10,2)', nullable: true },
      { name: 'dbo.Orders.Id', type: 'int', nullable: false },
      { name: 'dbo.Orders.Amount', type: 'money', nullable: true },
    ]);
    const ways = await queryStage(
      run,
      `SELECT f.name || '.' || from_column || ' ' || kind || ' ' || t.name || '.' || to_column AS way FROM catalog_column_evidence
       JOIN ${NAMES} AS f ON f.object = from_object JOIN ${NAMES} AS t ON t.object = to_object ORDER BY way`,
    );
    expect(ways.map(({ way }) => way)).toEqual([
      'dbo.Big.Id direct dbo.Facts.Id',
      'dbo.Big.Twice direct dbo.Facts.Total',
      'dbo.Orders.Amount expression dbo.Big.Twice',
      'dbo.Orders.Amount filter dbo.Big.',
      'dbo.Orders.Id direct dbo.Big.Id',
    ]);
    expect(await queryStage(run, 'SELECT _file, code FROM stage_notes')).toEqual([
      { _file: 1, code: 'OTHER_DATABASE' },
    ]);
  });

  test('the last definition of an object counts, and names of nobody are told', async () => {
    const view = (of: string) => `CREATE VIEW dbo.V AS SELECT a FROM dbo.${of}`;
    const { run, files } = await staged([
      { name: 'a.sql', bytes: `${view('One')}\nGO\n${view('Two')}` },
      { name: 'b.sql', bytes: view('Two') },
      { name: 'c.sql', bytes: 'SET NOCOUNT ON' },
    ]);
    expect(files.map(({ read, staged, duplicates, skipped }) => [read, staged, duplicates, skipped])).toEqual(
      [
        [2, 0, 1, 1],
        [1, 1, 0, 0],
        [0, 0, 0, 0],
      ],
    );
    expect(await objects(run)).toEqual(['unresolved dbo.Two', 'view dbo.V']);
    expect(
      await queryStage(run, 'SELECT _file, code, message FROM stage_notes ORDER BY _file'),
    ).toMatchObject([
      {
        _file: 1,
        code: 'DEFINED_AGAIN',
        message: 'dbo.V is defined again in b.sql, line 1; that later definition counts.',
      },
      { _file: 3, code: 'NOTHING_FOUND' },
    ]);
  });

  test('a text without end is rejected with its place; the rest of the scripts stays', async () => {
    const bad = "CREATE VIEW dbo.A AS SELECT 1 AS a\nGO\nCREATE VIEW dbo.B AS\nSELECT 'x AS a FROM dbo.T";
    const stopped = await runWorker([{ name: 'bad.sql', bytes: bad }]);
    expect(stopped.last).toMatchObject({
      type: 'failed',
      code: 'bad-records',
      detail: expect.stringContaining(
        'bad.sql, record 2 (line 4): A string, quoted name or comment that begins in line 4, column 8',
      ),
    });
    const choices = { mode: 'replace', onBadRecord: 'keep', maxRejects: 10, maxRejectPercent: 100 } as const;
    const { run, files } = await staged([{ name: 'bad.sql', bytes: bad }], { choices });
    expect(files).toMatchObject([{ read: 2, staged: 1, rejected: 1, columns: ['sql'] }]);
    expect(await objects(run)).toEqual(['view dbo.A']);
    const [reject] = await queryStage(run, 'SELECT line, code, raw FROM stage_rejects');
    expect(reject).toMatchObject({ line: '4', code: 'UNCLOSED_TEXT' });
    expect(JSON.parse(String(reject?.raw))).toEqual({
      sql: "CREATE VIEW dbo.B AS\nSELECT 'x AS a FROM dbo.T",
    });
  });

  test('are read in the dialect of the source, which is doubted where the text looks like another', async () => {
    const sql = `CREATE TABLE shop.orders (id serial, doc jsonb);
      CREATE VIEW shop.v AS SELECT id, doc->>'a' AS a FROM shop.orders WHERE doc->>'b' ILIKE 'x';`;
    const source = { name: 'Shop', database: 'shop', dialect: 'postgres' } as const;
    const { run } = await staged([{ name: 'a.sql', bytes: sql }], { source });
    expect(await edges(run)).toEqual(['shop.orders reads shop.v 1:23']);
    expect(await queryStage(run, 'SELECT code FROM stage_notes')).toEqual([]);
    const doubted = await staged([{ name: 'a.sql', bytes: sql }]);
    expect(await queryStage(doubted.run, 'SELECT code, message FROM stage_notes')).toMatchObject([
      {
        code: 'DIALECT_IN_DOUBT',
        message: expect.stringContaining('looks like PostgreSQL but was read as T-SQL'),
      },
    ]);
  });

  test('do not replace a source with nothing, and do not come with an extract', async () => {
    const silent = await runWorker([{ name: 'a.sql', bytes: '-- later' }]);
    expect(silent.last).toMatchObject({
      type: 'failed',
      code: 'incomplete-extract',
      detail: expect.stringContaining('a.sql'),
    });
    const objectsFile = 'object_id,schema_name,object_name,object_type\n1,dbo,T,U\n';
    const mixed = await runWorker([
      { name: 'a.sql', bytes: 'SELECT 1' },
      { name: 'objects.csv', bytes: objectsFile },
    ]);
    expect(mixed.last).toMatchObject({ type: 'failed', code: 'invalid-request' });
  });
});
