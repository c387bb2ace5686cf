import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seed, seedId, seedSnapshot } from '@/scripts/test/seed-snapshot';
import { openTempWorkspace } from '@/scripts/test/temp-workspace';
import { getObjectColumns as endpoint, ObjectColumns } from '../contract';
import { getObjectColumns } from './get-object-columns';

const seed: Seed = {
  objects: [
    { name: 's.orders', columns: { id: 'int', amount: 'money', state: 'int' } },
    { name: 's.vOrders', type: 'view', columns: { total: 'money', id: 'int' } },
    { name: 's.load', type: 'procedure' },
    { name: 's.facts', columns: { total: 'money' } },
  ],
  columnEdges: [
    { from: ['s.orders', 'amount'], to: ['s.vOrders', 'total'], kind: 'expression', line: 4 },
    { from: ['s.orders', 'id'], to: ['s.vOrders', 'id'], line: 3 },
    { from: ['s.orders', 'state'], to: ['s.vOrders', ''], kind: 'filter', line: 9 },
    { from: ['s.vOrders', 'total'], to: ['s.facts', 'total'], by: 's.load', kind: 'aggregate', line: 7 },
  ],
};

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTempWorkspace());
  await seedSnapshot(1, seed);
});
afterAll(() => close());

async function ask(names: string[], influence = 'false', edges?: 'false'): Promise<ObjectColumns> {
  const objects = names.map(seedId).join(',');
  return ObjectColumns.parse(await getObjectColumns(endpoint.query.parse({ objects, influence, edges })));
}
const edgesOf = ({ edges }: ObjectColumns) =>
  edges.map(({ fromColumn, toColumn, kind }) => `${fromColumn} -> ${toColumn} ${kind}`).sort();

describe('the columns of opened objects', () => {
  it('come in their order with their types, and with the edges that join two of the objects', async () => {
    const answer = await ask(['s.orders', 's.vOrders']);
    expect(answer.objects.map(({ columns }) => columns.map(({ name }) => name))).toEqual([
      ['id', 'amount', 'state'],
      ['total', 'id'],
    ]);
    expect(answer.objects[0]?.columns[1]).toEqual({ name: 'amount', dataType: 'money' });
    expect(edgesOf(answer)).toEqual(['amount -> total expression', 'id -> id direct']);
  });

  it('come without edges when nobody asks for these', async () => {
    const answer = await ask(['s.orders', 's.vOrders'], 'false', 'false');
    expect(answer.objects).toEqual((await ask(['s.orders', 's.vOrders'])).objects);
    expect(answer.edges).toEqual([]);
  });

  it('have no edges to objects that are not asked for', async () => {
    expect(edgesOf(await ask(['s.vOrders', 's.facts']))).toEqual([]);
    expect(edgesOf(await ask(['s.vOrders', 's.load', 's.facts']))).toEqual([
      'null -> total aggregate',
      'total -> null aggregate',
    ]);
  });

  it('have the filters when they are asked for', async () => {
    expect(edgesOf(await ask(['s.orders', 's.vOrders'], 'true'))).toContain('state -> null filter');
  });

  it('name the objects that the snapshot does not have', async () => {
    const answer = await ask(['s.orders', 's.gone']);
    expect([answer.objects.length, answer.unknown]).toEqual([1, [seedId('s.gone')]]);
  });
});
