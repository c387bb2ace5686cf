import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { search as endpoint } from '@/lib/catalog/contract';
import { swapGraph } from '@/lib/lineage/server/graph-of';
import { seedSnapshot } from '@/scripts/test/seed-snapshot';
import { openTempWorkspace } from '@/scripts/test/temp-workspace';
import { search } from './search';

let close: () => Promise<void>;

beforeAll(async () => {
  close = (await openTempWorkspace()).close;
  await seedSnapshot(1, { source: 'old', objects: [{ name: 'Sales.Gone', columns: { SalesYTD: 'money' } }] });
  await seedSnapshot(2, {
    source: 'old',
    objects: [{ name: 'Sales.vShared', columns: { salesytd: 'int' } }],
  });
  await seedSnapshot(3, {
    objects: [
      { name: 'Sales.SalesYTD' },
      { name: 'Sales.uspResetSalesYTD', type: 'procedure', sql: 'CREATE PROC x AS\n  SET a = 50 % b_c' },
      {
        name: 'Sales.vSalesYTDByQuarter',
        type: 'view',
        sql: 'CREATE VIEW v AS\n  SELECT vSalesYTDx\n FROM t',
      },
      {
        name: 'Sales.vShared',
        type: 'view',
        columns: { SalesYTD: 'money', SalesYTDPrior: 'money', Other: 'int' },
        sql: 'CREATE VIEW w AS SELECT x\nFROM p -- old SalesYTD\nWHERE s.[SalesYTD] > 1',
      },
      { name: 'dw.Fact Quota', columns: { vSalesYTD: 'money', Ünï: 'int' }, sql: 'İ SELECT Ünïcode' },
    ],
  });
  await swapGraph(3);
});

afterAll(() => close());

const ask = (q: string, more: object = {}) => search(endpoint.query.parse({ q, ...more }));
const names = async (q: string, more: object = {}) =>
  (await ask(q, more)).items.map(
    ({ kind, object, column, line }) =>
      `${kind} ${object.name}${column ? `.${column}` : ''}${line ? `:${line}` : ''}`,
  );

describe('search', () => {
  it('finds names before columns before SQL, better matches first', async () => {
    const { snapshot, total, totals, items } = await ask('salesytd');
    expect({ snapshot, total, totals }).toEqual({
      snapshot: 3,
      total: 8,
      totals: { object: 3, column: 3, sql: 2 },
    });
    expect(await names('salesytd')).toEqual([
      'object SalesYTD',
      'object uspResetSalesYTD',
      'object vSalesYTDByQuarter',
      'column vShared.SalesYTD',
      'column vShared.SalesYTDPrior',
      'column Fact Quota.vSalesYTD',
      'sql vShared:2',
      'sql vSalesYTDByQuarter:2',
    ]);
    expect(items.map(({ score }) => score)).toEqual([340, 320, 320, 240, 230, 220, 120, 110]);
    expect(items[3]).toMatchObject({ dataType: 'money', snippet: 'SalesYTD', matchStart: 0, matchEnd: 8 });
    expect(items[7]).toMatchObject({ snippet: 'SELECT vSalesYTDx', matchStart: 8, matchEnd: 16 });
  });

  it('gives at most `limit` of each kind, or one kind, and still counts all', async () => {
    expect(await names('salesytd', { limit: 1 })).toEqual([
      'object SalesYTD',
      'column vShared.SalesYTD',
      'sql vShared:2',
    ]);
    const one = await ask('salesytd', { kind: 'column', limit: 2 });
    expect(one).toMatchObject({ total: 3, totals: { object: 3, column: 3, sql: 2 } });
    expect(one.items.map(({ kind }) => kind)).toEqual(['column', 'column']);
  });

  it('narrows by schema and type, typed or given', async () => {
    expect(await names('salesytd schema:dw')).toEqual(['column Fact Quota.vSalesYTD']);
    expect(await names('salesytd', { schema: 'DW,other' })).toEqual(['column Fact Quota.vSalesYTD']);
    expect(await names('salesytd type:procedure')).toEqual(['object uspResetSalesYTD']);
    expect(await names('salesytd schema:Sales', { schema: 'dw' })).toEqual([]);
    expect(await names('salesytd type:nonsense')).toEqual([]);
    expect(await names('type:view schema:sales')).toEqual(['object vShared', 'object vSalesYTDByQuarter']);
  });

  it('takes wildcards literally', async () => {
    expect(await names('%')).toEqual(['sql uspResetSalesYTD:2']);
    expect(await names('50 %')).toEqual(['sql uspResetSalesYTD:2']);
    expect(await names('b_c')).toEqual(['sql uspResetSalesYTD:2']);
    expect(await names('S%YTD')).toEqual([]);
    expect(await names('S_lesYTD')).toEqual([]);
    expect(await names('[SalesYTD]')).toEqual([
      'object SalesYTD',
      'object uspResetSalesYTD',
      'object vSalesYTDByQuarter',
      'sql vShared:3',
    ]);
    expect(await names('.*')).toEqual([]);
  });

  it('wants all words, or a phrase as it is', async () => {
    expect(await names('where from p')).toEqual(['sql vShared:3']);
    expect(await names('"FROM p"')).toEqual(['sql vShared:2']);
    expect(await names('"p FROM"')).toEqual([]);
    expect(await names('quota fact')).toEqual(['object Fact Quota']);
  });

  it('finds full names', async () => {
    expect(await names('sales.vsh')).toEqual(['object vShared']);
    expect(await names('[Sales].[vShared]')).toEqual(['object vShared']);
    expect((await ask('db.sales.vshared')).items[0]).toMatchObject({
      snippet: 'db.Sales.vShared',
      score: 340,
    });
  });

  it('ignores case beyond ASCII', async () => {
    expect(await names('ÜNÏ')).toEqual(['column Fact Quota.Ünï', 'sql Fact Quota:1']);
  });

  it('finds nothing for an empty query', async () => {
    expect(await ask('  ')).toMatchObject({ snapshot: 3, total: 0, items: [] });
    expect(await ask('schema: type:', { schema: 'dw' })).toMatchObject({ total: 0, items: [] });
  });

  it('searches an older snapshot as it was', async () => {
    expect(await names('salesytd', { snapshot: 1 })).toEqual(['column Gone.SalesYTD']);
  });
});
