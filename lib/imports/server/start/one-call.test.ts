import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chainExtract, extractCsv } from '@/scripts/test/extract-csv';
import { getLock, readyDraft, startDraft, until, untilOver } from '@/scripts/test/import-client';
import { adventureWorks, hasAdventureWorks, importFiles, postFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const files = extractCsv([{ id: 1, name: 'orders' }]);

describe.skipIf(!hasAdventureWorks)('AdventureWorks (skipped where it is not beside the repository)', () => {
  it('is published with a balanced receipt, and nothing changes when it comes again', async () => {
    const extract = await adventureWorks();
    const first = await importFiles(server.origin, extract, { source: 'AdventureWorks', owner: 'Anna' });
    expect(first).toMatchObject({
      state: 'succeeded',
      problem: null,
      owner: { name: 'Anna', verified: false },
    });
    expect(first.receipt).toMatchObject({
      balanced: true,
      read: 1030,
      inserted: 1030,
      rejected: 0,
      lineage: {
        objects: { added: 112, changed: 0, removed: 0 },
        edges: { added: 117, changed: 0, removed: 0 },
      },
    });
    const inserted = first.receipt?.files.map((file) => [file.role, file.inserted]);
    expect(Object.fromEntries(inserted ?? [])).toEqual({
      objects: 112,
      definitions: 41,
      dependencies: 116,
      table_columns: 749,
      query_logs: 12,
    });
    const again = await importFiles(server.origin, extract, { source: 'AdventureWorks' });
    expect(again.receipt).toMatchObject({ read: 1030, inserted: 0, updated: 0, unchanged: 1030, ended: 0 });
  });
});

describe('an import in one call', () => {
  it('answers 202 at once, or 200 with the finished import', async () => {
    const soon = await postFiles(server.origin, files, {}, { wait: 0 });
    expect(soon.status).toBe(202);
    const started = await soon.json();
    expect(soon.headers.get('location')).toBe(`/api/imports/${started.id}`);
    expect(started).toMatchObject({
      state: 'checking',
      source: { name: 'default' },
      owner: { name: 'Someone' },
    });
    expect((await untilOver(server.origin, started.id)).state).toBe('succeeded');
    const finished = await postFiles(server.origin, files);
    expect([finished.status, (await finished.json()).state]).toEqual([200, 'succeeded']);
  });

  it('with the same key again returns the same import, and refuses the key of a draft', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await importFiles(server.origin, files, {}, { headers: key });
    const again = await importFiles(server.origin, files, {}, { headers: key });
    expect(again).toEqual(first);
    const both = await Promise.all(
      [0, 1].map(() => importFiles(server.origin, files, {}, { headers: { 'Idempotency-Key': first.id } })),
    );
    expect(both.map((one) => one.number)).toEqual([first.number, first.number]);

    const draft = await readyDraft(server.origin, files);
    const refused = await postFiles(server.origin, files, {}, { headers: { 'Idempotency-Key': draft.id } });
    expect(await refused.json()).toMatchObject({ code: 'conflicting-state' });
    expect((await startDraft(server.origin, draft.id, { wait: 60 })).status).toBe(200);
  });

  it('that is refused has failed under its number, stores nothing and frees the lock', async () => {
    const refused = async (...[list, fields]: [typeof files, Record<string, string>]) => {
      const answer = await postFiles(server.origin, list, fields);
      return { status: answer.status, problem: await answer.json() };
    };
    expect(await refused([], {})).toMatchObject({
      status: 400,
      problem: { invalidParams: [{ name: 'files' }] },
    });
    expect(await refused(files, { mode: 'mangle' })).toMatchObject({
      status: 400,
      problem: { code: 'invalid-request', invalidParams: [{ name: 'mode' }] },
    });
    expect(await refused(files, { colour: 'red' })).toMatchObject({
      status: 400,
      problem: { invalidParams: [{ name: 'colour' }] },
    });
    const [file] = files;
    if (file === undefined) throw new Error('no file');
    const unsafe = await postFiles(server.origin, [file, { ...file, name: '../../etc/passwd.parquet' }]);
    expect(unsafe.status).toBe(400);
    expect(await unsafe.json()).toMatchObject({ code: 'invalid-filename', title: 'Invalid filename' });
    expect((await getLock(server.origin)).holder).toBeNull();
    const list = await (await fetch(`${server.origin}/api/imports?limit=1`)).json();
    expect(list.items).toMatchObject([
      { state: 'failed', problem: { code: 'invalid-filename' }, receipt: null },
    ]);
    expect(await readdir(join(server.workspace, 'uploads'))).not.toContain(list.items[0].id);
  });

  /** Begins a one-call import by hand and leaves its body unfinished. */
  async function begin() {
    const sending = request(`${server.origin}/api/imports`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=xyz', 'Transfer-Encoding': 'chunked' },
    });
    sending.on('error', () => {});
    sending.write(
      '--xyz\r\nContent-Disposition: form-data; name="files"; filename="objects.csv"\r\n\r\nobject_id,\r\n',
    );
    const { id } = await until('the upload holds the lock', async () => {
      const { holder } = await getLock(server.origin);
      return holder !== null && holder.files.length > 0 && holder;
    });
    return { sending, id };
  }

  it('whose sender goes away has failed and frees the lock', async () => {
    const { sending, id } = await begin();
    const refused = await postFiles(server.origin, chainExtract(500), {}, { wait: 0 });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      currentJob: { id, phase: 'upload', files: ['objects.csv'] },
    });
    sending.destroy();
    expect(await untilOver(server.origin, id)).toMatchObject({
      state: 'failed',
      problem: { code: 'invalid-request' },
    });
    expect(await importFiles(server.origin, files)).toMatchObject({ state: 'succeeded' });
  });

  it('whose sender falls silent has failed and frees the lock', async () => {
    const { receiveImport } = await import('./receive-import');
    const silent = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('--xyz\r\n'));
      },
    });
    const body = new Request(`${server.origin}/api/imports`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=xyz' },
      body: silent,
      duplex: 'half',
    } as RequestInit);
    await expect(receiveImport(body, null, { idleMs: 300 })).rejects.toMatchObject({ code: 'deadline' });
    expect((await getLock(server.origin)).holder).toBeNull();
    const list = await (await fetch(`${server.origin}/api/imports?limit=1`)).json();
    expect(list.items).toMatchObject([{ state: 'failed', problem: { code: 'deadline' } }]);
  });
});
