import 'server-only';
import { z } from 'zod';
import { read } from '@/lib/workspace/server/read';
import { columns as columnTable } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';
import { drawnColumnEdges } from '../columns/drawn-column-edges';
import { placesOf } from '../columns/places-of';
import type { getObjectColumns as endpoint, ObjectColumns } from '../contract';
import type { LineageGraph } from '../graph/graph';
import { columnGraphOf } from './column-graph-of';
import { graphOf } from './graph-of';

const Row = z.object({ object: z.string(), name: z.string(), dataType: z.string() });

/** One that several sources know counts once, as its newest row says. */
const COLUMNS = `SELECT object, column_name AS name, data_type AS "dataType"
  FROM ${asOf(columnTable)} AS c WHERE object = any($ids)
  QUALIFY row_number() OVER (PARTITION BY object, lower(column_name) ORDER BY _from DESC, source, column_name) = 1
  ORDER BY object, ordinal, lower(column_name)`;

/**
 * The columns of some objects and the column edges among them, to draw them opened beside each other.
 * @throws AppError stale-snapshot, deadline
 */
export async function getObjectColumns(query: z.output<(typeof endpoint)['query']>): Promise<ObjectColumns> {
  const graph = await graphOf(query.snapshot);
  const ids = [...new Set(query.objects.split(','))];
  const objects = ids.flatMap((id) => graph.indexOf.get(id) ?? []);
  const rows = await read((db) => db.all(Row, COLUMNS, { ids, snapshot: graph.snapshot }));
  const known = new Map<string, ObjectColumns['objects'][number]>();
  for (const id of ids) if (graph.indexOf.has(id)) known.set(id, { id, columns: [] });
  for (const { object, name, dataType } of rows) known.get(object)?.columns.push({ name, dataType });
  return {
    snapshot: graph.snapshot,
    objects: [...known.values()],
    edges: query.edges === 'true' ? await edgesAmong(graph, objects, query.influence === 'true') : [],
    unknown: ids.filter((id) => !graph.indexOf.has(id)),
  };
}

async function edgesAmong(graph: LineageGraph, objects: readonly number[], influence: boolean) {
  const columnGraph = await columnGraphOf(graph);
  const places = new Set(objects.flatMap((object) => placesOf(columnGraph, object)));
  return drawnColumnEdges(graph, columnGraph, places, { influence, locals: false });
}
