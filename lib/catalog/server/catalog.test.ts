import { describe, expect, it } from 'vitest';
import { listObjects as objectsEndpoint, listSnapshots as snapshotsEndpoint } from '@/lib/catalog/contract';
import { swapGraph } from '@/lib/lineage/server/graph-of';
import { type Seed, seedId, seedSnapshot } from '@/scripts/test/seed-snapshot';
import { tempWorkspaceForEach } from '@/scripts/test/temp-workspace';
import { getObject } from './get-object';
import { getObjectHistory } from './get-object-history';
import { getSnapshot } from './get-snapshot';
import { listObjects } from './list-objects';
import { listSchemas } from './list-schemas';
import { listSnapshots } from './list-snapshots';

tempWorkspaceForEach();

const objects = (query: object) => listObjects(objectsEndpoint.query.parse(query));
const snapshots = (query: object) => listSnapshots(snapshotsEndpoint.query.parse(query));

async function publish(number: number, seed: Seed): Promise<void> {
  await seedSnapshot(number, seed);
  await swapGraph(number);
}

describe('an empty workspace', () => {
  it('answers lists that are empty, with snapshot 0', async () => {
    expect(await listSchemas({})).toEqual({
      ...{ snapshot: 0, items: [], matching: 0, total: 0, types: {}, unread: 0 },
    });
    expect(await objects({})).toEqual({ snapshot: 0, items: [], nextCursor: null, total: 0 });
    expect(await snapshots({})).toEqual({ items: [], nextCursor: null, total: 0 });
    await expect(getObject('a')).rejects.toMatchObject({ code: 'not-found' });
    await expect(getObjectHistory('a')).rejects.toMatchObject({ code: 'not-found' });
    await expect(getSnapshot(1)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('snapshots', () => {
  it('are listed newest first; pages do not shift when a new one comes', async () => {
    for (const number of [1, 2, 4]) await seedSnapshot(number, { owner: `Person ${number}`, objects: [] });
    const first = await snapshots({ limit: 2 });
    expect(first.items.map(({ number }) => number)).toEqual([4, 2]);
    expect(first).toMatchObject({ total: 3, nextCursor: '2' });
    await seedSnapshot(5, { objects: [] });
    const next = await snapshots({ limit: 2, cursor: first.nextCursor });
    expect(next.items.map(({ number }) => number)).toEqual([1]);
    expect(next).toMatchObject({ total: 4, nextCursor: null });
    expect(first.items[0]).toMatchObject({
      owner: { name: 'Person 4', verified: false },
      publishedAt: '2026-01-04T10:00:00.000Z',
      files: ['objects.csv', 'definitions.csv', 'dependencies.csv', 'table_columns.csv'],
      objects: { added: 2, changed: 1, removed: 0 },
      edges: { added: 3, changed: 0, removed: 1 },
    });
    expect(await getSnapshot(4)).toEqual(first.items[0]);
    await expect(getSnapshot(3)).rejects.toMatchObject({ code: 'not-found' });
    await expect(snapshots({ cursor: 'x' })).rejects.toMatchObject({ code: 'invalid-request' });
  });
});

describe('the explorer', () => {
  const many = Array.from({ length: 1201 }, (_, n) => ({ name: `Sales.t${String(n).padStart(4, '0')}` }));

  it('counts what matches by schema and type, exactly', async () => {
    await publish(1, {
      objects: [{ name: 'Sales.a' }, { name: 'Sales.va', type: 'view' }, { name: 'dw.b' }, { name: 'dw.c' }],
    });
    expect(await listSchemas({})).toEqual({
      snapshot: 1,
      matching: 4,
      total: 4,
      types: { table: 3, view: 1 },
      unread: 1,
      items: [
        { database: 'db', schema: 'dw', slot: 2, total: 2, ranges: [] },
        { database: 'db', schema: 'Sales', slot: 1, total: 2, ranges: [] },
      ],
    });
    expect(await listSchemas({ q: 'A', type: 'view' })).toMatchObject({
      matching: 1,
      total: 4,
      types: { table: 1, view: 1 },
      items: [{ schema: 'Sales', total: 1 }],
    });
    expect(await listSchemas({ q: 'sales.v' })).toMatchObject({ matching: 1 });
    expect(await listSchemas({ q: '%' })).toMatchObject({ matching: 0, items: [] });
  });

  it('shows only what was not fully read, and counts it beside the other filters', async () => {
    const sql = 'CREATE VIEW x AS SELECT 1';
    await publish(1, {
      objects: [
        { name: 'Sales.a' },
        { name: 'Sales.load', type: 'procedure', sql },
        { name: 'Sales.secret', type: 'procedure' },
        { name: 'dw.whole', type: 'view', sql },
      ],
      readings: [
        { of: 'Sales.load', parsed: 1, dynamic: 1, told: [['dynamic-sql', 3]] },
        { of: 'dw.whole', parsed: 1 },
      ],
    });
    expect(await listSchemas({})).toMatchObject({ matching: 4, unread: 2 });
    expect(await listSchemas({ q: 'load' })).toMatchObject({ matching: 1, unread: 1 });
    expect(await listSchemas({ unread: 'true' })).toMatchObject({
      ...{ matching: 2, total: 4, unread: 2, types: { procedure: 2 } },
      items: [{ schema: 'Sales', total: 2 }],
    });
    const { items } = await objects({ unread: 'true' });
    expect(items.map(({ name }) => name)).toEqual(['load', 'secret']);
  });

  it('keeps the colour slots when schemas come and go', async () => {
    await publish(1, { objects: [{ name: 'Sales.a' }, { name: 'Person.a' }] });
    await publish(2, { objects: [{ name: 'Alpha.a' }, { name: 'Person.a' }] });
    const slots = async (snapshot: number) =>
      (await listSchemas({ snapshot })).items.map(({ schema, slot }) => `${schema} ${slot}`);
    expect(await slots(1)).toEqual(['Person 2', 'Sales 1']);
    expect(await slots(2)).toEqual(['Alpha 3', 'Person 2']);
  });

  it('cuts a schema of more than 500 into ranges whose cursors open them', async () => {
    await publish(1, { objects: [...many, { name: 'dw.x' }] });
    const { items } = await listSchemas({ type: 'table' });
    const sales = items.find(({ schema }) => schema === 'Sales');
    expect(sales?.ranges.map(({ first, last, total }) => [first, last, total])).toEqual([
      ['t00', 't03', 400],
      ['t04', 't0800', 401],
      ['t0801', 't1', 400],
    ]);
    const opened = await Promise.all(
      (sales?.ranges ?? []).map(({ cursor, total }) =>
        objects({ type: 'table', schema: 'Sales', cursor, limit: total }),
      ),
    );
    expect(opened.flatMap((page) => page.items.map(({ name }) => `Sales.${name}`))).toEqual(
      many.map(({ name }) => name),
    );
    expect(opened.map(({ total }) => total)).toEqual([1201, 1201, 1201]);
  });

  it('pages through everything once, on one snapshot, also when a new one is published', async () => {
    await publish(1, { objects: many.slice(0, 25) });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await objects({ limit: 10, cursor });
      expect(page).toMatchObject({ snapshot: 1, total: 25 });
      seen.push(...page.items.map(({ name }) => `Sales.${name}`));
      cursor = page.nextCursor ?? undefined;
      if (seen.length === 10) await publish(2, { objects: [{ name: 'Sales.other' }] });
    } while (cursor !== undefined);
    expect(seen).toEqual(many.slice(0, 25).map(({ name }) => name));
    await expect(objects({ cursor: '1.10', snapshot: 2 })).rejects.toMatchObject({ code: 'invalid-request' });
    await expect(objects({ cursor: '7.1' })).rejects.toMatchObject({ code: 'stale-snapshot' });
    await expect(objects({ cursor: '1.1; DROP' })).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('filters by source and database', async () => {
    await publish(1, { source: 'one', objects: [{ name: 'x.dbo.a' }] });
    await publish(2, { source: 'two', objects: [{ name: 'x.dbo.a' }, { name: 'y.dbo.b' }] });
    const found = async (query: object) => (await objects(query)).items.map(({ name }) => name);
    expect(await found({ source: 'one' })).toEqual(['a']);
    expect(await found({ source: 'two' })).toEqual(['a', 'b']);
    expect(await found({ database: 'Y' })).toEqual(['b']);
    expect(await found({ source: 'two', schema: 'DBO', database: 'x', type: 'table,view' })).toEqual(['a']);
  });
});

describe('one object', () => {
  const sql = 'CREATE VIEW v AS\nSELECT 1';

  it('is shown with columns, definition and where each came from', async () => {
    await publish(1, {
      owner: 'Marek',
      objects: [{ name: 'Sales.v', type: 'view', sql, columns: { b: 'int', a: 'money' } }],
    });
    await publish(2, {
      owner: 'Anna',
      objects: [
        { name: 'Sales.v', type: 'view', sql: `${sql}\n`, columns: { b: 'int', a: 'money' } },
        { name: 'Sales.t' },
      ],
      edges: [{ from: 'Sales.t', to: 'Sales.v' }],
    });
    expect(await getObject('sales.v')).toEqual({
      ...{ id: seedId('Sales.v'), database: 'db', schema: 'Sales', name: 'v', type: 'view', slot: 1 },
      ...{ inDegree: 1, outDegree: 0, snapshot: 2, nativeType: 'VIEW', sources: ['test'], changedIn: 2 },
      columns: [
        { name: 'b', dataType: 'int', ordinal: 1, nullable: false },
        { name: 'a', dataType: 'money', ordinal: 2, nullable: false },
      ],
      definition: {
        text: `${sql}\n`,
        dialect: 'tsql',
        lines: 3,
        from: {
          ...{ import: 2, file: 'definitions.csv', record: 1 },
          ...{ owner: { name: 'Anna', verified: false }, at: '2026-01-02T10:00:00.000Z' },
        },
      },
      connected: { up: 1, down: 0, levelsUp: 1, levelsDown: 0 },
      from: {
        ...{ import: 1, file: 'objects.csv', record: 1 },
        ...{ owner: { name: 'Marek', verified: false }, at: '2026-01-01T10:00:00.000Z' },
      },
    });
    expect(await getObject(seedId('Sales.v'), { snapshot: 1 })).toMatchObject({
      ...{ snapshot: 1, inDegree: 0, changedIn: 1 },
      definition: { text: sql, lines: 2 },
    });
  });

  it('unites what two sources say; the newest row decides', async () => {
    await publish(1, { source: 'one', objects: [{ name: 'Sales.v', columns: { A: 'int' }, sql: 'old' }] });
    await publish(2, {
      source: 'two',
      objects: [{ name: 'SALES.V', type: 'view', columns: { a: 'money', c: 'int' } }],
    });
    expect(await getObject('Sales.v')).toMatchObject({
      name: 'V',
      type: 'view',
      nativeType: 'VIEW',
      sources: ['one', 'two'],
      columns: [{ name: 'a', dataType: 'money' }, { name: 'c' }],
      definition: { text: 'old' },
      from: { import: 2 },
    });
  });

  it('has a history of what each snapshot did to it', async () => {
    const v = { name: 'Sales.v', type: 'view', sql, columns: { a: 'int' } };
    await publish(1, { owner: 'Anna', objects: [v] });
    await publish(2, { objects: [v, { name: 'Sales.other' }] });
    await publish(3, { objects: [{ ...v, sql: 'other', columns: { a: 'int', b: 'int' } }] });
    await publish(4, { objects: [{ ...v, type: 'table', sql: 'other', columns: { a: 'int', b: 'money' } }] });
    await publish(5, { objects: [] });
    await publish(6, { objects: [v] });
    const history = async (reference: string) =>
      (await getObjectHistory(reference)).items.map(
        ({ snapshot, changes }) => `${snapshot} ${changes.join(' ')}`,
      );
    expect(await history('Sales.v')).toEqual([
      '6 added',
      '5 removed',
      '4 changed columns',
      '3 columns definition',
      '1 added',
    ]);
    expect((await getObjectHistory('Sales.v')).items.at(-1)).toMatchObject({
      at: '2026-01-01T10:00:00.000Z',
      owner: { name: 'Anna', verified: false },
    });
    expect(await history(seedId('Sales.other'))).toEqual(['3 removed', '2 added']);
    await expect(getObjectHistory('Sales.other')).rejects.toMatchObject({ code: 'not-found' });
    expect((await getObject('Sales.v', { snapshot: 4 })).changedIn).toBe(4);
    expect((await getObject('Sales.v', { snapshot: 2 })).changedIn).toBe(1);
  });
});
