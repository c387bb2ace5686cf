import { expect, it } from 'vitest';
import type { ColumnEdge, ColumnTrace, Evidence } from '../contract';
import { columnSteps } from './column-steps';

const proof = (line: number): Evidence => ({
  ...{ method: 'parsed', origin: { source: 's', import: 1, file: 'f', record: line }, confidence: 0.95 },
  ...{ object: 'v', span: { start: { line, column: 1 }, end: { line, column: 9 } } },
});
const node = (id: string, ...columns: [name: string, depth: number, local?: boolean][]) => ({
  ...{
    id,
    database: 'db',
    schema: 's',
    name: id,
    type: 'table' as const,
    depth: 0,
    inDegree: 0,
    outDegree: 0,
    slot: 1,
  },
  columns: columns.map(([name, depth, local = false]) => ({ name, depth, local, kinds: [], dataType: null })),
});
const edge = (from: string, fromColumn: string, to: string, toColumn: string, line: number): ColumnEdge => ({
  ...{ id: `${line}`, from, fromColumn, to, toColumn, kind: 'direct', verdict: 'parsed-only' },
  evidence: [proof(line)],
});
const trace: ColumnTrace = {
  ...{ level: 'column', snapshot: 1, root: 'v', column: 'Total', shown: 5, total: 5, hidden: [] },
  connected: { up: 3, down: 1, levelsUp: 2, levelsDown: 1 },
  ...{ notDrawn: { depth: 0, limit: 0 }, notRead: [], declaring: [], answeredInMs: 1 },
  nodes: [
    node('z', ['Raw', -2]),
    node('p', ['#t.x', -1, true]),
    node('b', ['Amount', -1], ['Tax', -1]),
    node('v', ['Total', 0]),
    node('m', ['Sum', 1]),
  ],
  edges: [
    edge('z', 'Raw', 'b', 'amount', 1),
    edge('b', 'amount', 'v', 'Total', 2),
    edge('b', 'Tax', 'v', 'Total', 3),
    edge('v', 'Total', 'm', 'Sum', 4),
  ],
};

it('lists what a column is made of and goes into, nearest first, each with the proof that leads towards it', () => {
  const { up, down } = columnSteps(trace);
  const told = (steps: typeof up) =>
    steps.map(({ object, column, hops, proofs }) => [
      `${object.name}.${column}`,
      hops,
      ...proofs.map(({ span }) => span?.start.line),
    ]);
  expect(told(up)).toEqual([
    ['b.Amount', 1, 2],
    ['b.Tax', 1, 3],
    ['z.Raw', 2, 1],
  ]);
  expect(told(down)).toEqual([['m.Sum', 1, 4]]);
});
