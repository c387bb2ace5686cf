import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeWorkspace } from '@/lib/workspace/server/close-workspace';
import { openWorkspace } from '@/lib/workspace/server/workspace';
import { write } from '@/lib/workspace/server/write';
import { seedId, seedImport, seedSnapshot } from '@/scripts/test/seed-snapshot';
import { heldToken, tempWorkspaceForEach } from '@/scripts/test/temp-workspace';
import { getEvidence } from './get-evidence';
import { getLineage } from './get-lineage';
import { graphOf, swapGraph } from './graph-of';

const workspace = tempWorkspaceForEach();

const names = async (snapshot?: number) => (await graphOf(snapshot)).names;
const ask = {
  up: 1,
  down: 1,
  level: 'object',
  influence: 'false',
  locals: 'false',
  expand: '',
  limit: 100,
} as const;

describe('graphOf', () => {
  it('is empty, with number 0, while nothing is imported', async () => {
    expect(await graphOf()).toMatchObject({ snapshot: 0, size: 0 });
    await expect(getLineage({ ...ask, object: 'a' })).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no object "a": nothing is imported yet.',
    });
    await expect(graphOf(1)).rejects.toMatchObject({ code: 'stale-snapshot' });
  });

  it('stays on its snapshot until the next is swapped in; older ones can still be asked for', async () => {
    await seedSnapshot(1, { objects: [{ name: 's.a' }] });
    expect(await names()).toEqual(['a']);
    await seedSnapshot(3, { objects: [{ name: 's.a' }, { name: 's.b' }] });
    expect(await names()).toEqual(['a']);
    expect(await names(3)).toEqual(['a', 'b']);
    expect(await names()).toEqual(['a']);
    await swapGraph(3);
    expect(await names()).toEqual(['a', 'b']);
    expect(await names(1)).toEqual(['a']);
  });

  it('never mixes snapshots while they are published one after the other', async () => {
    const chain = (length: number) => ({
      objects: Array.from({ length }, (_, n) => ({ name: `s.n${n}` })),
      edges: Array.from({ length: length - 1 }, (_, n) => ({ from: `s.n${n}`, to: `s.n${n + 1}` })),
    });
    await seedSnapshot(1, chain(1));
    await swapGraph(1);
    let done = false;
    const seen = new Set<number>();
    const reader = async () => {
      while (!done) {
        const { snapshot, total, edges } = await getLineage({ ...ask, object: 's.n0', down: 9 });
        expect({ total, edges: edges.length }).toEqual({ total: snapshot, edges: snapshot - 1 });
        seen.add(snapshot);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const publisher = async () => {
      for (const number of [2, 3, 4]) {
        await seedSnapshot(number, chain(number));
        await swapGraph(number);
      }
    };
    await Promise.all([reader(), reader(), publisher().finally(() => (done = true))]);
    expect([...seen].sort()).toEqual(expect.arrayContaining([1, 3]));
    expect((await graphOf()).snapshot).toBe(4);
  });

  it('ends on the newest snapshot when an older one is built later', async () => {
    await seedSnapshot(1, { objects: [{ name: 's.a' }] });
    await seedSnapshot(2, { objects: [{ name: 's.b' }] });
    await Promise.all([swapGraph(2), swapGraph(1)]);
    expect(await names()).toEqual(['b']);
  });

  it('builds a graph once for many who ask at the same time', async () => {
    await seedSnapshot(1, { objects: [{ name: 's.a' }] });
    await seedSnapshot(2, { objects: [{ name: 's.b' }] });
    const graphs = await Promise.all([graphOf(1), graphOf(1), graphOf(1)]);
    expect(new Set(graphs).size).toBe(1);
  });

  it('says why a number is no snapshot', async () => {
    await seedSnapshot(1, { objects: [{ name: 's.a' }] });
    const failed = { id: crypto.randomUUID(), number: 2, state: 'failed', owner: 'A', source: 's' };
    await write(heldToken, (db) => seedImport(db, failed));
    await expect(graphOf(2)).rejects.toMatchObject({
      code: 'stale-snapshot',
      message: 'Snapshot #2 is not available. Import #2 is failed; the newest snapshot is #1.',
      extra: { snapshot: 2, newest: 1 },
    });
    await expect(graphOf(9)).rejects.toMatchObject({ code: 'stale-snapshot' });
  });

  it('forgets everything with the workspace', async () => {
    await seedSnapshot(1, { objects: [{ name: 's.a' }] });
    expect(await names()).toEqual(['a']);
    await closeWorkspace();
    await openWorkspace(join(workspace.dir, 'another'));
    expect(await names()).toEqual([]);
  });
});

