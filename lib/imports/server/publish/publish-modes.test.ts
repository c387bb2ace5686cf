import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extractCsv } from '@/scripts/test/extract-csv';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

let source = '';
let sources = 0;
beforeEach(() => {
  sources += 1;
  source = `source ${sources}`;
});

const post = (objects: Parameters<typeof extractCsv>[0], fields: Record<string, string> = {}) =>
  importFiles(server.origin, extractCsv(objects), { source, ...fields });

/** What readers see of the source now. */
async function catalog() {
  const { read } = await import('@/lib/workspace/server/read');
  const names = async (sql: string) => {
    const rows = await read((db) => db.all(z.object({ line: z.string() }), sql, { source }));
    return rows.map((row) => row.line);
  };
  return {
    objects: await names(
      `SELECT object_name AS line FROM catalog_objects WHERE _to IS NULL AND source = $source ORDER BY 1`,
    ),
    edges: await names(
      `SELECT DISTINCT f.object_name || '>' || t.object_name AS line FROM catalog_evidence AS e
       JOIN catalog_objects AS f ON f.object = e.from_object AND f.source = e.source AND f._to IS NULL
       JOIN catalog_objects AS t ON t.object = e.to_object AND t.source = e.source AND t._to IS NULL
       WHERE e._to IS NULL AND e.source = $source ORDER BY 1`,
    ),
    columns: await names(
      `SELECT o.object_name || '.' || c.column_name AS line FROM catalog_columns AS c
       JOIN catalog_objects AS o USING (source, object)
       WHERE c._to IS NULL AND o._to IS NULL AND c.source = $source ORDER BY 1`,
    ),
    definitions: await names(
      `SELECT definition AS line FROM catalog_definitions WHERE _to IS NULL AND source = $source ORDER BY 1`,
    ),
  };
}

const orders = { id: 1, name: 'orders', columns: ['id', 'total'] };
const lines = { id: 2, name: 'lines', columns: ['id'] };
const report = {
  id: 3,
  name: 'report',
  type: 'VIEW',
  definition: 'CREATE VIEW report AS SELECT 1',
  uses: [1, 2],
};

describe('mode replace', () => {
  it('tells how much of the SQL it brought was read, and nothing of SQL when it brought none', async () => {
    const none = await post([orders]);
    expect(none.receipt?.coverage).toBeNull();
    const definition = 'CREATE VIEW report AS SELECT id, lost FROM orders; SELECT * FROM nowhere';
    const done = await post([orders, { ...report, definition, uses: [1] }]);
    expect(done.receipt?.coverage).toMatchObject({ objects: 1, statements: 2, withDiagnostics: 1 });
    expect(done.receipt?.coverage?.unresolved).toBeGreaterThan(0);
  });

  it('counts everything of a first import as inserted', async () => {
    const done = await post([orders, lines, report]);
    expect(done.problem).toBeNull();
    expect(done.receipt).toMatchObject({
      balanced: true,
      read: 9,
      inserted: 9,
      updated: 0,
      unchanged: 0,
      ended: 0,
      lineage: { objects: { added: 3, changed: 0, removed: 0 }, edges: { added: 2, changed: 0, removed: 0 } },
      coverage: {
        objects: 1,
        statements: 1,
        parsed: 1,
        repaired: 0,
        scanned: 0,
        dynamic: 0,
        withDiagnostics: 0,
      },
    });
    expect(await catalog()).toEqual({
      objects: ['lines', 'orders', 'report'],
      edges: ['lines>report', 'orders>report'],
      columns: ['lines.id', 'orders.id', 'orders.total'],
      definitions: ['CREATE VIEW report AS SELECT 1'],
    });
  });

  it('changes nothing when the same extract comes again', async () => {
    await post([orders, lines, report]);
    const again = await post([orders, lines, report]);
    expect(again.receipt).toMatchObject({
      read: 9,
      inserted: 0,
      updated: 0,
      unchanged: 9,
      ended: 0,
      lineage: { objects: { added: 0, changed: 0, removed: 0 }, edges: { added: 0, changed: 0, removed: 0 } },
    });
  });

  it('ends what the extract no longer has, and nothing of other sources', async () => {
    await post([orders, lines, report]);
    const other = source;
    source = `${other}, copy`;
    await post([orders]);
    source = other;
    const done = await post([orders, { ...report, definition: 'CREATE VIEW report AS SELECT 2', uses: [1] }]);
    expect(done.receipt).toMatchObject({
      read: 6,
      inserted: 0,
      updated: 1,
      unchanged: 5,
      // lines, its column, and its edge
      ended: 3,
      lineage: { objects: { added: 0, changed: 1, removed: 1 }, edges: { added: 0, changed: 0, removed: 1 } },
    });
    expect(await catalog()).toEqual({
      objects: ['orders', 'report'],
      edges: ['orders>report'],
      columns: ['orders.id', 'orders.total'],
      definitions: ['CREATE VIEW report AS SELECT 2'],
    });
    source = `${other}, copy`;
    expect((await catalog()).objects).toEqual(['orders']);
  });
});

