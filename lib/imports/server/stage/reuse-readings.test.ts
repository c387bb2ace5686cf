import { expect, it } from 'vitest';
import { z } from 'zod';
import { extractCsv } from '@/scripts/test/extract-csv';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const post = (objects: Parameters<typeof extractCsv>[0], fields: Record<string, string> = {}) =>
  importFiles(server.origin, extractCsv(objects), { source: 'Shop', ...fields });

const orders = { id: 1, name: 'orders', columns: ['id', 'total'] };
const view = (definition: string) => ({ id: 2, name: 'report', type: 'VIEW', definition });
const ofId = view('CREATE VIEW dbo.report AS SELECT id FROM dbo.orders');
const ofTotal = view('CREATE VIEW dbo.report AS SELECT total FROM dbo.orders');

/** The column edges that are current, with the snapshot that wrote each. */
async function ways() {
  const { read } = await import('@/lib/workspace/server/read');
  const rows = await read((db) =>
    db.all(
      z.object({ way: z.string() }),
      `SELECT from_column || '>' || to_column || ' #' || _from AS way FROM catalog_column_evidence WHERE _to IS NULL ORDER BY way`,
    ),
  );
  return rows.map(({ way }) => way);
}

it('what definitions told stays as it is until they, or what they ask the catalogue, change; a roll back forgets it', async () => {
  const first = await post([orders, ofId]);
  expect(first.receipt?.coverage).toMatchObject({ objects: 1, parsed: 1, reused: 0 });
  const again = await post([orders, ofId]);
  expect(again.receipt).toMatchObject({
    balanced: true,
    inserted: 0,
    ended: 0,
    coverage: { objects: 1, parsed: 1, reused: 1 },
    lineage: { edges: { added: 0, changed: 0, removed: 0 } },
  });
  expect(await ways()).toEqual(['id>id #1']);

  const changed = await post([orders, ofTotal]);
  expect(changed.receipt?.coverage).toMatchObject({ objects: 1, reused: 0 });
  expect(await ways()).toEqual(['total>total #3']);
  const dry = await post([orders, ofId], { dryRun: 'true' });
  expect(dry.receipt?.coverage).toMatchObject({ reused: 0 });

  const back = await fetch(`${server.origin}/api/imports/3/rollback`, {
    method: 'POST',
    headers: { Prefer: 'wait=60', 'Content-Type': 'application/json' },
    body: '{}',
  });
  expect(back.ok).toBe(true);
  expect((await ways()).map((way) => way.split(' ')[0])).toEqual(['id>id']);
  const afterwards = await post([orders, ofTotal]);
  expect(afterwards.receipt?.coverage).toMatchObject({ objects: 1, reused: 0 });
  expect((await ways()).map((way) => way.split(' ')[0])).toEqual(['total>total']);

  const merged = await post([orders, ofTotal], { mode: 'merge' });
  expect(merged.receipt?.coverage).toMatchObject({ objects: 1, reused: 1 });
  expect((await ways()).map((way) => way.split(' ')[0])).toEqual(['total>total']);
  const gone = await post([orders, view('CREATE VIEW dbo.report AS SELECT 1 AS one')]);
  expect(gone.receipt?.coverage).toMatchObject({ objects: 1, reused: 0 });
  expect(await ways()).toEqual([]);
});
