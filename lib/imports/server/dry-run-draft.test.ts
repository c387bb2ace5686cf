import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Import } from '@/lib/imports/contract';
import { readyDraft, send, startDraft } from '@/scripts/test/import-client';
import { type ImportServer, importFiles, startImportServer } from '@/scripts/test/import-server';

let server: ImportServer;
beforeAll(async () => {
  server = await startImportServer();
});
afterAll(() => server.stop());

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
const dryRun = (id: string) =>
  send('POST', `${server.origin}/api/imports/${id}/dry-run`, {}, { Prefer: 'wait=60' });

it('a draft is dry-run twice and then started with the same bytes; only the start writes', async () => {
  await importFiles(server.origin, [file('stock.csv', 'id,amount\n1,10\n2,20\n')], { key: 'id' });
  const emea = file('emea.csv', 'id,amount\n1,10\n2,25\n3,30\n');
  const apac = file('apac.csv', 'id,amount\n3,31\nx,1\n');
  const draft = await readyDraft(server.origin, [emea, apac], {
    dataset: 'stock',
    mode: 'upsert',
    onBadRecord: 'keep',
    maxRejectPercent: 100,
  });
  for (const number of [2, 3]) {
    const answer = await dryRun(draft.id);
    expect(answer.status).toBe(200);
    const counted = Import.parse(await answer.json());
    expect(counted).toMatchObject({ number, state: 'succeeded', dryRun: true });
    expect(counted.receipt).toMatchObject({
      ...{ read: 5, inserted: 1, updated: 1, unchanged: 1, duplicates: 1, rejected: 1 },
      conflicts: {
        count: 1,
        items: [{ winner: { file: 'apac.csv', line: 2 }, loser: { file: 'emea.csv', line: 4 } }],
      },
    });
    await expect(access(join(server.workspace, 'uploads', counted.id))).rejects.toThrow('ENOENT');
  }
  const before = Import.parse(await (await fetch(`${server.origin}/api/imports/${draft.id}`)).json());
  expect(before).toMatchObject({ state: 'draft', dryRun: false, choices: { dryRun: false } });
  expect(before.files.map((it) => it.received)).toEqual([emea.bytes.length, apac.bytes.length]);

  const started = await startDraft(server.origin, draft.id, { wait: 60 });
  expect(await started.json()).toMatchObject({
    number: 4,
    state: 'succeeded',
    receipt: { read: 5, inserted: 1 },
  });
  const again = await dryRun(draft.id);
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({ code: 'conflicting-state' });
});

it('a dry run that finds bad records says where, and the draft can be corrected', async () => {
  const draft = await readyDraft(server.origin, [file('bad.csv', 'id,amount\n1,10\nx,20\n')], {
    dataset: 'stock',
  });
  const failed = Import.parse(await (await dryRun(draft.id)).json());
  expect(failed).toMatchObject({ state: 'failed', dryRun: true, problem: { code: 'bad-records' } });
  const changed = await send('PATCH', `${server.origin}/api/imports/${draft.id}`, {
    ...{ onBadRecord: 'keep', maxRejectPercent: 100, newColumns: 'add', mode: 'upsert' },
  });
  expect(changed.status).toBe(200);
  const counted = Import.parse(await (await dryRun(draft.id)).json());
  expect(counted.receipt).toMatchObject({ read: 2, rejected: 1 });
});

it('bytes that are missing are named', async () => {
  const draft = await send('POST', `${server.origin}/api/imports`, { files: [{ name: 'a.csv', size: 10 }] });
  const { id } = Import.parse(await draft.json());
  const answer = await dryRun(id);
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ missing: [{ name: 'a.csv', received: 0, size: 10 }] });
});
