import { buildDownstream, reverseAdjacency } from './build-adjacency';
import { buildEdges, buildEvidence } from './build-edges';
import type { CatalogRows } from './catalog-rows';
import { at, type LineageGraph, OBJECT_TYPES } from './graph';
import { schemaSlot } from './schema-slot';

/** Builds the graph of one snapshot from its rows. */
export function buildGraph(rows: CatalogRows): LineageGraph {
  const { id, name, schema, type } = rows.objects;
  const size = id.length;
  const edges = buildEdges(rows.evidence, size);
  const down = buildDownstream(edges, size);
  return {
    snapshot: rows.snapshot,
    size,
    ids: id,
    names: name,
    lowerNames: name.map((text) => text.toLowerCase()),
    databases: Array.from(schema, (place) => at(rows.schemas, place).database),
    schemas: Array.from(schema, (place) => at(rows.schemas, place).schema),
    slots: Uint8Array.from(schema, schemaSlot),
    types: Array.from(type, (code) => at(OBJECT_TYPES, code)),
    sources: objectSources(rows),
    indexOf: new Map(id.map((text, object) => [text, object])),
    edges,
    evidence: buildEvidence(rows.evidence),
    down,
    up: reverseAdjacency(down),
    sourceNames: rows.sources.names,
    fileNames: rows.files,
    danglingEvidence: rows.danglingEvidence,
  };
}

/** The names of each object's sources, sorted; 100,000 objects share a few lists. */
function objectSources({ objects, sources }: CatalogRows): (readonly string[])[] {
  const lists: (readonly string[])[] = objects.id.map(() => NO_SOURCES);
  const longer = new Map<readonly string[], Map<string, readonly string[]>>();
  for (let row = 0; row < sources.object.length; row += 1) {
    const object = at(sources.object, row);
    const list = at(lists, object);
    const name = at(sources.names, at(sources.source, row));
    const next = longer.get(list) ?? new Map<string, readonly string[]>();
    longer.set(list, next);
    const known = next.get(name) ?? [...list, name].sort();
    next.set(name, known);
    lists[object] = known;
  }
  return lists;
}

const NO_SOURCES: readonly string[] = [];
