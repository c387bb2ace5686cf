import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Import } from '@/lib/imports/contract';
import { chainExtract } from '@/scripts/test/extract-csv';
import {
  getImport,
  readyDraft,
  send,
  startDraft,
  until,
  untilOver,
  workerPids,
} from '@/scripts/test/import-client';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
const dryRun = (id: string, prefer = 'wait=60') =>
  send('POST', `${server.origin}/api/imports/${id}/dry-run`, {}, { Prefer: prefer });
const begun = async (id: string) => Import.parse(await (await dryRun(id, 'respond-async')).json());
const counted = async (id: string) => Import.parse(await (await dryRun(id)).json());
const cancel = async (id: string) => {
  const answer = await send('POST', `${server.origin}/api/imports/${id}/cancel`, { by: 'Anna' });
  return Import.parse(await answer.json());
};

/** Folders of uploads and stages, and workers. */
async function traces(): Promise<string[]> {
  const folders = ['uploads', 'staging'].map((name) => readdir(join(server.workspace, name)));
  return [...(await Promise.all(folders)).flat(), ...(await workerPids()).map(String)];
}

const frozen = new Set<number>();
/** Stops the worker that starts next where it is. */
async function freezeNext(): Promise<number> {
  const pid = await until(
    'one more worker runs',
    async () => (await workerPids()).find((one) => !frozen.has(one)),
    5,
  );
  frozen.add(pid);
  process.kill(pid, 'SIGSTOP');
  return pid;
}

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
  for (const _ of ['first', 'again']) {
    const answer = await dryRun(draft.id);
    expect(answer.status).toBe(200);
    const dry = Import.parse(await answer.json());
    expect(dry).toMatchObject({ number: null, state: 'succeeded', dryRun: true });
    expect(dry.receipt).toMatchObject({
      ...{ read: 5, inserted: 1, updated: 1, unchanged: 1, duplicates: 1, rejected: 1 },
      conflicts: {
        count: 1,
        items: [{ winner: { file: 'apac.csv', line: 2 }, loser: { file: 'emea.csv', line: 4 } }],
      },
    });
    await expect(access(join(server.workspace, 'uploads', dry.id))).rejects.toThrow('ENOENT');
  }
  const before = Import.parse(await (await fetch(`${server.origin}/api/imports/${draft.id}`)).json());
  expect(before).toMatchObject({ state: 'draft', dryRun: false, choices: { dryRun: false } });
  expect(before.files.map((it) => it.received)).toEqual([emea.bytes.length, apac.bytes.length]);

  const started = await startDraft(server.origin, draft.id, { wait: 60 });
  expect(await started.json()).toMatchObject({
    number: 2,
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
  const failed = await counted(draft.id);
  expect(failed).toMatchObject({ state: 'failed', dryRun: true, problem: { code: 'bad-records' } });
  const changed = await send('PATCH', `${server.origin}/api/imports/${draft.id}`, {
    ...{ onBadRecord: 'keep', maxRejectPercent: 100, newColumns: 'add', mode: 'upsert' },
  });
  expect(changed.status).toBe(200);
  const dry = await counted(draft.id);
  expect(dry.receipt).toMatchObject({ read: 2, rejected: 1 });
  const rejects = await fetch(`${server.origin}/api/imports/${dry.id}/rejects`);
  expect(await rejects.json()).toMatchObject({ total: 1, items: [{ file: 'bad.csv', line: 3 }] });
});

it('bytes that are missing are named', async () => {
  const draft = await send('POST', `${server.origin}/api/imports`, { files: [{ name: 'a.csv', size: 10 }] });
  const { id } = Import.parse(await draft.json());
  const answer = await dryRun(id);
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ missing: [{ name: 'a.csv', received: 0, size: 10 }] });
});

