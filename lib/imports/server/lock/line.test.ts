import { describe, expect, it } from 'vitest';
import { chainExtract } from '@/scripts/test/extract-csv';
import {
  freezeWorker,
  getImport,
  getLock,
  readyDraft,
  send,
  startDraft,
  until,
  untilOver,
} from '@/scripts/test/import-client';
import { importFiles, postFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';
import { Import } from '../../contract';

const server = withImportServer();

const ready = (owner: string) =>
  readyDraft(server.origin, chainExtract(10), { owner, source: { name: owner } });

async function waitInLine(draft: Import): Promise<Import> {
  const answer = await startDraft(server.origin, draft.id, { onBusy: 'wait' });
  expect(answer.status).toBe(202);
  return Import.parse(await answer.json());
}

describe('the line', () => {
  it('starts waiting imports by themselves, in the order in which they came', async () => {
    const anna = await ready('Anna');
    const drafts = [await ready('Marek'), await ready('Priya'), await ready('Tomás')];
    const eve = await ready('Eve');
    expect((await startDraft(server.origin, anna.id)).status).toBe(202);
    const pid = await freezeWorker();
    const waiting: Import[] = [];
    for (const draft of drafts) waiting.push(await waitInLine(draft));
    expect(waiting.map(({ state, position, number }) => ({ state, position, number }))).toEqual(
      [1, 2, 3].map((position) => ({ state: 'waiting', position, number: null })),
    );
    const lock = await getLock(server.origin);
    expect(lock.holder).toMatchObject({ id: anna.id, owner: { name: 'Anna' }, waiting: 3 });
    expect(lock.waiting.map(({ owner, position }) => [owner.name, position])).toEqual([
      ['Marek', 1],
      ['Priya', 2],
      ['Tomás', 3],
    ]);

    const refused = await startDraft(server.origin, eve.id);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: 'import-busy',
      currentJob: { id: anna.id, number: lock.holder?.number, waiting: 3 },
      waiting: [{ owner: { name: 'Marek' } }, { owner: { name: 'Priya' } }, { owner: { name: 'Tomás' } }],
    });
    const list = await (await fetch(`${server.origin}/api/imports`)).json();
    expect(list.items.map((one: Import) => one.owner.name)).toEqual(['Anna', 'Marek', 'Priya', 'Tomás']);

    const [marek, priya] = waiting;
    if (marek === undefined || priya === undefined) throw new Error('nobody waits');
    const left = await send('POST', `${server.origin}/api/imports/${priya.id}/cancel`, { by: 'Priya' });
    expect(await left.json()).toMatchObject({ state: 'cancelled', cancelledBy: 'Priya' });

    process.kill(pid, 'SIGCONT');
    const ended = await Promise.all(
      [anna, marek, waiting[2] ?? anna].map((one) => untilOver(server.origin, one.id)),
    );
    expect(ended.map((one) => one.state)).toEqual(['succeeded', 'succeeded', 'succeeded']);
    const first = ended[0]?.number ?? 0;
    expect(ended.map((one) => one.number)).toEqual([first, first + 1, first + 2]);
    expect((await getImport(server.origin, priya.id)).state).toBe('cancelled');
  });

  it('answers a waiting start with the finished import when the caller prefers to wait', async () => {
    const [holder, draft] = [await ready('Anna'), await ready('Marek')];
    expect((await startDraft(server.origin, holder.id)).status).toBe(202);
    const pid = await freezeWorker();
    const answering = startDraft(server.origin, draft.id, { onBusy: 'wait', wait: 60 });
    await until('it waits', async () => (await getLock(server.origin)).waiting.length === 1);
    process.kill(pid, 'SIGCONT');
    const answer = await answering;
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ id: draft.id, state: 'succeeded' });
  });

  it('refuses one-call imports before it reads their body, and tells who is busy', async () => {
    const holder = await ready('Anna');
    expect((await startDraft(server.origin, holder.id)).status).toBe(202);
    const pid = await freezeWorker();
    const answer = await postFiles(server.origin, chainExtract(10), { owner: 'Script' }, { wait: 0 });
    expect(answer.status).toBe(409);
    expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect(await answer.json()).toMatchObject({
      code: 'import-busy',
      type: 'urn:headwater:error:import-busy',
      currentJob: { id: holder.id, owner: { name: 'Anna' }, files: holder.files.map((file) => file.name) },
    });
    process.kill(pid, 'SIGCONT');
    await untilOver(server.origin, holder.id);
    expect((await getLock(server.origin)).holder).toBeNull();
    const done = await importFiles(server.origin, chainExtract(10), { owner: 'Script' });
    expect(done).toMatchObject({ state: 'succeeded', owner: { name: 'Script' } });
  });
});
