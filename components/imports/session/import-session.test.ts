import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { apiFetch, setApiBase } from '@/lib/http/api-fetch';
import { getImport, getLock } from '@/lib/imports/contract';
import { uploadFile } from '@/lib/uploads/client/upload-file';
import { chainExtract } from '@/scripts/test/extract-csv';
import { fetchStack } from '@/scripts/test/fetch-stack';
import { type ImportServer, startImportServer } from '@/scripts/test/import-server';
import { noEdits } from '../draft/rows/row-edits';
import { editsOf } from '../draft/rows/row-files';
import { checkDraft } from './check-draft';
import { dryRunKey } from './dry-run';
import { createImportSession } from './import-session';
import { filesWithoutBytes, hasOpenDraft, isUploaded, readyFiles } from './session-state';
import type { ImportSession } from './session-verbs';

let server: ImportServer;
beforeAll(async () => {
  server = await startImportServer({ MAX_FILE_SIZE_BYTES: '2000000' });
  setApiBase(server.origin);
});
afterAll(() => server.stop());

class MemoryStorage implements Storage {
  private readonly items = new Map<string, string>();
  get length() {
    return this.items.size;
  }
  clear = () => this.items.clear();
  key = (index: number) => [...this.items.keys()][index] ?? null;
  getItem = (key: string) => this.items.get(key) ?? null;
  removeItem = (key: string) => void this.items.delete(key);
  setItem = (key: string, value: string) => void this.items.set(key, value);
}

let storage: Storage;
beforeEach(() => {
  storage = new MemoryStorage();
});

const newSession = () =>
  createImportSession({
    storage,
    transport: (request, events) =>
      uploadFile(request, events, { httpStack: fetchStack, retryDelaysMs: [], chunkBytes: 1024 }),
  });

const files = () => chainExtract(20).map(({ name, bytes }) => new File([bytes], name, { lastModified: 1 }));

const until = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 20 });

/** A session whose files were chosen and whose draft is on the server with all its bytes. */
async function prepared(): Promise<ImportSession> {
  const session = newSession();
  session.addFiles(files());
  await until(() =>
    expect(session.state().files.every((file) => file.preview?.kind === 'extract')).toBe(true),
  );
  session.goTo('preview');
  session.setChoices({ sourceName: 'Chain', ownerName: 'Anna' });
  await until(() => expect(isUploaded(session.state())).toBe(true));
  return session;
}

const stateOf = async (id: string) => (await apiFetch(getImport, { params: { id } })).state;

async function published(session: ImportSession) {
  const id = session.state().draft?.import.id ?? '';
  await vi.waitFor(async () => expect(await stateOf(id)).toBe('succeeded'), { timeout: 30_000 });
  return apiFetch(getImport, { params: { id } });
}

/** Holds the import lock with a one-call import whose body never ends. Returns how to let it go. */
async function holdLock(): Promise<() => void> {
  const abort = new AbortController();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const head = '--b\r\nContent-Disposition: form-data; name="source"\r\n\r\nSlow\r\n';
      controller.enqueue(new TextEncoder().encode(head));
    },
  });
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
    body,
    duplex: 'half',
    signal: abort.signal,
  } as RequestInit;
  fetch(`${server.origin}/api/imports`, init).catch(() => undefined);
  await vi.waitFor(async () => expect((await apiFetch(getLock)).holder).not.toBeNull(), { timeout: 10_000 });
  return () => abort.abort();
}

