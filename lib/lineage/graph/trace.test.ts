import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphFromPairs, testId } from '@/scripts/test/graph-from-pairs';
import { modelTrace } from '@/scripts/test/model-trace';
import { trace } from './trace';

const pairsOf = (size: number) =>
  fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 3 * size });

const request = fc.nat({ max: 11 }).chain((last) =>
  fc.record({
    size: fc.constant(last + 1),
    pairs: pairsOf(last + 1),
    root: fc.nat(last),
    up: fc.nat(4),
    down: fc.nat(4),
    limit: fc.integer({ min: 1, max: 14 }),
    opened: fc.array(fc.tuple(fc.nat(last + 2), fc.constantFrom('up' as const, 'down' as const)), {
      maxLength: 4,
    }),
  }),
);

describe('trace', () => {
  it('agrees with a brute-force model on depths, edges and every count', () => {
    fc.assert(
      fc.property(request, ({ size, pairs, root, up, down, limit, opened }) => {
        const graph = graphFromPairs(size, pairs);
        const expand = opened.map(([n, direction]) => `${testId(n)}:${direction}`).join(',');
        const actual = trace(graph, { root, up, down, expand, limit });
        expect({
          nodes: Object.fromEntries(actual.nodes.map(({ id, depth }) => [Number.parseInt(id, 16), depth])),
          edges: actual.edges
            .map(({ from, to }) => `${Number.parseInt(from, 16)}>${Number.parseInt(to, 16)}`)
            .sort(),
          hidden: actual.hidden
            .map((h) => `${Number.parseInt(h.node, 16)} ${h.direction} ${h.count} ${h.reason}`)
            .sort(),
          shown: actual.shown,
          total: actual.total,
          connected: actual.connected,
          beyond: actual.beyond,
          notDrawn: actual.notDrawn,
          oneStepAway: actual.oneStepAway,
          notExpanded: actual.notExpanded,
        }).toEqual(modelTrace({ size, pairs, root, up, down, limit, opened }));
      }),
      { numRuns: 3000 },
    );
  });

  it('adds up: drawn and not drawn are everything, whatever is asked', () => {
    fc.assert(
      fc.property(request, ({ size, pairs, root, up, down, limit }) => {
        const { shown, beyond, notDrawn, total, nodes } = trace(graphFromPairs(size, pairs), {
          root,
          up,
          down,
          expand: '',
          limit,
        });
        expect(nodes).toHaveLength(shown);
        expect(shown + beyond.up + beyond.down).toBe(total);
        expect(shown + notDrawn.depth + notDrawn.limit).toBe(total);
      }),
    );
  });

  it('says one step away exactly what one more step of depth draws', () => {
    fc.assert(
      fc.property(request, ({ size, pairs, root, up, down }) => {
        const graph = graphFromPairs(size, pairs);
        const ask = { root, up, down, expand: '', limit: 100 };
        const now = trace(graph, ask);
        expect(trace(graph, { ...ask, up: up + 1 }).shown - now.shown).toBe(now.oneStepAway.up);
        expect(trace(graph, { ...ask, down: down + 1 }).shown - now.shown).toBe(now.oneStepAway.down);
        expect(trace(graph, { ...ask, limit: 1 }).oneStepAway).toEqual(now.oneStepAway);
      }),
    );
  });

  it('draws a node of a cycle once, at the smaller depth, and its self-loop as an edge', () => {
    const graph = graphFromPairs(4, [
      [0, 1],
      [1, 2],
      [2, 0],
      [0, 0],
      [3, 0],
    ]);
    const { nodes, edges, total, connected } = trace(graph, {
      root: 0,
      up: 2,
      down: 2,
      expand: '',
      limit: 10,
    });
    expect(nodes.map(({ id, depth }) => [id, depth])).toEqual([
      [testId(2), -1],
      [testId(3), -1],
      [testId(0), 0],
      [testId(1), 1],
    ]);
    expect(edges.map(({ from, to }) => [from, to])).toContainEqual([testId(0), testId(0)]);
    expect(edges).toHaveLength(5);
    expect({ total, connected }).toEqual({
      total: 4,
      connected: { up: 3, down: 2, levelsUp: 2, levelsDown: 2 },
    });
    expect(nodes.find(({ id }) => id === testId(0))).toMatchObject({ inDegree: 2, outDegree: 1 });
  });

  it('opens just the hidden neighbours of one card, in place, at their exact depth', () => {
    const graph = graphFromPairs(5, [
      [1, 0],
      [2, 1],
      [3, 1],
      [4, 0],
      [2, 4],
    ]);
    const ask = { root: 0, up: 1, down: 0, limit: 10 };
    expect(trace(graph, { ...ask, expand: '' })).toMatchObject({
      shown: 3,
      hidden: [
        { node: testId(1), direction: 'up', count: 2, reason: 'depth' },
        { node: testId(4), direction: 'up', count: 1, reason: 'depth' },
      ],
      oneStepAway: { up: 2, down: 0 },
    });
    const opened = trace(graph, { ...ask, expand: `${testId(4)}:up,${testId(3)}:up,${testId(1)}:down` });
    expect(opened.nodes.map(({ id, depth }) => [id, depth])).toContainEqual([testId(2), -2]);
    expect(opened).toMatchObject({
      shown: 4,
      hidden: [{ node: testId(1), direction: 'up', count: 1, reason: 'depth' }],
      notExpanded: [`${testId(3)}:up`, `${testId(1)}:down`],
    });
  });
});
