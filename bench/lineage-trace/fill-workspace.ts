import { write } from '@/lib/workspace/server/write';
import { columnEvidence, evidence } from '@/lib/workspace/tables';
import { rowColumns } from '@/lib/workspace/versions';

export type Size = { objects: number; edges: number; columnsPerObject: number; columnEdges: number };

const held = { epoch: 1, assertHeld: () => undefined };
const ID = (n: string) => `lpad(to_hex(CAST(${n} AS BIGINT)), 16, '0')`;
/** A repeatable number from 0 to 1. */
const random = (n: string, salt: number) => `((hash(${n} * 16 + ${salt}) % 1000003) / 1000003.0)`;
const word = (n: string, salt: number) =>
  `['Sales','Order','Customer','Product','Stock','Invoice','Ledger','Person','Region','Quota'][1 + CAST(floor(10 * ${random(n, salt)}) AS INTEGER)]`;
const VERSION = `1, NULL, '00000000-0000-4000-8000-000000000001'`;

/**
 * Writes one snapshot straight into the catalog: objects in 60 schemas, each edge from an earlier object (mostly a near
 * one, sometimes one of the few hubs), columns, and a definition of about 1 kB for each object.
 */
export async function fillWorkspace({ objects, edges, columnsPerObject, columnEdges }: Size): Promise<void> {
  const document = JSON.stringify({
    ...{ id: '00000000-0000-4000-8000-000000000001', number: 1, owner: { name: 'Bench', verified: false } },
    ...{ files: [{ name: 'all.parquet' }], receipt: null },
  });
  await write(held, async (db) => {
    await db.run(
      `INSERT INTO imports VALUES ('00000000-0000-4000-8000-000000000001', 1, 'succeeded', 'bench', 'Bench', now(), now(), $document)`,
      { document },
    );
    await db.run(
      `INSERT INTO catalog_objects
       SELECT 'bench', ${ID('i')}, CAST(i AS VARCHAR), 'db', 'schema' || i % 60,
         ${word('i', 1)} || ${word('i', 2)} || i, ['table','view','procedure'][1 + i % 3], 'X', ${VERSION}, 1, i + 1
       FROM range($objects) AS r(i)`,
      { objects },
    );
    await db.run(
      `INSERT INTO catalog_evidence (${rowColumns(evidence)})
       SELECT 'bench', ${ID('t')}, ${ID('f')}, ${ID('t')}, 'reads', 'declared', NULL, NULL, NULL, NULL, 0.9, NULL, NULL, NULL, ${VERSION}, 1, e + 1
       FROM (SELECT e, t, CASE WHEN ${random('e', 3)} < 0.85
             THEN greatest(0, t - 1 - CAST(floor(400 * ${random('e', 4)}) AS BIGINT))
             ELSE CAST(floor(t * power(${random('e', 5)}, 4)) AS BIGINT) END AS f
         FROM (SELECT e, 1 + CAST(floor(($objects - 1) * ${random('e', 6)}) AS BIGINT) AS t FROM range($edges) AS r(e)))`,
      { objects, edges },
    );
    await db.run(
      `INSERT INTO catalog_columns
       SELECT 'bench', ${ID('i')}, ${word('i * 31 + c', 7)} || ${word('i * 31 + c', 8)} || c, c + 1, 'int', true, ${VERSION}, 1, i * $columns + c + 1
       FROM range($objects) AS r(i), range($columns) AS s(c)`,
      { objects, columns: columnsPerObject },
    );
    // Column edges follow the object edges: each one of those is taken about `columnEdges / edges` times.
    await db.run(
      `INSERT INTO catalog_column_evidence (${rowColumns(columnEvidence)})
       SELECT 'bench', o.object, o.from_object, f.column_name, o.to_object, t.column_name,
         ['direct','expression','aggregate','filter','join'][1 + CAST(e.i % 5 AS INTEGER)], 'parsed', CAST(1 + e.i % 90 AS INTEGER), 1, CAST(1 + e.i % 90 AS INTEGER), 20, 0.95,
         CAST(1 + e.i % 90 AS INTEGER), 5, 12, CAST(1 + e.i % 90 AS INTEGER), 30, 20,
         ${VERSION}, 1, e.i + 1
       FROM range($columnEdges) AS e(i)
       JOIN (SELECT *, row_number() OVER (ORDER BY to_object, from_object) - 1 AS n FROM catalog_evidence) AS o ON o.n = e.i % $edges
       JOIN catalog_columns AS f ON f.object = o.from_object AND f.ordinal = 1 + (e.i // $edges + o.n) % $columns
       JOIN catalog_columns AS t ON t.object = o.to_object AND t.ordinal = 1 + (3 * (e.i // $edges) + o.n // 7) % $columns`,
      { columnEdges, edges, columns: columnsPerObject },
    );
    await db.run(
      `INSERT INTO catalog_definitions
       SELECT 'bench', ${ID('i')}, 'CREATE VIEW [schema' || i % 60 || '].[v' || i || '] AS' || chr(10) ||
         string_agg('  SELECT a.[' || ${word('i * 31 + k', 9)} || 'ID], b.' || ${word('i * 31 + k', 10)} || 'Total' || k ||
           ' FROM [dbo].[' || ${word('i * 31 + k', 11)} || i * 7 % 5000 || '] AS a', chr(10) ORDER BY k), ${VERSION}, 1, i + 1
       FROM range($objects) AS r(i), range(12) AS s(k) GROUP BY i`,
      { objects },
    );
  });
}
