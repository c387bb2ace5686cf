import { randomUUID } from 'node:crypto';
import { readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chainExtract, extractCsv } from '@/scripts/test/extract-csv';
import { getImport, makeDraft, readyDraft, send, startDraft } from '@/scripts/test/import-client';
import { withImportServer } from '@/scripts/test/with-import-server';

const LIMIT = 1_000_000;
const server = withImportServer({ MAX_FILE_SIZE_BYTES: String(LIMIT) });

const files = extractCsv([{ id: 1, name: 'orders' }]);
const journalOf = (id: string) => join(server.workspace, 'uploads', id, 'import.json');
const folders = () => readdir(join(server.workspace, 'uploads'));

describe('making a draft', () => {
  it('answers 201 with an upload address for each file, and survives a restart in its journal', async () => {
    const draft = await makeDraft(server.origin, files, { source: { name: 'shop' }, owner: 'Anna' });
    expect(draft).toMatchObject({
      state: 'draft',
      number: null,
      phase: 'upload',
      mode: 'replace',
      owner: { name: 'Anna', verified: false },
      source: { name: 'shop', dialect: 'tsql' },
      progress: { phase: 'upload', percent: 0, etaSeconds: null },
    });
    expect(draft.files.map((file) => file.name)).toEqual(files.map((file) => file.name));
    expect(new Set(draft.files.map((file) => file.uploadUrl)).size).toBe(files.length);
    expect(JSON.parse(await readFile(journalOf(draft.id), 'utf8'))).toMatchObject({
      id: draft.id,
      state: 'draft',
    });
    expect(await getImport(server.origin, draft.id)).toEqual(draft);
  });

  it('refuses unsafe names and files over the limit, and stores nothing', async () => {
    const before = await folders();
    const refused = async (list: Array<{ name: string; size: number }>) => {
      const answer = await send('POST', `${server.origin}/api/imports`, { files: list });
      return { status: answer.status, problem: await answer.json() };
    };
    expect(
      await refused([
        { name: 'fine.csv', size: 1 },
        { name: '../../etc/passwd.parquet', size: 1 },
      ]),
    ).toMatchObject({ status: 400, problem: { code: 'invalid-filename', title: 'Invalid filename' } });
    expect(
      await refused([
        { name: 'fine.csv', size: 1 },
        { name: 'big.csv', size: LIMIT + 1 },
      ]),
    ).toMatchObject({ status: 413, problem: { code: 'too-large', limitBytes: LIMIT } });
    expect(await refused([])).toMatchObject({ status: 400, problem: { code: 'invalid-request' } });
    expect(await folders()).toEqual(before);
  });

  it('returns the same import for the same call, and refuses another call with its id', async () => {
    const id = randomUUID();
    const body = { files: [{ name: 'a.csv', size: 10 }], mode: 'merge', source: { name: 'shop' } };
    const call = (more: object, key: string = id) =>
      send('POST', `${server.origin}/api/imports`, { ...body, ...more }, { 'Idempotency-Key': key });
    const first = await (await call({})).json();
    expect(first.id).toBe(id);
    const again = await call({ id: id.toUpperCase() });
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(first);
    const byTwenty = await Promise.all(Array.from({ length: 20 }, () => call({})));
    expect(new Set(byTwenty.map((answer) => answer.status))).toEqual(new Set([201]));

    expect(await (await call({ mode: 'replace' })).json()).toMatchObject({ code: 'conflicting-state' });
    expect(await (await call({ files: [{ name: 'a.csv', size: 11 }] })).json()).toMatchObject({
      code: 'conflicting-state',
    });
    expect(await (await call({ id: randomUUID() })).json()).toMatchObject({ code: 'invalid-request' });
    expect(await (await call({}, 'not a uuid')).json()).toMatchObject({ code: 'invalid-request' });

    const changed = await send('PATCH', `${server.origin}/api/imports/${id}`, { mode: 'replace' });
    expect(changed.status).toBe(200);
    expect(await (await call({})).json()).toMatchObject({ id, mode: 'replace' });
  });
});