describe('a session', () => {
  test('takes files from the choosing to the published import, and forgets the draft', async () => {
    const session = await prepared();
    expect(storage.length).toBe(1);
    await session.start('refuse');
    expect(session.state()).toMatchObject({ start: 'started', step: 'import', problem: null });
    const import_ = await published(session);
    expect(import_).toMatchObject({ owner: { name: 'Anna' }, source: { name: 'Chain' } });
    expect(import_.receipt).toMatchObject({ balanced: true, read: 58 });
    expect(storage.length).toBe(0);
    session.reset();
    expect(session.state()).toMatchObject({ start: 'idle', files: [], choices: { ownerName: 'Anna' } });
  });

  test('a pressed start waits for the bytes', async () => {
    const session = newSession();
    session.addFiles(files());
    await until(() => expect(session.state().files.every((file) => file.preview !== null)).toBe(true));
    session.setChoices({ sourceName: 'Chain' });
    await session.start('refuse');
    expect(session.state().start).toBe('started');
    await published(session);
  });

  test('a taken lock says who has it, and a place in line starts by itself', async () => {
    const session = await prepared();
    const release = await holdLock();
    await session.start('refuse');
    expect(session.state()).toMatchObject({ start: 'busy', busy: { owner: { name: 'Someone' } } });
    expect(hasOpenDraft(session.state())).toBe(true);
    await session.start('wait');
    expect(session.state().start).toBe('started');
    expect(await stateOf(session.state().draft?.import.id ?? '')).toBe('waiting');
    release();
    await published(session);
  });

  test('closing a refused start keeps the draft for another one', async () => {
    const session = await prepared();
    const release = await holdLock();
    await session.start('refuse');
    session.dismissBusy();
    expect(session.state()).toMatchObject({ start: 'idle', step: 'preview', busy: null });
    release();
    await vi.waitFor(async () => expect((await apiFetch(getLock)).holder).toBeNull(), { timeout: 30_000 });
    await session.start('refuse');
    await published(session);
  });

  test('a draft survives a reload of the page and starts without its files', async () => {
    const before = await prepared();
    const after = newSession();
    await after.resume();
    expect(after.state().files.map((file) => [file.name, file.file])).toEqual(
      before.state().files.map((file) => [file.name, null]),
    );
    expect(after.state().choices).toMatchObject({ sourceName: 'Chain' });
    expect(filesWithoutBytes(after.state())).toEqual([]);
    await after.start('refuse');
    await published(after);
  });

  test('a changed list after a reload needs the bytes again, and choosing the same file gives them', async () => {
    await prepared();
    const after = newSession();
    await after.resume();
    const [first] = after.state().files;
    after.removeFile(first?.key ?? '');
    expect(filesWithoutBytes(after.state())).toHaveLength(2);
    await after.start('refuse');
    expect(after.state().problem).toContain('Choose definitions.csv once more');
    after.addFiles(files());
    await until(() =>
      expect(after.state().files.every((file) => file.preview?.kind === 'extract')).toBe(true),
    );
    expect(after.state().files).toHaveLength(3);
    expect(filesWithoutBytes(after.state())).toEqual([]);
    await after.start('refuse');
    await published(after);
  });

  test('what was decided about rows survives a reload, and comes back with the same file', async () => {
    const rows = () => new File(['id,day\n1,01/02/2024\n2,03/04/2024\n'], 'visits.csv', { lastModified: 7 });
    const before = newSession();
    before.addFiles([rows()]);
    await before.looked();
    before.goTo('preview');
    await until(() => expect(isUploaded(before.state())).toBe(true));
    const key = before.state().files[0]?.key ?? '';
    const decided = {
      columns: { 1: { type: 'date', dateOrder: 'dmy' } },
      answers: { 'date-1': 'dmy' },
    } as const;
    before.editRows(key, { ...noEdits, ...decided, dataset: 'visits_2024' });
    before.setDataset('main.visits_2024', { mode: 'upsert', key: ['id'] });
    before.setOrder({ by: 'given', hand: [key] });

    const after = newSession();
    await after.resume();
    after.addFiles([rows()]);
    await after.looked();
    expect(after.state().files[0]).toMatchObject({ key, rows: { ...decided, dataset: 'visits_2024' } });
    expect(after.state().datasets).toMatchObject({ 'main.visits_2024': { mode: 'upsert', key: ['id'] } });
    expect(after.state().order).toEqual({ by: 'given', hand: [key] });
    expect(filesWithoutBytes(after.state())).toEqual([]);
    after.setTargets({ targets: { 'main.visits_2024': null }, problem: null });
    await after.start('refuse');
    expect(after.state().start).toBe('started');
    expect((await published(after)).choices).toMatchObject({
      conflictOrder: 'given',
      formats: [{ dataset: 'main.visits_2024' }],
    });
  });

  test('nothing starts before the dataset is looked up, and a look-up that failed says why', async () => {
    const session = newSession();
    session.addFiles([new File(['id,day\n1,2024-01-01\n'], 'stops.csv', { lastModified: 7 })]);
    await session.looked();
    expect(checkDraft(session.state())).toEqual({ ok: false, reason: 'Wait until stops is looked up' });
    expect(dryRunKey(session.state())).toBeNull();
    await session.start('refuse');
    expect(session.state()).toMatchObject({ start: 'idle', draft: null });
    session.setTargets({ targets: {}, problem: 'stops could not be looked up: no answer.' });
    expect(checkDraft(session.state())).toEqual({
      ok: false,
      reason: 'stops could not be looked up: no answer.',
    });
    session.setTargets({ targets: { 'main.stops': null }, problem: null });
    expect(checkDraft(session.state())).toMatchObject({
      ok: true,
      choices: { datasets: { 'main.stops': { mode: 'append' } } },
    });
  });

  test('a mode that is chosen before the dataset is known gets the key of the dataset, one chosen by hand stays', async () => {
    const session = newSession();
    session.addFiles([new File(['id,day\n1,2024-01-01\n'], 'trips.csv', { lastModified: 7 })]);
    await session.looked();
    const edits = () => editsOf('main.trips', session.state().datasets, session.state().targets);
    session.setChoices({ ownerName: 'Anna' });
    session.setDataset('main.trips', { mode: 'upsert' });
    expect(edits()).toMatchObject({ mode: 'upsert', key: [] });
    const columns = [{ name: 'id', type: 'bigint' }] as const;
    session.setTargets({ targets: { 'main.trips': { columns, key: ['id'], rows: 1 } }, problem: null });
    expect(edits()).toMatchObject({ mode: 'upsert', key: ['id'] });
    expect(checkDraft(session.state())).toMatchObject({
      ok: true,
      choices: { datasets: { 'main.trips': { mode: 'upsert', key: ['id'] } } },
    });
    session.setDataset('main.trips', { key: ['day'] });
    session.setTargets({ targets: { 'main.trips': { columns, key: ['id'], rows: 2 } }, problem: null });
    expect(edits()).toMatchObject({ mode: 'upsert', key: ['day'] });
  });

  test('a dry run counts what would happen, and the start takes the same bytes; the same file is skipped next time', async () => {
    const rows = () => new File(['id,day\n1,2024-01-01\n2,2024-01-02\n'], 'days.csv', { lastModified: 7 });
    const session = newSession();
    session.addFiles([rows()]);
    await session.looked();
    session.setTargets({ targets: { 'main.days': null }, problem: null });
    session.goTo('preview');
    await session.dryRun();
    expect(session.state()).toMatchObject({ start: 'idle', dryRun: { problem: null } });
    const counted = session.state().dryRun?.importId ?? '';
    await vi.waitFor(async () => expect(await stateOf(counted)).toBe('succeeded'), { timeout: 30_000 });
    expect((await apiFetch(getImport, { params: { id: counted } })).receipt).toMatchObject({ inserted: 2 });
    expect(session.state().dryRun?.asked).toBe(dryRunKey(session.state()));
    session.setChoices({ onBadRecord: 'keep' });
    expect(session.state().dryRun?.asked).not.toBe(dryRunKey(session.state()));
    await session.dryRun();
    const ended = session.state().dryRun?.importId ?? '';
    await session.endDryRun();
    expect(session.state().dryRun).toBeNull();
    await vi.waitFor(async () => expect(['cancelled', 'succeeded']).toContain(await stateOf(ended)));
    await vi.waitFor(async () => expect((await apiFetch(getLock)).holder).toBeNull(), { timeout: 30_000 });
    const draft = session.state().draft?.import.id;
    await session.start('refuse');
    expect((await published(session)).id).toBe(draft);

    const again = newSession();
    again.addFiles([rows()]);
    await again.looked();
    expect(again.state().files[0]).toMatchObject({ isSkipped: true, sameAs: { number: expect.any(Number) } });
    expect(readyFiles(again.state())).toEqual([]);
    again.skip(again.state().files[0]?.key ?? '', false);
    expect(readyFiles(again.state())).toHaveLength(1);
  });

  test('a discarded draft is gone here and on the server', async () => {
    const session = await prepared();
    const id = session.state().draft?.import.id ?? '';
    await session.discard();
    expect(session.state()).toMatchObject({ files: [], draft: null });
    expect(storage.length).toBe(0);
    const left = await apiFetch(getImport, { params: { id } }).then(
      (it) => it.state,
      () => 'gone',
    );
    expect(['gone', 'cancelled']).toContain(left);
  });

  test('a file above the limit is refused by the server in words', async () => {
    const session = newSession();
    const large = `command_text\n${'SELECT 1\n'.repeat(300_000)}`;
    session.addFiles([new File([large], 'log.csv')]);
    await until(() => expect(session.state().files[0]?.preview).not.toBeNull());
    session.goTo('preview');
    await until(() => expect(session.state().problem).toContain('log.csv'));
    expect(session.state().draft).toBeNull();
  });

  test('a refusal of the start leads back to the mapping with its reason', async () => {
    const session = await prepared();
    const id = session.state().draft?.import.id ?? '';
    await fetch(`${server.origin}/api/imports/${id}/cancel`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    await session.start('refuse');
    expect(session.state()).toMatchObject({ start: 'idle', step: 'preview' });
    expect(session.state().problem).not.toBeNull();
  });
});
