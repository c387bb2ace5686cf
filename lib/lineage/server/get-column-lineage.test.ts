import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seed, seedId, seedSnapshot } from '@/scripts/test/seed-snapshot';
import { openTempWorkspace } from '@/scripts/test/temp-workspace';
import { ColumnTrace, getLineage as endpoint } from '../contract';
import { getLineage } from './get-lineage';

/**
 * Two tables, a view of them, a procedure that fills two columns of a table from two tables and through a temporary table, and
 * a report on that.
 */
const seed: Seed = {
  objects: [
    { name: 's.orders', columns: { id: 'int', amount: 'money', state: 'int', note: 'text' } },
    { name: 's.rates', columns: { rate: 'money', day: 'date' } },
    { name: 's.vOrders', type: 'view', columns: { total: 'money', day: 'date' } },
    { name: 's.load', type: 'procedure' },
    { name: 's.facts', columns: { total: 'money', day: 'date', loaded: 'date' } },
    { name: 's.report', type: 'view', columns: { sum: 'money' } },
  ],
  columnEdges: [
    {
      ...({ from: ['s.orders', 'amount'], to: ['s.vOrders', 'total'], kind: 'expression', line: 4 } as const),
      ...({ mark: [4, 10, 8], entry: [6, 40_000, 20] } as const),
    },
    { from: ['s.rates', 'rate'], to: ['s.vOrders', 'Total'], kind: 'expression', line: 4 },
    { from: ['s.rates', 'day'], to: ['s.vOrders', 'day'], line: 5 },
    { from: ['s.orders', 'state'], to: ['s.vOrders', ''], kind: 'filter', line: 9 },
    { from: ['s.vOrders', 'total'], to: ['s.facts', 'total'], by: 's.load', kind: 'aggregate', line: 7 },
    { from: ['s.vOrders', 'day'], to: ['s.load', '#days.day'], by: 's.load', line: 3 },
    { from: ['s.load', '#days.day'], to: ['s.load', '#more.day'], by: 's.load', line: 5 },
    { from: ['s.load', '#more.day'], to: ['s.facts', 'day'], by: 's.load', line: 7 },
    { from: ['s.facts', 'total'], to: ['s.report', 'sum'], kind: 'aggregate', line: 2 },
  ],
};

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTempWorkspace());
  await seedSnapshot(1, seed);
});
afterAll(() => close());

async function ask(query: Record<string, unknown>): Promise<ColumnTrace> {
  return ColumnTrace.parse(await getLineage(endpoint.query.parse({ level: 'column', ...query })));
}

const nameOf = new Map(seed.objects.map(({ name }) => [seedId(name), name.slice(2)]));
const end = (object: string, column: string | null) =>
  nameOf.get(object) + (column === null ? '' : `.${column}`);

/** Edges as `orders.amount -> vOrders.total expression`, columns as `-1 orders.amount expression`. */
function shape({ nodes, edges }: ColumnTrace) {
  return {
    edges: edges.map((e) => `${end(e.from, e.fromColumn)} -> ${end(e.to, e.toColumn)} ${e.kind}`).sort(),
    columns: nodes
      .flatMap(({ id, columns }) =>
        columns.map((c) => `${c.depth} ${end(id, c.name)} ${c.kinds.join('+')}`.trimEnd()),
      )
      .sort(),
  };
}

