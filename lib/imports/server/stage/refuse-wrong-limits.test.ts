import { expect, it } from 'vitest';
import { getLock, readyDraft, startDraft, untilOver } from '@/scripts/test/import-client';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const file = (text: string) => ({ name: 'staff.csv', bytes: new TextEncoder().encode(text) });
const rows = file('id,age\n1,30\n2,40\n');
const format = (rules: object) => ({
  file: 1,
  kind: 'rows',
  dataset: 'staff',
  columns: [
    { name: 'id', as: 'id', type: 'bigint' },
    { name: 'age', as: 'age', type: 'integer', ...rules },
  ],
});
const refusal = {
  status: 400,
  code: 'invalid-request',
  dataset: 'main.staff',
  column: 'age',
  check: 'min',
  value: 'abc',
  columnType: 'integer',
  detail:
    'main.staff: the check min of the column age is "abc", which is no value of its type integer. ' +
    'Give a value such as 10, or leave the check out. Nothing was imported.',
};

it('a limit that is no value of a confirmed type is refused at the start of a draft, before it takes the lock', async () => {
  const draft = await readyDraft(server.origin, [rows], { formats: [format({ min: 'abc' })] });
  const refused = await startDraft(server.origin, draft.id);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject(refusal);
  expect((await getLock(server.origin)).holder).toBeNull();
});

it('so is one of a dataset whose column is there, and one whose type only the worker finds', async () => {
  const checked = (min: string) => ({ datasets: { staff: { checks: [{ column: 'age', min }] } } });
  const choices = (min: string) => ({ dataset: 'staff', datasets: JSON.stringify(checked(min).datasets) });
  const unknown = await importFiles(server.origin, [rows], choices('abc'));
  expect(unknown).toMatchObject({
    state: 'failed',
    receipt: null,
    problem: { ...refusal, columnType: 'bigint', detail: expect.stringContaining('its type bigint') },
  });
  expect(await importFiles(server.origin, [rows], choices('35'))).toMatchObject({
    state: 'failed',
    problem: { code: 'bad-records' },
  });
  await importFiles(server.origin, [rows], { formats: JSON.stringify([format({})]) });
  const draft = await readyDraft(server.origin, [rows], { dataset: 'staff', ...checked('abc') });
  expect(await (await startDraft(server.origin, draft.id)).json()).toMatchObject(refusal);
});

it('limits that are values of the type are taken', async () => {
  const draft = await readyDraft(server.origin, [rows], {
    formats: [format({ min: 1, max: '99', allowed: ['30', '40'] })],
  });
  expect((await startDraft(server.origin, draft.id)).ok).toBe(true);
  expect(await untilOver(server.origin, draft.id)).toMatchObject({ state: 'succeeded' });
});
