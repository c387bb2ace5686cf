import 'server-only';
import type { ObjectDetail } from '@/lib/catalog/contract';
import { AppError } from '@/lib/errors/app-error';
import { at } from '@/lib/lineage/graph/graph';
import { connectedCounts, reach } from '@/lib/lineage/graph/reach';
import { toNode } from '@/lib/lineage/graph/to-node';
import { graphOf } from '@/lib/lineage/server/graph-of';
import { requireObject } from '@/lib/lineage/server/require-object';
import { read } from '@/lib/workspace/server/read';
import type { Reader } from '@/lib/workspace/server/reader';
import { changedIn, columnRows, definitionRow, objectRows } from './object-rows';
import { provenanceOf } from './provenance';

/**
 * One object by id or name, with everything that is known of it.
 * @throws AppError not-found, invalid-request (ambiguous name), stale-snapshot, deadline
 */
export async function getObject(
  reference: string,
  { snapshot, signal }: { snapshot?: number | undefined; signal?: AbortSignal } = {},
): Promise<ObjectDetail> {
  const graph = await graphOf(snapshot);
  const object = requireObject(graph, reference);
  const of = { object: at(graph.ids, object), snapshot: graph.snapshot };
  return {
    ...toNode(graph, object),
    ...(await read((db) => readDetails(db, of), { signal })),
    snapshot: graph.snapshot,
    connected: connectedCounts(reach(graph.up, object), reach(graph.down, object)),
  };
}

async function readDetails(db: Reader, of: { object: string; snapshot: number }) {
  const rows = await objectRows(db, of);
  const [first] = rows;
  if (!first) throw new AppError('internal', `Object ${of.object} is in the graph but not in the catalog.`);
  const definition = await definitionRow(db, of);
  const provenance = await provenanceOf(db, definition ? [first, definition] : [first]);
  return {
    nativeType: first.native_type,
    sources: rows.map(({ source }) => source).sort(),
    columns: await columnRows(db, of),
    definition: definition
      ? {
          text: definition.definition,
          dialect: definition.dialect,
          lines: definition.definition.split('\n').length,
          from: provenance(definition),
        }
      : null,
    from: provenance(first),
    changedIn: await changedIn(db, of),
  };
}
