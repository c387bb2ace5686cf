import 'server-only';
import { z } from 'zod';
import { read } from '@/lib/workspace/server/read';
import { columns } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';
import { at, type LineageGraph } from '../graph/graph';

/** True when the catalog knows the column, whatever its case; many columns have no lineage. */
export async function hasColumn(graph: LineageGraph, object: number, column: string): Promise<boolean> {
  const row = await read((db) =>
    db.one(
      z.object({ known: z.boolean() }),
      `SELECT count(*) > 0 AS known FROM ${asOf(columns)} AS c
       WHERE object = $object AND lower(column_name) = lower($column)`,
      { object: at(graph.ids, object), column, snapshot: graph.snapshot },
    ),
  );
  return row?.known ?? false;
}
