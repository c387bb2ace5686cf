import { type FlowKind, strongest } from '../bind/flow';
import type { ColumnPoint } from '../bind/frame';
import type { Relation } from '../resolve/relation';
import type { ColumnEdge, ObjectFacts } from './object-facts';

type Way = { readonly from: ColumnPoint; readonly kind: FlowKind };

/**
 * The column edges of a definition without what is local to it: what comes out of a temporary table, cursor or variable comes
 * from what went into it. An edge stands at the statement that reaches the object, with the least confidence on its way.
 */
export function collapseLocals({ statements, object, borrows }: Facts): ColumnEdge[] {
  const edges = statements.flatMap(({ columnEdges }) => columnEdges.map((it) => shared(it, object, borrows)));
  if (!edges.some(({ from, to }) => isLocal(from.relation) || isLocal(to.relation))) return edges;
  const into = new Map<string, ColumnEdge[]>();
  for (const edge of edges) {
    if (!isLocal(edge.to.relation)) continue;
    const { key } = edge.to.relation;
    const list = into.get(key);
    if (list === undefined) into.set(key, [edge]);
    else list.push(edge);
  }
  // Many columns come out of the same local one: its ways are looked for once.
  const known = new Map<string, LocalWay[]>();
  const waysOf = (edge: ColumnEdge) => {
    const id = pointId(edge.from, edge.kind);
    const all = known.get(id) ?? ways(edge, into);
    known.set(id, all);
    return all;
  };
  const found = new Map<string, ColumnEdge>();
  for (const edge of edges) {
    if (isLocal(edge.to.relation)) continue;
    for (const way of isLocal(edge.from.relation) ? waysOf(edge) : [edge]) {
      const collapsed = { ...edge, ...landing(edge, way) };
      const { from, to, kind } = collapsed;
      // What a procedure shares with its callers comes back as it went there.
      if (
        from.relation.key === to.relation.key &&
        from.column === to.column &&
        /^[#@]/.test(from.column ?? '')
      )
        continue;
      const id = [from.relation.key, from.column, to.relation.key, to.column, kind, edge.range.start].join(
        '|',
      );
      const other = found.get(id);
      if (other === undefined || other.confidence < collapsed.confidence) found.set(id, collapsed);
    }
  }
  return [...found.values()];
}

type Facts = Pick<ObjectFacts, 'statements' | 'object' | 'borrows'>;

/** Columns of a temporary table that callers make are, to them, those of the definition itself. */
function shared(edge: ColumnEdge, object: Relation, borrows: Facts['borrows']): ColumnEdge {
  if (borrows.length === 0) return edge;
  const end = (point: ColumnPoint): ColumnPoint => {
    const { relation, column } = point;
    const isBorrowed = isLocal(relation) && borrows.includes(relation.name.toLowerCase());
    return isBorrowed
      ? { relation: object, column: column === null ? relation.name : `${relation.name}.${column}` }
      : point;
  };
  return { ...edge, from: end(edge.from), to: end(edge.to) };
}

type LocalWay = Way & { readonly confidence: number; readonly column: string | null };

/** What decided which rows a local table has decides which rows the target has, as a whole. */
function landing(edge: ColumnEdge, way: Way & { confidence: number; column?: string | null }) {
  const rows = way.kind === 'filter' || way.kind === 'join';
  const column = rows ? null : edge.to.column === '*' ? (way.column ?? '*') : edge.to.column;
  const confidence = Math.min(edge.confidence, way.confidence);
  return { from: way.from, kind: way.kind, to: { relation: edge.to.relation, column }, confidence };
}

/** All ways into the local end of an edge, from outside of the definition; the edge's own confidence is left out. */
function ways(edge: ColumnEdge, into: ReadonlyMap<string, readonly ColumnEdge[]>): LocalWay[] {
  const found: LocalWay[] = [];
  const seen = new Set<string>();
  const queue = [{ point: edge.from, kind: edge.kind, confidence: 1 }];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const { point, kind, confidence } = at;
    const id = pointId(point, kind);
    if (seen.has(id)) continue;
    seen.add(id);
    for (const step of into.get(point.relation.key) ?? []) {
      const passes = passing(step, point.column);
      if (passes === null) continue;
      const next = strongest(step.kind, kind);
      const sure = Math.min(confidence, step.confidence);
      const from = { relation: step.from.relation, column: passes };
      if (isLocal(from.relation)) queue.push({ point: from, kind: next, confidence: sure });
      else found.push({ from, kind: next, confidence: sure, column: step.to.column });
    }
  }
  return found;
}

function pointId({ relation, column }: ColumnPoint, kind: FlowKind): string {
  return `${relation.key}|${column?.toLowerCase() ?? ''}|${kind}`;
}

/** The column of an edge's origin that a column of its local target comes from; null when it does not. */
function passing(step: ColumnEdge, column: string | null): string | null {
  if (step.to.column === null || column === '*' || column === null) return step.from.column;
  if (step.to.column === '*') return column;
  return step.to.column.toLowerCase() === column.toLowerCase() ? step.from.column : null;
}

function isLocal({ kind }: Relation): boolean {
  return kind === 'local';
}