describe('the graph of several sources', () => {
  it('unites an object that both know, named and typed by the newest row, its schema as it first came', async () => {
    await seedSnapshot(1, { source: 'one', objects: [{ name: 'Sales.v' }, { name: 'Sales.z' }] });
    await seedSnapshot(2, {
      source: 'two',
      objects: [
        { name: 'SALES.V', type: 'view' },
        { name: 'a.b', type: 'odd' },
      ],
    });
    const { names, schemas, types, sources, slots } = await graphOf();
    expect({ names, schemas, types, sources, slots: [...slots] }).toEqual({
      names: ['b', 'V', 'z'],
      schemas: ['a', 'Sales', 'Sales'],
      types: ['other', 'view', 'table'],
      sources: [['two'], ['one', 'two'], ['one']],
      slots: [2, 1, 1],
    });
  });

  it('gives every object its own schema, also where one record stands for all of them', async () => {
    const places = Array.from({ length: 300 }, (_, n) => `s${n}`);
    await seedSnapshot(1, { objects: places.map((place) => ({ name: `${place}.of_${place}` })) });
    await write(heldToken, (db) => db.run('UPDATE catalog_objects SET _record = 0'));
    const { names, schemas } = await graphOf();
    expect(names).toHaveLength(300);
    expect(names).toEqual(schemas.map((schema) => `of_${schema}`));
  });

  it('leaves out and counts evidence whose ends are not objects of the snapshot', async () => {
    await seedSnapshot(1, {
      objects: [{ name: 's.a' }],
      edges: [
        { from: 's.a', to: 's.gone' },
        { from: 's.gone', to: 's.a' },
        { from: 's.a', to: 's.a' },
      ],
    });
    expect(await graphOf()).toMatchObject({ danglingEvidence: 2, edges: { from: Uint32Array.of(0) } });
  });

  it('refuses a kind of edge it does not know', async () => {
    await seedSnapshot(1, { objects: [{ name: 's.a' }], edges: [{ from: 's.a', to: 's.a', kind: 'eats' }] });
    await expect(graphOf()).rejects.toThrow('kind of edge that is not known');
  });
});

describe('lineage of a seeded workspace', () => {
  beforeEach(async () => {
    await seedSnapshot(1, {
      objects: [
        { name: 'Sales.b' },
        { name: 'Sales.v', type: 'view' },
        { name: 'dw.load', type: 'procedure' },
      ],
      edges: [
        { from: 'Sales.b', to: 'Sales.v' },
        { from: 'Sales.b', to: 'Sales.v', method: 'hint', line: 4 },
        { from: 'Sales.v', to: 'dw.load' },
      ],
    });
  });

  it('traces with the evidence of each edge', async () => {
    const { nodes, edges, snapshot, root } = await getLineage({ ...ask, object: 'sales.V' });
    expect({ snapshot, root }).toEqual({ snapshot: 1, root: seedId('Sales.v') });
    expect(nodes.map(({ schema, name, depth, slot }) => [schema, name, depth, slot])).toEqual([
      ['Sales', 'b', -1, 1],
      ['Sales', 'v', 0, 1],
      ['dw', 'load', 1, 2],
    ]);
    expect(edges.map(({ verdict }) => verdict)).toEqual(['agreed', 'declared-only']);
    expect(edges[0]?.evidence).toEqual([
      {
        method: 'declared',
        origin: { source: 'test', import: 1, file: 'dependencies.csv', record: 1 },
        object: seedId('Sales.v'),
        span: null,
        confidence: 0.9,
      },
      expect.objectContaining({
        method: 'hint',
        span: { start: { line: 4, column: 1 }, end: { line: 4, column: 9 } },
      }),
    ]);
  });

  it('lists every proof of every edge of an object', async () => {
    const { incoming, outgoing, neighbours } = await getEvidence('Sales.v');
    expect([incoming.length, outgoing.length]).toEqual([1, 1]);
    expect(neighbours.map(({ name }) => name)).toEqual(['load', 'b']);
  });

  it('refuses an ambiguous name with the candidates', async () => {
    await seedSnapshot(2, { source: 'other', objects: [{ name: 'x.Sales.v' }, { name: 'x.dbo.v' }] });
    await swapGraph(2);
    await expect(getLineage({ ...ask, object: 'v' })).rejects.toMatchObject({
      code: 'invalid-request',
      message: '"v" is the name of 3 objects: db.Sales.v, x.dbo.v, x.Sales.v. Use the full name or the id.',
      extra: {
        candidateCount: 3,
        candidates: [
          { database: 'db', schema: 'Sales', name: 'v' },
          { database: 'x', schema: 'dbo', name: 'v' },
          { database: 'x', schema: 'Sales', name: 'v' },
        ],
      },
    });
  });
});
