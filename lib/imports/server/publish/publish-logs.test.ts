import { expect, it } from 'vitest';
import { z } from 'zod';
import { importFiles } from '@/scripts/test/import-server';
import { SMALL } from '@/scripts/test/small-extract';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const MOVE = 'INSERT INTO dbo.Customers (id) SELECT OrderID FROM dbo.Orders WHERE Total > ';
const BACK = 'INSERT INTO dbo.Orders (OrderID) SELECT id FROM dbo.Customers WHERE id = ';
const only = { objects: null, definitions: null, dependencies: null, table_columns: null };
const log = (...texts: string[]) => `${['command_text', ...texts].join('\n')}\n`;
const post = (
  changes: Partial<Record<keyof typeof SMALL, string | null>>,
  fields: Record<string, string> = {},
) => {
  const files = Object.entries({ ...SMALL, ...changes }).flatMap(([role, text]) =>
    text === null ? [] : [{ name: `${role}.csv`, bytes: new TextEncoder().encode(text) }],
  );
  return importFiles(server.origin, files, { source: 'Shop', ...fields });
};

/** What the query logs show as of the newest snapshot, with the import that said so. */
async function seen() {
  const { read } = await import('@/lib/workspace/server/read');
  const rows = await read((db) =>
    db.all(
      z.object({ way: z.string() }),
      `SELECT f.object_name || ' > ' || t.object_name || ' #' || e._from AS way FROM catalog_evidence AS e
       JOIN catalog_objects AS f ON f.object = e.from_object AND f._to IS NULL
       JOIN catalog_objects AS t ON t.object = e.to_object AND t._to IS NULL
       WHERE e._to IS NULL AND e.method = 'query-log' ORDER BY way`,
    ),
  );
  return rows.map(({ way }) => way);
}

it('what logs show is published with its snapshot: added by a merge, replaced with the source, the same again unchanged', async () => {
  const first = await post({ query_logs: log(`${MOVE}1`, `${MOVE}2`) });
  expect(first.receipt?.coverage?.queryLog).toEqual({ records: 2, patterns: 1, statements: 1, unread: 0 });
  expect(await seen()).toEqual(['Orders > Customers #1']);

  const merged = await post({ ...only, query_logs: log(`${BACK}7`) }, { mode: 'merge' });
  expect(merged.receipt).toMatchObject({
    balanced: true,
    coverage: { objects: 0, queryLog: { records: 1 } },
    lineage: { edges: { added: 1, changed: 0, removed: 0 } },
  });
  expect(await seen()).toEqual(['Customers > Orders #2', 'Orders > Customers #1']);

  const replaced = await post({ query_logs: log(`${MOVE}900`) });
  expect(replaced.receipt?.lineage.edges).toEqual({ added: 0, changed: 0, removed: 1 });
  expect(await seen()).toEqual(['Orders > Customers #1']);

  const without = await post({ query_logs: null });
  expect(without.receipt).toMatchObject({ lineage: { edges: { removed: 1 } }, coverage: { queryLog: null } });
  expect(await seen()).toEqual([]);
});
