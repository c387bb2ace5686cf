import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Import } from '@/lib/imports/contract';
import { isPaused } from '@/lib/imports/pause';
import {
  dryRunDraft,
  freezeWorker,
  getImport,
  getLock,
  readyDraft,
  send,
  startDraft,
  untilOver,
  untilPaused,
} from '@/scripts/test/import-client';
import { importFiles, postFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const rows = (...lines: string[]) => [
  { name: 'stock.csv', bytes: Buffer.from(`id,amount\n${lines.join('\n')}\n`) },
];
const upsert = (dataset: string) => ({ dataset, mode: 'upsert', key: ['id'] });
const change = (dataset: string, ...lines: string[]) =>
  importFiles(server.origin, rows(...lines), { dataset, mode: 'upsert', key: 'id' });
const post = (path: string, body = {}) => send('POST', `${server.origin}/api/imports/${path}`, body);

/** A dataset with two rows, and a draft whose dry run says: one row updated, one created. */
async function seen(dataset: string): Promise<{ draft: Import; expectedDryRun: string }> {
  await change(dataset, '1,10', '2,20');
  const draft = await readyDraft(server.origin, rows('2,25', '3,30'), { ...upsert(dataset), owner: 'Anna' });
  const dry = await dryRunDraft(server.origin, draft.id);
  expect(dry.receipt).toMatchObject({ inserted: 1, updated: 1, unchanged: 0 });
  return { draft, expectedDryRun: dry.id };
}

/** The same, and somebody else's import makes it wrong. */
async function overtaken(dataset: string) {
  const { draft, expectedDryRun } = await seen(dataset);
  await change(dataset, '2,25', '3,31');
  return { draft, expectedDryRun };
}

let n = 0;
let dataset = '';
beforeEach(() => {
  n += 1;
  dataset = `stock_${n}`;
});

describe('a start whose dry run no longer holds', () => {
  it('pauses, tells everybody, and goes on when its owner says so: the receipt is what it had shown', async () => {
    const { draft, expectedDryRun } = await overtaken(dataset);
    const answer = await startDraft(server.origin, draft.id, { expectedDryRun, wait: 60 });
    expect(answer.status).toBe(202);
    const paused = Import.parse(await answer.json());
    expect(isPaused(paused)).toBe(true);
    expect(paused.pause).toMatchObject({
      expected: { read: 2, inserted: 1, updated: 1, unchanged: 0 },
      found: { read: 2, inserted: 0, updated: 1, unchanged: 1 },
      answer: null,
    });
    expect((await getLock(server.origin)).holder).toMatchObject({
      ...{ id: draft.id, pausedUntil: paused.pause?.until, etaSeconds: null },
    });
    const busy = await postFiles(server.origin, rows('9,9'), { dataset });
    expect(busy.status).toBe(409);
    expect(await busy.json()).toMatchObject({
      code: 'import-busy',
      detail: expect.stringContaining('waits for an answer'),
      currentJob: { pausedUntil: paused.pause?.until },
    });

    expect((await post(`${draft.id}/resume`)).status).toBe(202);
    const done = await untilOver(server.origin, draft.id);
    expect(done).toMatchObject({
      state: 'succeeded',
      receipt: { read: 2, inserted: 0, updated: 1, unchanged: 1 },
      pause: { answer: 'go-on', draft: null },
    });
    expect((await post(`${draft.id}/resume`)).status).toBe(202);
    expect(await readdir(join(server.workspace, 'uploads'))).toEqual([]);
  });

  it('asks when its turn comes after a wait in line', async () => {
    const { draft, expectedDryRun } = await seen(dataset);
    const other = await readyDraft(server.origin, rows('2,26', '3,30'), upsert(dataset));
    await startDraft(server.origin, other.id);
    const worker = await freezeWorker();
    const waiting = await startDraft(server.origin, draft.id, { expectedDryRun, onBusy: 'wait' });
    expect(await waiting.json()).toMatchObject({ state: 'waiting' });
    process.kill(worker, 'SIGCONT');
    const { pause } = await untilPaused(server.origin, draft.id);
    expect(pause?.found).toMatchObject({ inserted: 0, updated: 1, unchanged: 1 });
    expect((await post(`${draft.id}/resume`)).status).toBe(202);
    expect(await untilOver(server.origin, draft.id)).toMatchObject({ state: 'succeeded' });
  });

  it('cancelled, it leaves a draft with its files and choices, which expects what was found', async () => {
    const { draft, expectedDryRun } = await overtaken(dataset);
    await startDraft(server.origin, draft.id, { expectedDryRun });
    await untilPaused(server.origin, draft.id);
    expect((await post(`${draft.id}/cancel`, { by: 'Anna' })).status).toBe(202);
    const cancelled = await getImport(server.origin, draft.id);
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelledBy: 'Anna', pause: { answer: 'cancel' } });
    const kept = await getImport(server.origin, cancelled.pause?.draft ?? '');
    expect(kept).toMatchObject({
      ...{ state: 'draft', number: null, owner: { name: 'Anna' }, counted: { dryRun: draft.id } },
      files: [{ name: 'stock.csv', received: draft.files[0]?.size }],
    });
    const again = await startDraft(server.origin, kept.id, { expectedDryRun: draft.id, wait: 60 });
    expect(await again.json()).toMatchObject({ state: 'succeeded', receipt: { updated: 1, unchanged: 1 } });
  });

  it('of rows that a replace would end, other counts are a difference too', async () => {
    await change(dataset, '1,10');
    const draft = await readyDraft(server.origin, rows('1,10'), { ...upsert(dataset), mode: 'replace' });
    const { id: expectedDryRun } = await dryRunDraft(server.origin, draft.id);
    await change(dataset, '7,70');
    await startDraft(server.origin, draft.id, { expectedDryRun });
    const { pause } = await untilPaused(server.origin, draft.id);
    expect([pause?.expected.ended, pause?.found.ended]).toEqual([0, 1]);
    expect((await post(`${draft.id}/cancel`)).status).toBe(202);
  });
});