describe('changing a draft', () => {
  it('changes the given choices only', async () => {
    const draft = await makeDraft(server.origin, files, { mode: 'merge', maxRejects: 5, owner: 'Anna' });
    const answer = await send('PATCH', `${server.origin}/api/imports/${draft.id}`, {
      onBadRecord: 'keep',
      source: { name: 'store', database: 'Store' },
    });
    expect(await answer.json()).toMatchObject({
      mode: 'merge',
      owner: { name: 'Anna' },
      source: { name: 'store', database: 'Store' },
      choices: { mode: 'merge', maxRejects: 5, onBadRecord: 'keep', maxRejectPercent: 10 },
    });
    expect(JSON.parse(await readFile(journalOf(draft.id), 'utf8'))).toMatchObject({
      choices: { onBadRecord: 'keep' },
    });
    const unknown = await send('PATCH', `${server.origin}/api/imports/${draft.id}`, { colour: 'red' });
    expect(await unknown.json()).toMatchObject({ code: 'invalid-request' });
  });

  it('is refused once the import was started, and for imports that are not there', async () => {
    const draft = await readyDraft(server.origin, files);
    expect((await startDraft(server.origin, draft.id, { wait: 60 })).status).toBe(200);
    const answer = await send('PATCH', `${server.origin}/api/imports/${draft.id}`, { mode: 'merge' });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'conflicting-state' });
    expect((await send('PATCH', `${server.origin}/api/imports/${randomUUID()}`, {})).status).toBe(404);
  });
});

describe('starting a draft', () => {
  it('says which files lack bytes, and starts when they are there', async () => {
    const draft = await makeDraft(server.origin, files);
    const [first] = files;
    const answer = await startDraft(server.origin, draft.id);
    expect(answer.status).toBe(409);
    const problem = await answer.json();
    expect(problem).toMatchObject({
      code: 'conflicting-state',
      missing: files.map(({ name, bytes }) => ({ name, received: 0, size: bytes.length })),
    });
    expect(problem.detail).toContain(first?.name);
    expect((await getImport(server.origin, draft.id)).state).toBe('draft');

    const { uploadAll } = await import('@/scripts/test/import-client');
    await uploadAll(server.origin, draft, files);
    expect(await getImport(server.origin, draft.id)).toMatchObject({
      progress: { phase: 'upload', percent: 99 },
    });
    const started = await startDraft(server.origin, draft.id, { wait: 60 });
    expect(started.headers.get('preference-applied')).toBe('wait=60');
    const done = await started.json();
    expect(done).toMatchObject({ state: 'succeeded', progress: { phase: 'done', percent: 100 } });
    expect(done.files.map((file: { role: string }) => file.role).sort()).toEqual([
      'definitions',
      'dependencies',
      'objects',
    ]);
  });

  it('answers 202 at once, and the same import when it is started again', async () => {
    const draft = await readyDraft(server.origin, chainExtract(2000));
    const answers = await Promise.all(Array.from({ length: 5 }, () => startDraft(server.origin, draft.id)));
    expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202, 202, 202]);
    expect((await answers[0]?.json())?.number).toBeTypeOf('number');
    const done = await (await startDraft(server.origin, draft.id, { wait: 60 })).json();
    expect(done).toMatchObject({ id: draft.id, state: 'succeeded' });
    expect((await startDraft(server.origin, draft.id)).status).toBe(200);
  });
});

describe('leaving a draft', () => {
  it('cancels it: the bytes go, who did it stays, and it cannot be started', async () => {
    const draft = await readyDraft(server.origin, files);
    const answer = await send('POST', `${server.origin}/api/imports/${draft.id}/cancel`, { by: 'Marek' });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({ state: 'cancelled', cancelledBy: 'Marek', number: null });
    expect(await readdir(join(server.workspace, 'uploads', draft.id))).toEqual(['import.json']);
    expect((await startDraft(server.origin, draft.id)).status).toBe(409);
    const again = await send('POST', `${server.origin}/api/imports/${draft.id}/cancel`, { by: 'Priya' });
    expect(await again.json()).toMatchObject({ state: 'cancelled', cancelledBy: 'Marek' });
  });

  it('is swept after 7 days, others stay', async () => {
    const { sweepDrafts } = await import('./sweep-drafts');
    const [old, fresh] = [await readyDraft(server.origin, files), await readyDraft(server.origin, files)];
    const folder = join(server.workspace, 'uploads', old.id);
    const eightDaysAgo = Date.now() / 1000 - 8 * 24 * 3600;
    for (const name of ['.', ...(await readdir(folder))]) {
      await utimes(join(folder, name), eightDaysAgo, eightDaysAgo);
    }
    expect(await sweepDrafts()).toEqual([old.id]);
    expect((await fetch(`${server.origin}/api/imports/${old.id}`)).status).toBe(404);
    expect((await getImport(server.origin, fresh.id)).state).toBe('draft');
  });
});
