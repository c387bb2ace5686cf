import { buildEdges, buildEvidence } from '../graph/build-edges';
import type { EvidenceRows, Numbers } from '../graph/catalog-rows';
import { at, type EdgeTable, type EvidenceTable } from '../graph/graph';

/** What stands at a place of the column graph. */
export const COLUMN_ROLES = ['column', 'local', 'port'] as const;

/**
 * The column edges of one snapshot, beside its LineageGraph. A place is a column of an object; its name is empty for
 * the object as a whole. Columns of temporary tables are `local` to the object that uses them. A value that a procedure
 * moves from `a.x` to `b.y` goes through a `port` of the procedure, one for each column it fills, so that no two ways
 * through the procedure mix. Never changed after it was built.
 */
export type ColumnGraph = {
  readonly size: number;
  /** Number of each place's object in the LineageGraph; ascending. */
  readonly objects: Int32Array;
  readonly names: readonly string[];
  /** Data types as the catalog has them, empty where it knows none. */
  readonly types: readonly string[];
  /** Positions in COLUMN_ROLES. */
  readonly roles: Uint8Array;
  /** The places of object `i`: `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  /** Between places; kinds are positions in COLUMN_EDGE_KINDS. */
  readonly edges: EdgeTable;
  /** The same edges by their `to`: numbers of edges, `into.edges[into.starts[p]]` up to `into.starts[p + 1]`. */
  readonly into: { readonly starts: Uint32Array; readonly edges: Uint32Array };
  readonly evidence: EvidenceTable;
  readonly fileNames: readonly string[];
};

/** What a column graph is built from; all sorted: places by object, evidence by from, to and kind. */
export type ColumnRows = {
  readonly names: readonly string[];
  readonly types: readonly string[];
  readonly objects: Numbers;
  readonly roles: Numbers;
  readonly evidence: EvidenceRows;
  readonly files: readonly string[];
};

/** Builds the column graph of a snapshot with `objectCount` objects. */
export function buildColumnGraph(rows: ColumnRows, objectCount: number): ColumnGraph {
  const size = rows.names.length;
  const edges = buildEdges(rows.evidence, size);
  return {
    size,
    objects: Int32Array.from(rows.objects),
    names: rows.names,
    types: rows.types,
    roles: Uint8Array.from(rows.roles),
    starts: countStarts(rows.objects, objectCount),
    edges,
    into: edgesInto(edges, size),
    evidence: buildEvidence(rows.evidence),
    fileNames: rows.files,
  };
}

/** Where the run of each number below `size` would begin if the numbers were sorted. */
function countStarts(numbers: Numbers, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (let i = 0; i < numbers.length; i += 1) {
    const value = at(numbers, i);
    starts[value + 1] = at(starts, value + 1) + 1;
  }
  for (let i = 1; i <= size; i += 1) starts[i] = at(starts, i) + at(starts, i - 1);
  return starts;
}

function edgesInto({ to }: EdgeTable, size: number): ColumnGraph['into'] {
  const starts = countStarts(to, size);
  const next = starts.slice(0, size);
  const edges = new Uint32Array(to.length);
  for (let edge = 0; edge < to.length; edge += 1) {
    const place = at(next, at(to, edge));
    edges[place] = edge;
    next[at(to, edge)] = place + 1;
  }
  return { starts, edges };
}
