import type { Relation } from '../resolve/relation';
import type { Range } from '../span';

/**
 * What a column does for another: `direct` is it as it is, `expression`, `aggregate` and `window` are made of it; `filter`
 * and `join` decide which rows there are, for the target as a whole.
 */
export type FlowKind = 'direct' | 'expression' | 'aggregate' | 'window' | 'filter' | 'join';

/** A column that something comes from. `*`: some columns of a relation whose columns are not known. */
export type Flow = {
  readonly relation: Relation;
  readonly column: string;
  readonly kind: FlowKind;
  /** Where the statement names the column, nearest to its table, and the entry of FROM it belongs to, as far as known. */
  readonly at?: Range;
  readonly entry?: Range;
};

/** The flows with the place where a column is named, for those that were named nowhere nearer to their table. */
export function namedAt(flows: readonly Flow[], at: Range | undefined): readonly Flow[] {
  if (at === undefined || flows.length === 0) return flows;
  return flows.map((flow) => (flow.at === undefined ? { ...flow, at } : flow));
}

/** The flows with the entry of FROM that they come from, for those that have none yet. */
export function enteredAt(flows: readonly Flow[], entry: Range | undefined): readonly Flow[] {
  if (entry === undefined || flows.length === 0) return flows;
  return flows.map((flow) => (flow.entry === undefined ? { ...flow, entry } : flow));
}

const rank: { readonly [kind in FlowKind]: number } = {
  direct: 0,
  expression: 1,
  aggregate: 2,
  window: 3,
  filter: 4,
  join: 4,
};

/** The stronger of two kinds on the same way: what passes an expression and an aggregate is aggregated. */
export function strongest(one: FlowKind, other: FlowKind): FlowKind {
  return rank[other] > rank[one] ? other : one;
}

/** The flows as seen after they passed something of this kind. */
export function raise(flows: readonly Flow[], kind: FlowKind): Flow[] {
  return flows.map((flow) => (rank[kind] > rank[flow.kind] ? { ...flow, kind } : flow));
}

/** Each flow once: without it, a chain of queries that use a column twice would double them at every step. */
export function distinctFlows(flows: readonly Flow[]): readonly Flow[] {
  if (flows.length < 3) return flows;
  const seen = new Set<string>();
  return flows.filter(({ relation, column, kind }) => {
    const before = seen.size;
    return seen.add(`${relation.key}|${column}|${kind}`).size > before;
  });
}
