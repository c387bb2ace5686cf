import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seed, seedSnapshot } from '@/scripts/test/seed-snapshot';
import { openTempWorkspace } from '@/scripts/test/temp-workspace';
import { getCoverage as endpoint } from '../contract';
import { getCoverage } from './get-coverage';

const sql = 'CREATE VIEW x AS SELECT 1';
const seed: Seed = {
  source: 'erp',
  objects: [
    { name: 's.orders' },
    { name: 's.vOrders', type: 'view', sql },
    { name: 's.load', type: 'procedure', sql },
    { name: 's.odd', type: 'function', sql },
    { name: 's.huge', type: 'procedure', sql },
    { name: 's.early', type: 'view', sql },
    { name: 's.secret', type: 'procedure' },
  ],
  edges: [
    { from: 's.orders', to: 's.vOrders' },
    { from: 's.orders', to: 's.vOrders', method: 'parsed', line: 3 },
    { from: 's.orders', to: 's.load', method: 'parsed', line: 4 },
    { from: 's.orders', to: 's.secret' },
  ],
  readings: [
    { of: 's.vOrders', parsed: 1 },
    {
      of: 's.load',
      ...{ parsed: 3, scanned: 1, dynamic: 2 },
      told: [
        ['parse-failed', 5],
        ['dynamic-sql', 9],
        ['rewrite-lossy', 2],
      ],
    },
    { of: 's.odd', parsed: 2, unresolved: 1, told: [['unresolved-name', 2]] },
    { of: 's.huge', told: [['definition-skipped', 1]] },
  ],
};

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTempWorkspace());
  await seedSnapshot(1, seed);
  await seedSnapshot(2, {
    source: 'crm',
    objects: [{ name: 's.orders' }, { name: 's.vOrders', type: 'view', sql }],
    readings: [{ of: 's.vOrders', parsed: 4 }],
  });
});
afterAll(() => close());

const ask = (query: Record<string, unknown>) => getCoverage(endpoint.query.parse(query));
const names = async (query: Record<string, unknown>) =>
  (await ask(query)).items.map(({ object }) => object.name);

describe('the coverage of a snapshot', () => {
  it('counts statements, what was not read of them, and edges by verdict', async () => {
    const { items } = await ask({ object: 's.load', snapshot: 1 });
    expect(items).toMatchObject([
      {
        ...{ source: 'erp', definition: 'read', statements: 6, parsed: 3, scanned: 1, dynamic: 2 },
        ...{ unread: 2, omitted: 1, edges: { 'parsed-only': 1 } },
        object: { schema: 's', name: 'load', type: 'procedure' },
      },
    ]);
    expect(items[0]?.diagnostics.map(({ code, span }) => [code, span.start.line])).toEqual([
      ['rewrite-lossy', 2],
      ['parse-failed', 5],
      ['dynamic-sql', 9],
    ]);
  });

  it('has objects whose text nobody brought, was given up, or was imported before SQL was read', async () => {
    const { items } = await ask({ snapshot: 1 });
    const states = Object.fromEntries(items.map(({ object, definition }) => [object.name, definition]));
    expect(states).toEqual({
      ...{ vOrders: 'read', load: 'read', odd: 'read' },
      ...{ huge: 'unread', early: 'unread', secret: 'missing' },
    });
    const secret = items.find(({ object }) => object.name === 'secret');
    expect(secret).toMatchObject({ statements: 0, edges: { 'declared-only': 1 } });
  });

  it('shows one kind, and counts the others', async () => {
    const { counts, total, items } = await ask({ show: 'unread', sort: 'name', snapshot: 1 });
    expect({ counts, total }).toEqual({ counts: { all: 6, unread: 4, doubt: 1, disagree: 1 }, total: 4 });
    expect(items.map(({ object }) => object.name)).toEqual(['early', 'huge', 'load', 'secret']);
    expect(await names({ show: 'doubt', snapshot: 1 })).toEqual(['odd']);
    // There is no text that could contradict what is declared of `secret`.
    expect(await names({ show: 'disagree', sort: 'name', snapshot: 1 })).toEqual(['load']);
  });

  it('sums each source, as of the snapshot', async () => {
    const { sources } = await ask({ snapshot: 1 });
    expect(sources).toMatchObject([
      {
        ...{ source: 'erp', objects: 6, statements: 9, unread: 2, omitted: 1, withDiagnostics: 3 },
        ...{
          withUnread: 4,
          withoutText: 1,
          declares: true,
          edges: { agreed: 1, 'parsed-only': 1, 'declared-only': 1 },
        },
      },
    ]);
    expect((await ask({})).sources.map(({ source, objects }) => [source, objects])).toEqual([
      ['crm', 1],
      ['erp', 6],
    ]);
  });

  it('comes in pages that hold each definition once', async () => {
    const found: string[] = [];
    for (let cursor: string | undefined, pages = 0; pages < 9; pages += 1) {
      const page = await ask({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      expect(page.total).toBe(7);
      found.push(...page.items.map(({ object, source }) => `${source} ${object.name}`));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(found).toHaveLength(7);
    expect(new Set(found).size).toBe(7);
    await expect(ask({ cursor: 'x' })).rejects.toMatchObject({ code: 'invalid-request' });
  });
});
