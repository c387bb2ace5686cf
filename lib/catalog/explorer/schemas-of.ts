import type { z } from 'zod';
import type { listSchemas as endpoint, SchemaSummary } from '@/lib/catalog/contract';
import { at, type LineageGraph } from '@/lib/lineage/graph/graph';
import { nameRanges } from './name-ranges';
import { writeObjectCursor } from './object-cursor';
import { type ObjectFilter, objectFilter } from './object-filter';

/** Matching objects that a schema lists at once; above, it opens into ranges. */
const RANGE_MAX = 500;

type SchemaList = z.output<(typeof endpoint)['response']>;

/**
 * The explorer's tree: schemas with what matches. `types` counts what matches `q` and `among`, whatever types are asked
 * for; `unread` which of the objects given as `unread` match `q` and `type`.
 */
export function schemasOf(
  graph: LineageGraph,
  filter: Pick<ObjectFilter, 'q' | 'type' | 'among'>,
  unread: ReadonlySet<number>,
): SchemaList {
  const matchesText = objectFilter(graph, { q: filter.q, among: filter.among });
  const matchesType = objectFilter(graph, { type: filter.type });
  const types: SchemaList['types'] = {};
  const schemas: number[][] = [];
  let matching = 0;
  for (let object = 0; object < graph.size; object += 1) {
    if (!matchesText(object)) continue;
    const type = at(graph.types, object);
    types[type] = (types[type] ?? 0) + 1;
    if (!matchesType(object)) continue;
    matching += 1;
    const open = schemas.at(-1);
    if (open !== undefined && isSameSchema(graph, at(open, 0), object)) open.push(object);
    else schemas.push([object]);
  }
  const items = schemas.map((objects) => toSummary(graph, objects));
  const matchesUnread = objectFilter(graph, { q: filter.q, type: filter.type, among: unread });
  const unreadCount = [...unread].filter(matchesUnread).length;
  return { snapshot: graph.snapshot, items, matching, total: graph.size, types, unread: unreadCount };
}

function isSameSchema(graph: LineageGraph, a: number, b: number): boolean {
  return (
    at(graph.schemas, a).toLowerCase() === at(graph.schemas, b).toLowerCase() &&
    at(graph.databases, a).toLowerCase() === at(graph.databases, b).toLowerCase()
  );
}

function toSummary(graph: LineageGraph, objects: readonly number[]): SchemaSummary {
  const first = at(objects, 0);
  const names = objects.map((object) => at(graph.names, object));
  return {
    database: at(graph.databases, first),
    schema: at(graph.schemas, first),
    slot: at(graph.slots, first),
    total: objects.length,
    ranges: nameRanges(names, RANGE_MAX).map((range) => ({
      first: range.first,
      last: range.last,
      total: range.end - range.start,
      cursor: writeObjectCursor({ snapshot: graph.snapshot, object: at(objects, range.start) }),
    })),
  };
}
