import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chainExtract } from '@/scripts/test/extract-csv';
import {
  freezeWorker,
  getImport,
  getLock,
  readyDraft,
  send,
  startDraft,
  until,
  workerPids,
} from '@/scripts/test/import-client';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const files = chainExtract(20);

async function started(): Promise<string> {
  const draft = await readyDraft(server.origin, files, { source: { name: 'cancelled' }, owner: 'Anna' });
  expect((await startDraft(server.origin, draft.id)).status).toBe(202);
  return draft.id;
}

const cancel = async (id: string) =>
  (await send('POST', `${server.origin}/api/imports/${id}/cancel`, { by: 'Marek' })).json();

async function expectNothingLeft(id: string): Promise<void> {
  const { read } = await import('@/lib/workspace/server/read');
  const left = await read((db) =>
    db.one(
      z.object({ objects: z.number(), rejects: z.number() }),
      `SELECT (SELECT count(*) FROM catalog_objects WHERE _import = $id) AS objects,
         (SELECT count(*) FROM rejects WHERE import = $id) AS rejects`,
      { id },
    ),
  );
  expect(left).toEqual({ objects: 0, rejects: 0 });
  expect(await readdir(join(server.workspace, 'staging'))).toEqual([]);
  expect(await readdir(join(server.workspace, 'uploads'))).not.toContain(id);
  expect(await workerPids()).toEqual([]);
  expect((await getLock(server.origin)).holder).toBeNull();
  expect(await importFiles(server.origin, files, { source: 'next' })).toMatchObject({ state: 'succeeded' });
}

describe('cancelling a running import', () => {
  it('in its check ends the worker and leaves nothing, even when the worker hangs', async () => {
    const id = await started();
    const pid = await freezeWorker();
    const number = (await getImport(server.origin, id)).number;
    expect(await cancel(id)).toMatchObject({
      state: 'cancelled',
      number,
      cancelledBy: 'Marek',
      receipt: null,
      problem: null,
      progress: { phase: 'check' },
    });
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(await getImport(server.origin, String(number))).toMatchObject({ id, state: 'cancelled' });
    await expectNothingLeft(id);
  });

  it('in its publish rolls everything back', async () => {
    const { write } = await import('@/lib/workspace/server/write');
    const id = await started();
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const pid = await freezeWorker();
    // Another write goes first and takes its time, so that the publish waits in its queue.
    const earlier = write({ epoch: 0, assertHeld: () => {} }, () => opened);
    process.kill(pid, 'SIGCONT');
    await until('it publishes', async () => (await getImport(server.origin, id)).state === 'publishing');
    const cancelling = cancel(id);
    await until(
      'the cancel is known',
      async () => (await import('../records/imports-state')).importsState().run?.cancelledBy,
    );
    open();
    await earlier;
    expect(await cancelling).toMatchObject({ state: 'cancelled', cancelledBy: 'Marek' });
    await expectNothingLeft(id);
  });

  it('while its bytes arrive stops the upload', async () => {
    const sending = request(`${server.origin}/api/imports`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=xyz', 'Transfer-Encoding': 'chunked' },
    });
    const answered = new Promise<number>((resolve) => {
      sending.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sending.on('error', () => resolve(0));
    });
    sending.write(
      '--xyz\r\nContent-Disposition: form-data; name="owner"\r\n\r\nAnna\r\n--xyz\r\n' +
        'Content-Disposition: form-data; name="files"; filename="objects.csv"\r\n\r\nobject_id,schema_name\r\n',
    );
    const holder = await until('the upload holds the lock', async () => {
      const { holder } = await getLock(server.origin);
      return holder !== null && holder.files.length > 0 && holder;
    });
    expect(holder).toMatchObject({ phase: 'upload', owner: { name: 'Anna' }, files: ['objects.csv'] });
    expect(await cancel(holder.id)).toMatchObject({ state: 'cancelled', number: holder.number });
    sending.end();
    await answered;
    await expectNothingLeft(holder.id);
  });

  it('is refused once it was published', async () => {
    const done = await importFiles(server.origin, files, { source: 'done' });
    const answer = await send('POST', `${server.origin}/api/imports/${done.id}/cancel`, {});
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'conflicting-state' });
  });
});
