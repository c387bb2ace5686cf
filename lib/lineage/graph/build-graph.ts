import { ObjectType } from '@/lib/lineage/contract';
import { buildDownstream, reverseAdjacency } from './build-adjacency';
import { buildEdges } from './build-edges';
import type { CatalogRows } from './catalog-rows';
import { at, type LineageGraph } from './graph';
import { schemaSlots } from './schema-slots';

const knownTypes = new Set<string>(ObjectType.options);
const isObjectType = (type: string): type is ObjectType => knownTypes.has(type);

/**
 * Builds the graph of one snapshot. Objects that several sources know are one object with the names and type of the
 * first row; evidence whose ends are not both objects is left out and counted.
 */
export function buildGraph(rows: CatalogRows): LineageGraph {
  const objects = buildObjects(rows);
  const { edges, ...rest } = buildEdges(rows.evidence, objects.indexOf);
  const down = buildDownstream(edges, objects.size);
  return { snapshot: rows.snapshot, ...objects, edges, ...rest, down, up: reverseAdjacency(down) };
}

function buildObjects({ objects: rows, schemasByArrival }: CatalogRows) {
  const indexOf = new Map<string, number>();
  const first: number[] = [];
  const sources: (readonly string[])[] = [];
  const withSource = sharedLists();
  rows.object.forEach((id, row) => {
    const known = indexOf.get(id);
    if (known === undefined) {
      indexOf.set(id, first.push(row) - 1);
      sources.push(withSource([], at(rows.source, row)));
    } else sources[known] = withSource(at(sources, known), at(rows.source, row));
  });
  const slotOf = schemaSlots(schemasByArrival);
  const names = first.map((row) => at(rows.name, row));
  return {
    size: first.length,
    ids: first.map((row) => at(rows.object, row)),
    databases: first.map((row) => at(rows.database, row)),
    schemas: first.map((row) => at(rows.schema, row)),
    names,
    lowerNames: names.map((name) => name.toLowerCase()),
    types: first.map((row) => {
      const type = at(rows.type, row);
      return isObjectType(type) ? type : 'other';
    }),
    slots: Uint8Array.from(first, (row) => slotOf(at(rows.database, row), at(rows.schema, row))),
    sources,
    indexOf,
  };
}

/** Appends to sorted lists, giving the same array for the same content: 100,000 objects share a few lists. */
function sharedLists() {
  const lists = new Map<string, readonly string[]>();
  return (list: readonly string[], name: string): readonly string[] => {
    const longer = list.includes(name) ? list : [...list, name].sort();
    const key = longer.join('\0');
    const known = lists.get(key);
    if (known === undefined) lists.set(key, longer);
    return known ?? longer;
  };
}
