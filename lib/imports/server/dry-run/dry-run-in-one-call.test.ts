import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Import } from '@/lib/imports/contract';
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

const server = withImportServer({ DRY_RUN_CONCURRENCY: '1' });

const rows = (name: string, text: string) => ({ name, bytes: Buffer.from(`id,amount\n${text}\n`) });
const upsert = { dataset: 'stock', mode: 'upsert', key: 'id' };
const left = (folder: string) => readdir(join(server.workspace, folder));

it('counts with neither lock nor number while an import runs; nothing is written, and it is not in the history', async () => {
  await importFiles(server.origin, [rows('first.csv', '1,10\n2,20')], upsert);
  const running = await readyDraft(server.origin, [rows('other.csv', '9,90')], { dataset: 'other' });
  await startDraft(server.origin, running.id);
  const worker = await freezeWorker();
  const dry = await importFiles(server.origin, [rows('next.csv', '2,25\n3,30')], {
    ...upsert,
    dryRun: 'true',
  });
  expect(dry).toMatchObject({
    ...{ number: null, state: 'succeeded', dryRun: true },
    receipt: { read: 2, inserted: 1, updated: 1, datasets: [{ rowsBefore: 2, rowsAfter: 3 }] },
  });
  expect((await getLock(server.origin)).holder).toMatchObject({ id: running.id });
  expect((await postFiles(server.origin, [rows('next.csv', '1,1')], upsert)).status).toBe(409);
  process.kill(worker, 'SIGCONT');
  expect(await untilOver(server.origin, running.id)).toMatchObject({ state: 'succeeded', number: 2 });
  const list = await (await fetch(`${server.origin}/api/imports`)).json();
  expect(list.items.map((one: Import) => one.number)).toEqual([2, 1]);
  expect(await left('uploads')).toEqual([]);
});

it('tells its rejects, and refuses what an import in one call refuses', async () => {
  const fields = { ...upsert, dryRun: 'true', onBadRecord: 'keep', maxRejectPercent: '100' };
  const dry = await importFiles(server.origin, [rows('bad.csv', '1,10\nx,y')], fields);
  expect(dry.receipt).toMatchObject({ read: 2, rejected: 1 });
  const rejects = await fetch(`${server.origin}/api/imports/${dry.id}/rejects`);
  expect(await rejects.json()).toMatchObject({ total: 1, items: [{ file: 'bad.csv', line: 3 }] });
  const unsafe = await postFiles(server.origin, [rows('../x.csv', '1,1')], fields);
  expect(await unsafe.json()).toMatchObject({ code: 'invalid-filename' });
  const none = await postFiles(server.origin, [], fields);
  expect(await none.json()).toMatchObject({ invalidParams: [{ name: 'files' }] });
  expect(await left('uploads')).toEqual([]);
});

it('the same key again is the same dry run, also at the same time', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const call = () =>
    importFiles(server.origin, [rows('a.csv', '5,5')], { ...upsert, dryRun: 'true' }, { headers });
  const both = await Promise.all([call(), call()]);
  expect(both.map((one) => one.id)).toEqual([headers['Idempotency-Key'], headers['Idempotency-Key']]);
});

describe('limits', () => {
  /** Begins a dry run by hand and leaves its body unfinished. */
  async function begin(id: string) {
    const sending = request(`${server.origin}/api/imports`, {
      method: 'POST',
      headers: {
        'Content-Type': 'multipart/form-data; boundary=xyz',
        'Transfer-Encoding': 'chunked',
        'Idempotency-Key': id,
      },
    });
    sending.on('error', () => {});
    const field = '--xyz\r\nContent-Disposition: form-data; name="dryRun"\r\n\r\ntrue\r\n';
    const file =
      '--xyz\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\nid,amount\r\n';
    sending.write(field + file);
    await until('its bytes arrive', async () => (await left('uploads')).includes(id));
    return sending;
  }

  it('cancelled while its files arrive, or left by its sender, nothing of it stays', async () => {
    const [cancelled, abandoned] = [randomUUID(), randomUUID()];
    const first = await begin(cancelled);
    const answer = await send('POST', `${server.origin}/api/imports/${cancelled}/cancel`, { by: 'Anna' });
    expect(await answer.json()).toMatchObject({ state: 'cancelled', cancelledBy: 'Anna' });
    first.destroy();
    const second = await begin(abandoned);
    expect((await getLock(server.origin)).holder).toBeNull();
    second.destroy();
    expect(await untilOver(server.origin, abandoned)).toMatchObject({ state: 'failed' });
    expect(await left('uploads')).toEqual([]);
  });

  it('no more than DRY_RUN_CONCURRENCY count side by side; the next one waits and can be cancelled', async () => {
    const fields = { ...upsert, dryRun: 'true' };
    const begun = async () =>
      Import.parse(
        await (await postFiles(server.origin, [rows('a.csv', '5,5')], fields, { wait: 0 })).json(),
      );
    const first = await begun();
    const worker = await freezeWorker();
    const second = await begun();
    expect(second.state).toBe('waiting');
    await send('POST', `${server.origin}/api/imports/${second.id}/cancel`, {});
    expect((await getImport(server.origin, second.id)).state).toBe('cancelled');
    process.kill(worker, 'SIGCONT');
    expect((await untilOver(server.origin, first.id)).state).toBe('succeeded');
  });
});