describe('mode merge', () => {
  it('replaces the facts of the objects in the files and keeps all others', async () => {
    await post([orders, lines, report]);
    const done = await post(
      [
        { ...orders, columns: ['id', 'amount'] },
        { id: 4, name: 'extra', type: 'VIEW', definition: 'CREATE VIEW extra AS SELECT 1', uses: [1] },
      ],
      { mode: 'merge' },
    );
    expect(done.problem).toBeNull();
    expect(done.receipt).toMatchObject({ read: 6, inserted: 4, updated: 0, unchanged: 2, ended: 1 });
    expect(await catalog()).toEqual({
      objects: ['extra', 'lines', 'orders', 'report'],
      edges: ['lines>report', 'orders>extra', 'orders>report'],
      columns: ['lines.id', 'orders.amount', 'orders.id'],
      definitions: ['CREATE VIEW extra AS SELECT 1', 'CREATE VIEW report AS SELECT 1'],
    });
  });

  it('replaces the dependencies of an object, and leaves them when only its definition comes', async () => {
    await post([orders, lines, report]);
    const [objects, definitions] = extractCsv([{ ...report, definition: 'CREATE VIEW report AS SELECT 3' }]);
    const onlyText = [objects, definitions].flatMap((file) => file ?? []);
    const done = await importFiles(server.origin, onlyText, { source, mode: 'merge' });
    expect(done.problem).toBeNull();
    expect((await catalog()).edges).toEqual(['lines>report', 'orders>report']);
    expect((await catalog()).definitions).toEqual(['CREATE VIEW report AS SELECT 3']);

    await post([{ ...report, uses: [2] }], { mode: 'merge' });
    expect((await catalog()).edges).toEqual(['lines>report']);
  });

  it('replaces hints only with their definition', async () => {
    const hinted = (text: string) => ({
      id: 5,
      name: 'load',
      type: 'SQL_STORED_PROCEDURE',
      definition: `CREATE PROCEDURE dbo.load AS\n-- @LINEAGE_INPUTS: ${text}\nSELECT 1`,
    });
    await post([orders, lines, hinted('dbo.orders')]);
    expect((await catalog()).edges).toEqual(['orders>load']);
    await post([{ ...lines, columns: ['id', 'more'] }], { mode: 'merge' });
    expect((await catalog()).edges).toEqual(['orders>load']);
    await post([hinted('dbo.lines')], { mode: 'merge' });
    expect((await catalog()).edges).toEqual(['lines>load']);
  });

  it('keeps the database under which the source is known', async () => {
    await post([orders], { source: JSON.stringify({ name: source, database: 'Sales' }) });
    const done = await post([lines], { mode: 'merge' });
    expect(done.receipt?.lineage.objects.added).toBe(1);
    const { read } = await import('@/lib/workspace/server/read');
    const rows = await read((db) =>
      db.all(
        z.object({ database_name: z.string() }),
        'SELECT DISTINCT database_name FROM catalog_objects WHERE source = $source AND _to IS NULL',
        { source },
      ),
    );
    expect(rows).toEqual([{ database_name: 'Sales' }]);
  });
});