describe('the lineage of a column', () => {
  it('goes through views and procedures, without mixing what a procedure moves', async () => {
    expect(shape(await ask({ object: 's.facts', column: 'total', up: 3, down: 1 }))).toEqual({
      edges: [
        'facts.total -> report.sum aggregate',
        'load -> facts.total aggregate',
        'orders.amount -> vOrders.total expression',
        'rates.rate -> vOrders.total expression',
        'vOrders.total -> load aggregate',
      ],
      columns: [
        '-2 vOrders.total aggregate',
        '-3 orders.amount expression',
        '-3 rates.rate expression',
        '0 facts.total',
        '1 report.sum aggregate',
      ],
    });
  });

  it('says which words prove an edge, where they are known', async () => {
    const { edges } = await ask({ object: 's.vOrders', column: 'total', up: 1, down: 0 });
    const words = (object: string) => edges.find(({ from }) => from === seedId(object))?.evidence[0]?.at;
    const line = (number: number, from: number, to: number) => ({
      start: { line: number, column: from },
      end: { line: number, column: to },
    });
    expect(words('s.orders')).toEqual([line(4, 10, 18), line(6, 40_000, 40_020)]);
    expect(words('s.rates')).toBeUndefined();
  });

  it('has the hops of the objects, and counts what it leaves out', async () => {
    const trace = await ask({ object: 's.facts', column: 'TOTAL', up: 1, down: 0 });
    expect(trace.nodes.map(({ name, depth }) => [name, depth])).toEqual([
      ['load', -1],
      ['facts', 0],
    ]);
    expect(trace).toMatchObject({
      ...{ column: 'TOTAL', shown: 1, total: 5, notDrawn: { depth: 4, limit: 0 } },
      connected: { up: 3, down: 1, levelsUp: 3, levelsDown: 1 },
      hidden: [
        { node: seedId('s.facts'), direction: 'down', count: 1, reason: 'depth' },
        { node: seedId('s.load'), direction: 'up', count: 1, reason: 'depth' },
      ],
    });
  });

  it('collapses temporary tables into the procedure, and shows them when asked', async () => {
    const query = { object: 's.facts', column: 'day', up: 2, down: 0 };
    expect(shape(await ask(query)).edges).toEqual(['load -> facts.day direct', 'vOrders.day -> load direct']);
    expect(shape(await ask({ ...query, locals: 'true' }))).toEqual({
      edges: [
        'load.#days.day -> load.#more.day direct',
        'load.#more.day -> facts.day direct',
        'vOrders.day -> load.#days.day direct',
      ],
      columns: [
        '-1 load.#days.day direct',
        '-1 load.#more.day direct',
        '-2 vOrders.day direct',
        '0 facts.day',
      ],
    });
  });

  it('follows filters and joins only when asked', async () => {
    const query = { object: 's.vOrders', column: 'total', up: 1, down: 0 };
    expect(shape(await ask(query)).edges).not.toContain('orders.state -> vOrders filter');
    const { edges, columns } = shape(await ask({ ...query, influence: 'true' }));
    expect(edges).toContain('orders.state -> vOrders filter');
    expect(columns).toContain('-1 orders.state filter');
    const impact = shape(
      await ask({ object: 's.orders', column: 'state', up: 0, down: 9, influence: 'true' }),
    );
    expect(impact.columns).toContain('4 report.sum aggregate');
  });

  it('shows the evidence of each step', async () => {
    const { edges } = await ask({ object: 's.facts', column: 'total', up: 1, down: 0 });
    expect(edges).toMatchObject([
      {
        verdict: 'parsed-only',
        evidence: [
          { method: 'parsed', object: seedId('s.load'), span: { start: { line: 7 } }, confidence: 0.95 },
        ],
      },
    ]);
  });

  it('of all columns of an object is the union', async () => {
    const { shown, nodes } = await ask({ object: 's.vOrders', up: 1, down: 0 });
    expect(nodes.map(({ name }) => name)).toEqual(['orders', 'rates', 'vOrders']);
    expect(shown).toBe(5);
  });

  it('stops at the limit and says so', async () => {
    const trace = await ask({ object: 's.vOrders', up: 1, down: 0, limit: 2 });
    expect(trace.nodes).toHaveLength(2);
    expect(trace.notDrawn.limit).toBeGreaterThan(0);
    expect(trace.hidden.some(({ reason }) => reason === 'limit')).toBe(true);
  });

  it('is empty for a column that nothing feeds, and an error for one that is not there', async () => {
    expect(await ask({ object: 's.orders', column: 'note', up: 5, down: 5 })).toMatchObject({
      ...{ edges: [], hidden: [], nodes: [{ name: 'orders', columns: [] }] },
    });
    await expect(ask({ object: 's.orders', column: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
