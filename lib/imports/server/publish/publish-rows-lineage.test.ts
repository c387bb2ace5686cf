import { expect, test } from 'vitest';
import { z } from 'zod';
import type { RowsStage } from '@/scripts/test/stage-rows';
import { withImportServer } from '@/scripts/test/with-import-server';

withImportServer();

test('the lineage has the dataset with its columns, fed by the files whose rows it holds', async () => {
  const { importRows } = await import('@/scripts/test/stage-rows');
  const stage: RowsStage = {
    dataset: 'sales.orders',
    columns: { id: 'integer', total: 'decimal(10,2)', note: 'text' },
    rows: [
      [1, 1, 'a'],
      [2, 2, 'b'],
    ],
    key: ['id'],
    mode: 'upsert',
    fileOf: (row) => row + 1,
  };
  await importRows({ files: ['north.csv', 'south.csv'], stages: [stage] });
  const last = await importRows({
    files: ['both.csv'],
    stages: [{ ...stage, rows: [[2, 3, 'c']], fileOf: () => 1 }],
  });
  const { loadGraph } = await import('@/lib/lineage/server/load-graph');
  const graph = await loadGraph(last.number ?? 0);
  const at = graph.names.findIndex((name, i) => name === 'orders' && graph.schemas[i] === 'sales');
  expect(graph.types[at]).toBe('dataset');
  const feeding = Array.from(graph.edges.to, (to, edge) => (to === at ? graph.edges.from[edge] : undefined))
    .filter((from) => from !== undefined)
    .map((from) => `${graph.types[from]} ${graph.names[from]}`);
  // south.csv had the row that both.csv changed.
  expect(feeding.sort()).toEqual(['file both.csv', 'file north.csv']);
  expect(graph.names).not.toContain('south.csv');
  const { read } = await import('@/lib/workspace/server/read');
  const columns = await read((db) =>
    db.all(
      z.object({ column_name: z.string(), data_type: z.string(), nullable: z.boolean() }),
      `SELECT column_name, data_type, nullable FROM catalog_columns AS c JOIN catalog_objects AS o USING (object)
         WHERE c._to IS NULL AND o._to IS NULL AND o.schema_name = 'sales' ORDER BY ordinal`,
    ),
  );
  expect(columns).toEqual([
    { column_name: 'id', data_type: 'integer', nullable: false },
    { column_name: 'total', data_type: 'decimal(10,2)', nullable: true },
    { column_name: 'note', data_type: 'text', nullable: true },
  ]);
});