describe('beside an import', () => {
  it('a dry run needs no lock: it counts while somebody else imports, and two of them do not meet', async () => {
    await importFiles(server.origin, [file('parts.csv', 'id,amount\n1,10\n2,20\n')], { key: 'id' });
    const choices = { dataset: 'parts', mode: 'upsert', onBadRecord: 'keep', maxRejectPercent: 100 };
    const running = await readyDraft(server.origin, [file('new.csv', 'id,amount\n9,90\n')], choices);
    expect((await startDraft(server.origin, running.id)).status).toBe(202);
    const pid = await freezeNext();
    const mine = [file('a.csv', 'id,amount\n1,10\n2,25\n3,30\n3,31\nx,1\n')];
    const theirs = [file('b.csv', 'id,amount\n1,11\n'), file('c.csv', 'id,amount\n4,1\n5,1\n')];
    const drafts = await Promise.all(
      [mine, theirs, mine].map((files) => readyDraft(server.origin, files, choices)),
    );
    const [first, second, third] = await Promise.all(drafts.map(({ id }) => counted(id)));
    const six = { read: 5, inserted: 1, updated: 1, unchanged: 1, duplicates: 1, rejected: 1 };
    expect(first?.receipt).toMatchObject(six);
    expect(third?.receipt).toMatchObject(six);
    expect(second?.receipt).toMatchObject({ read: 3, inserted: 2, updated: 1, unchanged: 0 });
    expect((await getImport(server.origin, running.id)).state).toBe('checking');
    process.kill(pid, 'SIGCONT');
    expect(await untilOver(server.origin, running.id)).toMatchObject({ state: 'succeeded' });
    expect((await counted(drafts[1]?.id ?? '')).receipt?.datasets).toMatchObject([
      { rowsBefore: 3, rowsAfter: 5 },
    ]);
  });

  it('counts an extract as its import will', async () => {
    for (const [files, mode] of [
      [chainExtract(6), 'replace'],
      [chainExtract(9), 'merge'],
      [chainExtract(4), 'replace'],
    ] as const) {
      const draft = await readyDraft(server.origin, files, { mode, source: { name: 'chain' } });
      const dry = await counted(draft.id);
      const real = Import.parse(await (await startDraft(server.origin, draft.id, { wait: 60 })).json());
      expect(real.state).toBe('succeeded');
      const untimed = { durationsMs: null };
      expect({ ...dry.receipt, ...untimed }).toEqual({ ...real.receipt, ...untimed });
    }
  });
});

describe('a dry run that nobody wants any more leaves nothing', () => {
  let drafts: Import[];
  let before: string[];
  const left = async () => (await traces()).filter((name) => !before.includes(name));
  beforeEach(async () => {
    const names = ['one.csv', 'two.csv', 'three.csv'];
    drafts = await Promise.all(names.map((name) => readyDraft(server.origin, [file(name, 'id\n1\n')])));
    before = await traces();
  });

  it('when it is cancelled, at work or in line', async () => {
    const dry: Import[] = [];
    for (const { id } of drafts) {
      dry.push(await begun(id));
      if (dry.length < 3) await freezeNext();
    }
    const states = await Promise.all(dry.map(({ id }) => getImport(server.origin, id)));
    expect(states.map(({ state }) => state)).toEqual(['checking', 'checking', 'waiting']);
    for (const { id } of dry.toReversed())
      expect(await cancel(id)).toMatchObject({ state: 'cancelled', cancelledBy: 'Anna' });
    expect(await left()).toEqual([]);
  });

  it('when its caller goes away', async () => {
    const caller = new AbortController();
    const asked = fetch(`${server.origin}/api/imports/${drafts[0]?.id}/dry-run`, {
      ...{ method: 'POST', body: '{}', signal: caller.signal },
      headers: { 'Content-Type': 'application/json', Prefer: 'wait=60' },
    });
    await freezeNext();
    caller.abort();
    await expect(asked).rejects.toThrow('abort');
    await until('nothing is left', async () => (await left()).length === 0);
  });

  it('when its worker is killed, and it can be tried again', async () => {
    const [draft] = drafts as [Import];
    const dry = await begun(draft.id);
    process.kill(await freezeNext(), 'SIGKILL');
    const over = await untilOver(server.origin, dry.id);
    expect(over).toMatchObject({ state: 'failed', problem: { code: 'worker-failed' } });
    expect(await left()).toEqual([]);
    expect((await counted(draft.id)).receipt).toMatchObject({ inserted: 1 });
  });

  it('when its draft is dry-run again, or started', async () => {
    const [draft] = drafts as [Import];
    const first = await begun(draft.id);
    await freezeNext();
    const second = await begun(draft.id);
    expect((await fetch(`${server.origin}/api/imports/${first.id}`)).status).toBe(404);
    await freezeNext();
    expect((await startDraft(server.origin, draft.id, { wait: 60 })).status).toBe(200);
    expect((await fetch(`${server.origin}/api/imports/${second.id}`)).status).toBe(404);
    expect(await left()).toEqual([]);
  });

  it('when the server stops', async () => {
    const { stopImports } = await import('../run/stop-imports');
    const { recoverImports } = await import('../recover/recover-imports');
    const dry = await begun(drafts[0]?.id ?? '');
    await freezeNext();
    await stopImports();
    await recoverImports();
    expect(await left()).toEqual([]);
    expect((await fetch(`${server.origin}/api/imports/${dry.id}`)).status).toBe(404);
  });
});
