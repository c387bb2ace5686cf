import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogRows, graphFromPairs, testId } from '@/scripts/test/graph-from-pairs';
import { buildGraph } from './build-graph';
import { edgesAmong, edgesOf } from './edges-among';
import { degree, neighbours } from './graph';

const [a, b, c] = [testId(1), testId(2), testId(3)];

describe('buildGraph', () => {
  it('makes one edge of each (from, to, kind) and keeps all its evidence', () => {
    const graph = buildGraph(
      catalogRows(
        [{ id: a }, { id: b }],
        [
          { from: a, to: b, method: 'hint' },
          { from: a, to: b, kind: 'writes' },
          { from: a, to: b, method: 'declared' },
          { from: a, to: b, method: 'declared', source: 'other' },
        ],
      ),
    );
    const edges = edgesAmong(graph, new Set([0, 1]));
    expect(edges.map(({ id, kind, verdict }) => ({ id, kind, verdict }))).toEqual([
      { id: `${a}-${b}-reads`, kind: 'reads', verdict: 'agreed' },
      { id: `${a}-${b}-writes`, kind: 'writes', verdict: 'declared-only' },
    ]);
    expect(edges[0]?.evidence).toEqual([
      {
        method: 'hint',
        origin: { source: 'test', import: 7, file: 'dependencies.csv', record: 1 },
        object: b,
        span: { start: { line: 3, column: 5 }, end: { line: 3, column: 12 } },
        confidence: 0.9,
      },
      expect.objectContaining({ method: 'declared', span: null }),
      expect.objectContaining({
        origin: { source: 'other', import: 7, file: 'dependencies.csv', record: 4 },
      }),
    ]);
    expect(neighbours(graph.down, 0)).toEqual(Uint32Array.of(1));
  });

  it('knows the sources of each object', () => {
    const graph = buildGraph(
      catalogRows(
        [
          { id: a, sources: ['s2', 's1'] },
          { id: b, sources: ['s1'] },
          { id: c, sources: ['s1', 's2'] },
        ],
        [],
      ),
    );
    expect(graph.sources).toEqual([['s1', 's2'], ['s1'], ['s1', 's2']]);
  });

  it('counts a self-loop as an edge, not as a neighbour', () => {
    const graph = buildGraph(catalogRows([{ id: a }], [{ from: a, to: a }]));
    expect(edgesOf(graph, 0).incoming).toHaveLength(1);
    expect(degree(graph.down, 0)).toBe(0);
  });

  it('builds the empty graph', () => {
    expect(buildGraph(catalogRows([], []))).toMatchObject({ size: 0, danglingEvidence: 0 });
  });

  it('gives schemas their slot by arrival; the ninth and later share slot 9', () => {
    const objects = Array.from({ length: 10 }, (_, n) => ({ id: testId(n), schema: `S${n}` }));
    expect([...buildGraph(catalogRows(objects, [])).slots]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9]);
  });

  it('knows the distinct neighbours of every object on both sides, and every edge', () => {
    const graphs = fc
      .integer({ min: 1, max: 12 })
      .chain((size) =>
        fc.tuple(
          fc.constant(size),
          fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 40 }),
        ),
      );
    fc.assert(
      fc.property(graphs, ([size, pairs]) => {
        const graph = graphFromPairs(size, pairs);
        for (let n = 0; n < size; n += 1) {
          const distinct = (list: number[]) => [...new Set(list)].sort((x, y) => x - y);
          const to = distinct(pairs.filter(([from]) => from === n).map((pair) => pair[1]));
          const from = distinct(pairs.filter((pair) => pair[1] === n).map((pair) => pair[0]));
          expect([...neighbours(graph.down, n)]).toEqual(to.filter((m) => m !== n));
          expect([...neighbours(graph.up, n)]).toEqual(from.filter((m) => m !== n));
          const { incoming, outgoing } = edgesOf(graph, n);
          expect(incoming.map((edge) => edge.from)).toEqual(from.map(testId));
          expect(outgoing.map((edge) => edge.to)).toEqual(to.map(testId));
        }
      }),
    );
  });
});
