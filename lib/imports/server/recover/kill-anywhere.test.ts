import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractCsv } from '@/scripts/test/extract-csv';
import { getImport, readyDraft, startDraft, until, untilOver } from '@/scripts/test/import-client';
import type { CatalogState } from '@/scripts/test/import-server-process';
import {
  bundleImportServer,
  type ImportServerProcess,
  spawnImportServer,
} from '@/scripts/test/spawn-import-server';

const KILLS = 20;
const OBJECTS = 40;

let workspace: string;
let server: ImportServerProcess;
beforeAll(async () => {
  await bundleImportServer();
  workspace = await mkdtemp(join(tmpdir(), 'headwater-kill-'));
  server = await spawnImportServer(workspace);
});
afterAll(async () => {
  await server.kill();
  await rm(workspace, { recursive: true, force: true });
});

/** An extract whose definitions all say the same text, so that half an import is seen at once. */
const extract = (text: string) =>
  extractCsv(
    Array.from({ length: OBJECTS }, (_, index) => ({
      id: index + 1,
      name: `view${index}`,
      type: 'VIEW',
      definition: `CREATE VIEW v AS SELECT '${text}'`,
      uses: index === 0 ? [] : [index],
    })),
  );

const catalog = async (): Promise<CatalogState> => (await fetch(`${server.origin}/test/catalog`)).json();

/** Drafts and starts an import, and reports what the server acknowledged before it died. */
async function attempt(text: string, onBusy: 'refuse' | 'wait', acknowledged: Acknowledged): Promise<void> {
  const draft = await readyDraft(server.origin, extract(text), { source: { name: 'shop' } });
  acknowledged.drafts.set(text, draft.id);
  const started = await startDraft(server.origin, draft.id, { onBusy });
  const body = await started.json();
  if (started.status === 202) acknowledged.started.set(text, body.state);
  const done = await untilOver(server.origin, draft.id);
  if (done.state === 'succeeded' && done.number !== null)
    acknowledged.published = { text, number: done.number };
}

type Acknowledged = {
  drafts: Map<string, string>;
  started: Map<string, string>;
  published: { text: string; number: number } | null;
};

const ENDED = ['succeeded', 'failed', 'cancelled', 'interrupted'];

/** Nothing that a reader sees is half an import, and nothing that was published is gone. */
function expectWhole(state: CatalogState, acknowledged: Acknowledged): void {
  const succeeded = state.imports.filter((one) => one.state === 'succeeded').map((one) => one.number);
  expect(state.objects).toBe(succeeded.length === 0 ? 0 : OBJECTS);
  expect(state.edges).toBe(succeeded.length === 0 ? 0 : OBJECTS - 1);
  expect(state.definitions.length).toBe(succeeded.length === 0 ? 0 : 1);
  expect(state.snapshots.filter((number) => !succeeded.includes(number))).toEqual([]);
  const { published } = acknowledged;
  if (published === null) return;
  expect(succeeded).toContain(published.number);
  if (Math.max(...succeeded) === published.number) {
    expect(state.definitions[0]).toContain(`'${published.text}'`);
  }
}

describe(`kill -9 of the server at ${KILLS} moments of an import`, () => {
  it('loses nothing acknowledged, shows no half import, and names every import', {
    timeout: 400_000,
  }, async () => {
    const acknowledged: Acknowledged = { drafts: new Map(), started: new Map(), published: null };
    const began = performance.now();
    await attempt('first', 'refuse', acknowledged);
    const usualMs = performance.now() - began;
    const interrupted: number[] = [];

    for (let kill = 0; kill < KILLS; kill += 1) {
      // One moment in each twentieth of the usual time, so that every phase is met.
      const moment = (usualMs * (kill + Math.random())) / KILLS;
      const dying = server;
      const killed = new Promise<void>((resolve, reject) => {
        setTimeout(() => dying.kill().then(resolve, reject), moment);
      });
      const work = [
        attempt(`round ${kill}`, 'refuse', acknowledged),
        attempt(`line ${kill}`, 'wait', acknowledged),
      ];
      await Promise.all([killed, ...work.map((one) => one.catch(() => undefined))]);

      server = await spawnImportServer(workspace);
      const state = await catalog();
      expectWhole(state, acknowledged);
      // Only an import that waited in line and has started by itself may be running now.
      const running = state.imports.filter((one) => !ENDED.includes(one.state));
      expect(running.length).toBeLessThanOrEqual(1);
      for (const { number } of running) {
        const { id } = await getImport(server.origin, number);
        expect([...acknowledged.drafts.values()]).toContain(id);
      }

      const texts = [`round ${kill}`, `line ${kill}`];
      for (const text of texts) {
        const id = acknowledged.drafts.get(text);
        if (id === undefined) continue;
        const found = await getImport(server.origin, id);
        expect(['draft', 'waiting', 'checking', 'publishing', ...ENDED]).toContain(found.state);
        if (acknowledged.started.get(text) === undefined) continue;
        // It was started or stood in line: now it runs, has run, or says that it was interrupted.
        expect(found.state).not.toBe('draft');
        const end = await untilOver(server.origin, id);
        expect(['succeeded', 'interrupted']).toContain(end.state);
        if (acknowledged.started.get(text) === 'waiting' && end.number === null) {
          throw new Error(`${text} lost its place in line`);
        }
        if (end.state === 'interrupted') {
          interrupted.push(Number(end.number));
          expect(end).toMatchObject({ problem: { code: 'interrupted' }, receipt: null });
          expect(end.finishedAt).not.toBeNull();
        }
      }
      await until('nobody waits', async () => {
        const lock = await (await fetch(`${server.origin}/api/imports/lock`)).json();
        return lock.holder === null && lock.waiting.length === 0;
      });
      expectWhole(await catalog(), acknowledged);
      expect(await readdir(join(workspace, 'staging'))).toEqual([]);
    }

    // The kills met imports at work, and the workspace works as before.
    expect(interrupted.length).toBeGreaterThan(0);
    await attempt('last', 'refuse', acknowledged);
    expect((await catalog()).definitions[0]).toContain("'last'");
    const numbers = (await catalog()).imports.map((one) => one.number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});
