import type { ColumnTrace, Evidence, TracedColumn } from '../contract';

/** One column that a column is made of, or that it goes into. */
export type ColumnStep = {
  object: Omit<ColumnTrace['nodes'][number], 'columns'>;
  column: string;
  /** Hops from the traced column, always positive. */
  hops: number;
  kinds: TracedColumn['kinds'];
  /** Proof of the edges that lead from here towards the traced column. */
  proofs: readonly Evidence[];
};

/** All columns upstream and downstream of a traced column, nearest first. */
export function columnSteps(trace: ColumnTrace): { up: ColumnStep[]; down: ColumnStep[] } {
  const steps = { up: [] as ColumnStep[], down: [] as ColumnStep[] };
  const proofs = proofsByEnd(trace);
  for (const { columns, ...object } of trace.nodes) {
    for (const { name, depth, kinds, local } of columns) {
      if (depth === 0 || local) continue;
      const side = depth < 0 ? 'up' : 'down';
      const known = proofs.get(endKey(side, object.id, name)) ?? [];
      steps[side].push({ object, column: name, hops: Math.abs(depth), kinds, proofs: known });
    }
  }
  return { up: steps.up.sort(nearestFirst), down: steps.down.sort(nearestFirst) };
}

const nameOf = ({ object, column }: ColumnStep) => `${object.schema}.${object.name}.${column}`.toLowerCase();

function nearestFirst(a: ColumnStep, b: ColumnStep): number {
  if (a.hops !== b.hops) return a.hops - b.hops;
  const [nameA, nameB] = [`${nameOf(a)} ${a.object.id}`, `${nameOf(b)} ${b.object.id}`];
  return nameA < nameB ? -1 : nameA > nameB ? 1 : 0;
}

const endKey = (side: 'up' | 'down', object: string, column: string | null): string =>
  `${side} ${object} ${column?.toLowerCase() ?? ''}`;

function proofsByEnd({ edges }: ColumnTrace): Map<string, Evidence[]> {
  const proofs = new Map<string, Evidence[]>();
  const add = (key: string, evidence: readonly Evidence[]) => {
    const known = proofs.get(key);
    if (known) known.push(...evidence);
    else proofs.set(key, [...evidence]);
  };
  for (const { from, fromColumn, to, toColumn, evidence } of edges) {
    add(endKey('up', from, fromColumn), evidence);
    add(endKey('down', to, toColumn), evidence);
  }
  return proofs;
}