describe('a start that goes on at once', () => {
  const publishes = async (draft: Import, expectedDryRun?: string) => {
    const start = { wait: 60, ...(expectedDryRun === undefined ? {} : { expectedDryRun }) };
    const done = Import.parse(await (await startDraft(server.origin, draft.id, start)).json());
    expect(done).toMatchObject({ state: 'succeeded', pause: null });
    return done;
  };

  it('another dataset was changed', async () => {
    const { draft, expectedDryRun } = await seen(dataset);
    await change(`${dataset}_other`, '2,25');
    await publishes(draft, expectedDryRun);
  });

  it('its own dataset was changed, but the counts are the same', async () => {
    const { draft, expectedDryRun } = await seen(dataset);
    await change(dataset, '9,90');
    await publishes(draft, expectedDryRun);
  });

  it('nobody saw a dry run: the counts are those of the present data', async () => {
    const { draft } = await overtaken(dataset);
    expect((await publishes(draft)).receipt).toMatchObject({ updated: 1, unchanged: 1 });
  });
});

it('a dry run that is not the last one of the draft is refused, and so is an answer that nobody asked for', async () => {
  const { draft, expectedDryRun } = await seen(dataset);
  await dryRunDraft(server.origin, draft.id);
  const answer = await startDraft(server.origin, draft.id, { expectedDryRun });
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ code: 'conflicting-state' });
  expect((await post(`${draft.id}/resume`)).status).toBe(409);
});

it('a server that stops while it asks interrupts the import, and its draft is there afterwards', async () => {
  const { draft, expectedDryRun } = await overtaken(dataset);
  await startDraft(server.origin, draft.id, { expectedDryRun });
  const { pause } = await untilPaused(server.origin, draft.id);
  const { stopImports } = await import('../run/stop-imports');
  const { recoverImports } = await import('../recover/recover-imports');
  await stopImports();
  await recoverImports();
  const interrupted = await getImport(server.origin, draft.id);
  expect(interrupted).toMatchObject({ state: 'interrupted', pause: { answer: null, draft: pause?.draft } });
  expect(isPaused(interrupted)).toBe(false);
  const again = await startDraft(server.origin, pause?.draft ?? '', {
    wait: 60,
    expectedDryRun: draft.id,
  });
  expect(await again.json()).toMatchObject({ state: 'succeeded', receipt: { updated: 1, unchanged: 1 } });
});
