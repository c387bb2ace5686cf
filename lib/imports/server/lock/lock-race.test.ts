import { describe, expect, it } from 'vitest';
import { extractCsv } from '@/scripts/test/extract-csv';
import { getLock, readyDraft, send, startDraft, untilOver } from '@/scripts/test/import-client';
import { withImportServer } from '@/scripts/test/with-import-server';
import { CurrentJob, Import } from '../../contract';
import { importLock } from './import-lock';

const CLIENTS = 16;
const ATTEMPTS = 100;

const server = withImportServer();

type Tally = { started: Import[]; refused: CurrentJob[] };

/** Every so many attempts a client waits until the lock is free, as all the others do: then they race for it. */
const BURST = 2;
/** Every so many imports one may run to its end; the others are cancelled, which frees the lock at once. */
const FINISH_EVERY = 8;

/** One person who makes draft after draft and tries to start them, without waiting in line. */
async function client(name: string): Promise<Tally> {
  const files = extractCsv([{ id: 1, name }]);
  const choices = { owner: name, source: { name } };
  const tally: Tally = { started: [], refused: [] };
  let draft = await readyDraft(server.origin, files, choices);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (attempt % BURST === 0) await lockIsFree();
    const answer = await startDraft(server.origin, draft.id);
    const body = await answer.json();
    if (answer.status === 202) {
      const started = Import.parse(body);
      tally.started.push(started);
      if (Number(started.number) % FINISH_EVERY !== 0) await cancel(draft.id);
      draft = await readyDraft(server.origin, files, choices);
      continue;
    }
    expect(answer.status).toBe(409);
    expect(body.code).toBe('import-busy');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    tally.refused.push(CurrentJob.parse(body.currentJob));
  }
  await cancel(draft.id);
  return tally;
}

const cancel = (id: string) => send('POST', `${server.origin}/api/imports/${id}/cancel`, {});

function lockIsFree(): Promise<void> {
  const lock = importLock();
  return new Promise((resolve) => {
    const stop = lock.subscribe(look);
    function look() {
      if (lock.holder() !== null) return;
      stop();
      resolve();
    }
    look();
  });
}

describe(`${CLIENTS} clients with ${ATTEMPTS} attempts each`, () => {
  it('have exactly one holder at a time; everybody else is told who', { timeout: 240_000 }, async () => {
    const held: Array<{ id: string; epoch: number; from: number; to: number }> = [];
    const lock = importLock();
    let current: string | undefined;
    const stop = lock.subscribe(() => {
      const holder = lock.holder();
      const at = performance.now();
      const last = held.at(-1);
      if (last !== undefined && last.to === 0 && current !== holder?.importId) last.to = at;
      if (holder !== null && current !== holder.importId) {
        held.push({ id: holder.importId, epoch: holder.epoch, from: at, to: 0 });
      }
      current = holder?.importId;
    });

    const tallies = await Promise.all(
      Array.from({ length: CLIENTS }, (_, index) => client(`client ${index}`)),
    );
    const started = tallies.flatMap((tally) => tally.started);
    const refused = tallies.flatMap((tally) => tally.refused);
    const ended = await Promise.all(started.map((one) => untilOver(server.origin, one.id)));
    stop();

    expect(started.length + refused.length).toBe(CLIENTS * ATTEMPTS);
    // Many grants, not one long one, and every grant was fought for.
    expect(started.length).toBeGreaterThan(ATTEMPTS / 4);
    expect(refused.length).toBeGreaterThan(started.length);
    expect(ended.map((one) => one.state)).toEqual(
      started.map((one) => (Number(one.number) % FINISH_EVERY === 0 ? 'succeeded' : 'cancelled')),
    );
    const succeeded = ended.filter((one) => one.state === 'succeeded').length;
    expect(succeeded).toBeGreaterThan(0);
    // Each number was given once, in the order of the starts, without a gap.
    expect(started.map((one) => one.number).sort((a, b) => Number(a) - Number(b))).toEqual(
      started.map((_, index) => index + 1),
    );
    // Who was refused was told a holder that really held the lock.
    const ids = new Set(started.map((one) => one.id));
    expect(refused.filter((job) => !ids.has(job.id))).toEqual([]);
    // The times of holding do not overlap, and epochs only grow.
    expect(held.length).toBe(started.length);
    for (const [index, hold] of held.entries()) {
      const before = held[index - 1];
      if (before === undefined) continue;
      expect(before.to).toBeLessThanOrEqual(hold.from);
      expect(hold.epoch).toBeGreaterThan(before.epoch);
    }
    expect(await getLock(server.origin)).toMatchObject({
      holder: null,
      waiting: [],
      snapshot: FINISH_EVERY * succeeded,
    });
    const stats = await (await fetch(`${server.origin}/api/stats`)).json();
    expect(stats).toMatchObject({
      uploadAttempts: CLIENTS * ATTEMPTS,
      blockedAttempts: refused.length,
      currentlyProcessing: 0,
      imports: { succeeded, failed: 0, cancelled: started.length - succeeded + CLIENTS },
    });
    expect(stats.durationsMs.p95).toBeGreaterThanOrEqual(stats.durationsMs.p50);
  });
});
