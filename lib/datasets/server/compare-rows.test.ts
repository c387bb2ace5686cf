import { beforeAll, expect, it } from 'vitest';
import type { RowsStage } from '@/scripts/test/stage-rows';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();
/** Numbers of the imports by what they did. */
const at: Record<string, number> = {};

const columns = { id: 'bigint', name: 'text', price: 'decimal(10,2)' } as const;
const keyed = (rows: RowsStage['rows'], more: Partial<RowsStage> = {}): RowsStage => ({
  ...{ dataset: 'main.t', key: ['id'], mode: 'upsert', columns, rows },
  ...more,
});
const plain = (rows: RowsStage['rows']): RowsStage => ({
  ...{ dataset: 'main.plain', mode: 'append', columns: { word: 'text' }, rows },
});

beforeAll(async () => {
  const { importRows } = await import('@/scripts/test/stage-rows');
  const load = async (name: string, ...stages: RowsStage[]) => {
    const done = await importRows({ files: [`${name}.csv`], stages });
    expect(done).toMatchObject({ state: 'succeeded' });
    at[name] = done.number ?? 0;
  };
  const undo = async (name: string, target: string) => {
    const answer = await fetch(`${server.origin}/api/imports/${at[target]}/rollback`, {
      method: 'POST',
      headers: { Prefer: 'wait=30', 'Content-Type': 'application/json' },
      body: '{}',
    });
    const done = await answer.json();
    expect(done).toMatchObject({ state: 'succeeded' });
    at[name] = done.number;
  };
  await load('other', plain([['one'], ['two']]));
  await load(
    'first',
    keyed([
      [10, 'ten', 1],
      [2, 'two', 2],
      [3, 'three', 3],
      [1, 'one', 4],
    ]),
  );
  await load(
    'second',
    keyed([
      [10, 'TEN', 9],
      [2, 'two', 5],
      [4, 'four', 4],
      [3, 'three', 3],
    ]),
    plain([['three']]),
  );
  await load(
    'wider',
    keyed([['9007199254740993', 'big', '4000000000000.5', 'new']], {
      columns: { id: 'bigint', name: 'text', price: 'decimal(20,2)', extra: 'text' },
    }),
  );
  await load(
    'extra',
    keyed([[1, 'one', 4, 'said']], { columns: { ...columns, price: 'decimal(20,2)', extra: 'text' } }),
  );
  await undo('noExtra', 'extra');
  await undo('narrower', 'wider');
  await undo('noSecond', 'second');
  await undo('gone', 'first');
  await load('again', keyed([[2, 'two', 2]]));
});

const compare = async (from: string, to: string, query: Record<string, string> = {}, name = 'main.t') => {
  const search = new URLSearchParams({ from: String(at[from]), to: String(at[to]), ...query });
  const answer = await fetch(`${server.origin}/api/datasets/${name}/compare?${search}`);
  return answer.json();
};
type Item = {
  change: string;
  columns: string[];
  before: { values: Record<string, unknown> } | null;
  after: { values: Record<string, unknown> } | null;
};
const told = (page: { items: Item[] }) =>
  page.items.map((item) => `${item.change} ${(item.after ?? item.before)?.values.id} ${item.columns.join()}`);

it('tells the rows that differ in the order of their key, each kind counted, each column too', async () => {
  const page = await compare('first', 'second');
  expect(page).toMatchObject({ added: 1, changed: 2, removed: 0, total: 3, key: ['id'] });
  expect(told(page)).toEqual(['changed 2 price', 'added 4 ', 'changed 10 name,price']);
  expect(page.columns.map((it: { name: string; changed: number }) => [it.name, it.changed])).toEqual([
    ['id', 0],
    ['name', 1],
    ['price', 2],
  ]);
  expect(page.items[2]).toMatchObject({
    before: {
      values: { name: 'ten', price: '1.00' },
      from: { import: at.first, file: 'first.csv', line: 2 },
    },
    after: { values: { name: 'TEN', price: '9.00' }, from: { import: at.second, file: 'second.csv' } },
  });
});

it('comes in pages, from any place, of one kind only if wanted', async () => {
  const first = await compare('first', 'second', { limit: '2' });
  const rest = await compare('first', 'second', { limit: '2', cursor: first.nextCursor });
  expect([...told(first), ...told(rest)]).toEqual(told(await compare('first', 'second')));
  expect(rest).toMatchObject({ offset: 2, nextCursor: null });
  const changed = await compare('first', 'second', { change: 'changed', offset: '1' });
  expect(changed).toMatchObject({ added: 1, changed: 2, total: 2, offset: 1 });
  expect(told(changed)).toEqual(['changed 10 name,price']);
  expect(await compare('first', 'second', { offset: '9' })).toMatchObject({ items: [], total: 3 });
  expect(await compare('first', 'second', { cursor: 'x' })).toMatchObject({ code: 'invalid-request' });
});

it('takes a value for the same when only the type of its column became wider', async () => {
  const page = await compare('second', 'wider');
  expect(told(page)).toEqual(['added 9007199254740993 ']);
  expect(page).toMatchObject({ added: 1, changed: 0, removed: 0 });
});

it('shows a column that one side does not have as empty there', async () => {
  const page = await compare('wider', 'extra');
  expect(told(page)).toEqual(['changed 1 extra']);
  const back = await compare('extra', 'narrower');
  expect(told(back)).toEqual(['changed 1 extra', 'removed 9007199254740993 ']);
  expect(back.items[0]).toMatchObject({
    before: { values: { extra: 'said' } },
    after: { values: { extra: null } },
  });
});

it('matches rows without a key by the record that they came from', async () => {
  const page = await compare('other', 'second', {}, 'main.plain');
  expect(page).toMatchObject({ key: [], added: 1, changed: 0, removed: 0 });
  expect(page.items[0]).toMatchObject({ before: null, after: { values: { word: 'three' } } });
  expect(await compare('other', 'noSecond', {}, 'main.plain')).toMatchObject({ total: 0, items: [] });
});

it('counts a dataset that is in one snapshot only as added or removed, and one that was made anew by its rows', async () => {
  expect(await compare('other', 'first')).toMatchObject({ added: 4, changed: 0, removed: 0 });
  expect(await compare('noSecond', 'gone')).toMatchObject({ added: 0, changed: 0, removed: 4 });
  const anew = await compare('first', 'again');
  expect(anew).toMatchObject({ added: 0, changed: 0, removed: 3, key: ['id'] });
  expect(await compare('other', 'gone')).toMatchObject({ code: 'not-found' });
});
