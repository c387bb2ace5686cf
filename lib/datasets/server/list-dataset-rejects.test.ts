import { beforeAll, expect, it } from 'vitest';
import type { Import } from '@/lib/imports/contract';
import { send } from '@/scripts/test/import-client';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();
/** Numbers of the imports. */
let child = 0;
let undo = 0;
beforeAll(async () => {
  await load([['a.csv', 'staff', '1,10\n2,n/a\nx,lots']]);
  await load([
    ['other.csv', 'other', '1,bad'],
    ['b.csv', 'staff', '3,30\n4,n/a'],
  ]);
  await load([['clean.csv', 'staff', '5,50']]);
  await load([['c.csv', 'staff', 'y,1\n6,60']], { dryRun: 'true' });
  const stopped = await load([['d.csv', 'staff', 'z,1']], { onBadRecord: 'stop' });
  expect(stopped.state).toBe('failed');
  const again = await load([['a_errors.csv', 'staff', '2,20']], { parent: '1' });
  expect(again).toMatchObject({ state: 'succeeded', parent: 1 });
  child = again.number ?? 0;
  const url = `${server.origin}/api/imports/2/rollback`;
  undo = (await (await send('POST', url, {}, { Prefer: 'wait=60' })).json()).number;
});

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
const format = (ordinal: number, dataset: string) => ({
  file: ordinal,
  kind: 'rows',
  dataset,
  columns: [
    { name: 'id', as: 'id', type: 'integer' },
    { name: 'pay', as: 'pay', type: 'integer' },
  ],
});
const load = (
  files: ReadonlyArray<readonly [string, string, string]>,
  more: Record<string, string> = {},
): Promise<Import> =>
  importFiles(
    server.origin,
    files.map(([name, , text]) => file(name, `id,pay\n${text}\n`)),
    {
      ...{ onBadRecord: 'keep', maxRejectPercent: '100', mode: 'append', owner: 'Anna' },
      formats: JSON.stringify(files.map(([, dataset], index) => format(index + 1, dataset))),
      ...more,
    },
  );
const rejects = async (query: Record<string, string> = {}, name = 'staff') =>
  (await fetch(`${server.origin}/api/datasets/${name}/rejects?${new URLSearchParams(query)}`)).json();
const detail = async (query: Record<string, string> = {}) =>
  (await fetch(`${server.origin}/api/datasets/staff?${new URLSearchParams(query)}`)).json();

it('are those of all loads of the dataset and of no other, newest load first, counted by column and code', async () => {
  const page = await rejects();
  expect(page).toMatchObject({ snapshot: undo, total: 3, kept: 3, nextCursor: null });
  const groups = page.groups.map((it: { column: string; records: number; imports: number[] }) => [
    it.column,
    it.records,
    it.imports,
  ]);
  expect(groups).toEqual([
    ['pay', 2, [2, 1]],
    ['id', 1, [1]],
  ]);
  const places = page.items.map((it: { import: number; file: string; line: number; raw: string }) => [
    it.import,
    it.file,
    it.line,
    it.raw,
  ]);
  expect(places).toEqual([
    [2, 'b.csv', 3, '4,n/a'],
    [1, 'a.csv', 3, '2,n/a'],
    [1, 'a.csv', 4, 'x,lots'],
  ]);
  expect(page.items[2].reasons).toHaveLength(2);
  expect(page.loads).toMatchObject([
    { import: 2, files: [{ name: 'b.csv', rejected: 1 }], children: [] },
    { import: 1, files: [{ name: 'a.csv', rejected: 2 }], owner: { name: 'Anna' } },
  ]);
  expect(await detail()).toMatchObject({ loads: 5, rejected: 3 });
  expect(await detail({ snapshot: '1' })).toMatchObject({ loads: 1, rejected: 2 });
  expect(await rejects({ snapshot: '1' })).toMatchObject({
    total: 2,
    groups: [{}, {}],
    loads: [{ import: 1 }],
  });
  expect(await rejects({ snapshot: '2' }, 'other')).toMatchObject({
    total: 1,
    items: [{ file: 'other.csv' }],
  });
});

it('are listed in pages, and of one group only', async () => {
  const one = await rejects({ limit: '2' });
  const two = await rejects({ limit: '2', cursor: one.nextCursor });
  expect([...one.items, ...two.items]).toEqual((await rejects()).items);
  const code = one.items[0].code;
  expect(await rejects({ code, column: 'pay' })).toMatchObject({ total: 2, kept: 2, groups: [{}, {}] });
  expect(await rejects({ code, column: '' })).toMatchObject({ total: 0, items: [] });
  expect(await rejects({ cursor: 'x' })).toMatchObject({ code: 'invalid-request' });
  expect(await rejects({}, 'nothing')).toMatchObject({ code: 'not-found' });
});

it('tell what became of them: brought again, or rolled back', async () => {
  const { loads, total } = await rejects();
  expect(total).toBe(3);
  expect(loads).toMatchObject([
    { import: 2, rolledBackBy: undo },
    { import: 1, children: [child], rolledBackBy: null },
  ]);
});
