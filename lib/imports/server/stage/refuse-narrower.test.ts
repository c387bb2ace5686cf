import { expect, it } from 'vitest';
import { getLock, readyDraft, startDraft, untilOver } from '@/scripts/test/import-client';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const csv = (text: string) => ({ name: 'stock.csv', bytes: new TextEncoder().encode(text) });
const first = csv('id,size\n1,10\n2,20\n');
const format = (type: string, as: string | null = 'size') => ({
  file: 1,
  kind: 'rows',
  dataset: 'stock',
  columns: [
    { name: 'id', as: 'id', type: 'bigint' },
    { name: 'size', as, type },
  ],
});
const asked = {
  status: 409,
  code: 'conflicting-state',
  dataset: 'main.stock',
  column: 'size',
  from: 'bigint',
  to: 'integer',
  detail: expect.stringContaining('Give it the type bigint to store its values as that, leave it out'),
};

it('a type that is narrower than the dataset has is asked about at the start of a draft, before it takes the lock', async () => {
  await importFiles(server.origin, [first], { dataset: 'stock' });
  const draft = await readyDraft(server.origin, [first], { formats: [format('integer')] });
  const refused = await startDraft(server.origin, draft.id);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject(asked);
  expect((await getLock(server.origin)).holder).toBeNull();
});

it('an import in one call ends with the same question before a record is read', async () => {
  const done = await importFiles(server.origin, [first], { formats: JSON.stringify([format('integer')]) });
  expect(done).toMatchObject({ state: 'failed', receipt: null, problem: asked });
});

it.each([
  ['the type of the dataset', format('bigint'), []],
  ['a column that is left out', format('integer', null), []],
  ['another column', format('integer', 'pieces'), ['pieces']],
  ['a wider type', format('decimal(18,2)'), []],
])('%s is taken', async (_, choice, columnsAdded) => {
  const datasets = { stock: { newColumns: 'add' } };
  const draft = await readyDraft(server.origin, [first], { formats: [choice], datasets });
  expect((await startDraft(server.origin, draft.id)).ok).toBe(true);
  expect(await untilOver(server.origin, draft.id)).toMatchObject({
    state: 'succeeded',
    receipt: { inserted: 2, datasets: [{ name: 'main.stock', columnsAdded }] },
  });
});
