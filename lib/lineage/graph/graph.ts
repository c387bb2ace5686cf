import { EdgeKind, EvidenceMethod, ObjectType } from '@/lib/lineage/contract';

/** Neighbours of object `i`: `targets[starts[i]]` up to, not including, `targets[starts[i + 1]]`; distinct, ascending, never `i`. */
export type Adjacency = { readonly starts: Uint32Array; readonly targets: Uint32Array };

/** Edges sorted by (from, to, kind). Edge `e` has the evidence `evidenceStarts[e]` up to `evidenceStarts[e + 1]`. */
export type EdgeTable = {
  /** First edge of each `from`, one more entry than objects. */
  readonly starts: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly kind: Uint8Array;
  readonly evidenceStarts: Uint32Array;
};

/** Evidence in the order of the edges. -1 (0 in spans) stands for null; texts are indexes into the graph's lists. */
export type EvidenceTable = {
  readonly method: Uint8Array;
  readonly source: Uint32Array;
  readonly import: Uint32Array;
  readonly file: Uint32Array;
  readonly record: Float64Array;
  readonly object: Int32Array;
  /** Four numbers each: start line, start column, end line, end column. */
  readonly span: Int32Array;
  readonly confidence: Float64Array;
  /** Two numbers each, packed as mark.ts says: the words that say so, and their entry of FROM. */
  readonly marks: Float64Array;
  /** Patterns of logged statements, of the evidence that query logs gave. */
  readonly logged: ReadonlyMap<number, string>;
};

/**
 * All objects and edges of one snapshot. Objects are numbered in display order (database, schema, name without case);
 * never changed after it was built, so any number of readers share it.
 */
export type LineageGraph = {
  readonly snapshot: number;
  readonly size: number;
  readonly ids: readonly string[];
  readonly databases: readonly string[];
  readonly schemas: readonly string[];
  readonly names: readonly string[];
  readonly lowerNames: readonly string[];
  readonly types: readonly ObjectType[];
  /** Colour slot of the schema, 1 to 9. */
  readonly slots: Uint8Array;
  /** Names of the sources that know the object; equal lists are one array. */
  readonly sources: readonly (readonly string[])[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly down: Adjacency;
  readonly up: Adjacency;
  readonly edges: EdgeTable;
  readonly evidence: EvidenceTable;
  readonly sourceNames: readonly string[];
  readonly fileNames: readonly string[];
  /** Evidence left out because one of its ends is no object of this snapshot. */
  readonly danglingEvidence: number;
};

export type Direction = 'up' | 'down';

/** Codes in rows and typed arrays are positions in these lists. */
export const EDGE_KINDS: readonly EdgeKind[] = EdgeKind.options;
export const EVIDENCE_METHODS: readonly EvidenceMethod[] = EvidenceMethod.options;
export const OBJECT_TYPES: readonly ObjectType[] = ObjectType.options;

/** Reads entry `i` of a list or typed array whose length the caller knows. */
export function at<T>(list: { readonly [index: number]: T; readonly length: number }, i: number): T {
  const value = list[i];
  if (value === undefined) throw new RangeError(`index ${i} of ${list.length}`);
  return value;
}

/** Distinct direct neighbours of an object on one side. */
export function neighbours(adjacency: Adjacency, object: number): Uint32Array {
  return adjacency.targets.subarray(at(adjacency.starts, object), at(adjacency.starts, object + 1));
}

export function degree(adjacency: Adjacency, object: number): number {
  return at(adjacency.starts, object + 1) - at(adjacency.starts, object);
}
