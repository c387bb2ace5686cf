import 'server-only';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { log } from '@/lib/log/log';
import { removeUploads } from '@/lib/uploads/server/remove-uploads';
import { sweepUploads } from '@/lib/uploads/server/sweep-uploads';
import { read } from '@/lib/workspace/server/read';
import { workspacePaths } from '@/lib/workspace/server/workspace';
import { write } from '@/lib/workspace/server/write';
import { keepSweeping } from '../drafts/sweep-drafts';
import { importLock } from '../lock/import-lock';
import type { Lease } from '../lock/lock';
import { startNextInLine } from '../lock/start-next-in-line';
import { countImportsInStates, latestSnapshot, storedIds } from '../publish/import-rows';
import { rememberPublishTime } from '../publish/publish-time';
import type { ImportRecord } from '../records/import-record';
import { RUNNING_STATES } from '../records/import-record';
import { importsState } from '../records/imports-state';
import { readJournals } from '../records/journal';
import { interruptAbandoned } from './interrupt-abandoned';

/** Who holds the lock during the recovery; no import has this id. */
const RECOVERY = 'recovery';

/**
 * Brings the imports of a workspace in order after its start: names interrupted what was running, removes stages and
 * orphaned bytes, and lets waiting imports take their places again. Runs once; every verb waits for it.
 */
export function recoverImports(): Promise<void> {
  const state = importsState();
  if (state.ready === null) {
    const recovering = recoverNow();
    state.ready = recovering;
    recovering.catch(() => {
      state.ready = null;
    });
  }
  return state.ready;
}

/** Resolves when the imports are in order. @throws AppError unavailable while the workspace is not open */
export function importsReady(): Promise<void> {
  return recoverImports();
}

async function recoverNow(): Promise<void> {
  const started = performance.now();
  const { staging } = await workspacePaths();
  const lease = importLock().take(RECOVERY);
  if (lease === null) throw new Error('The import lock is held before the recovery.');
  try {
    const interrupted = await interruptRunning(lease);
    for (const name of await readdir(staging))
      await rm(join(staging, name), { recursive: true, force: true });
    const records = await unstartedRecords();
    const waiting = records.filter((record) => record.state === 'waiting');
    await sweepUploads({
      keep: new Set(waiting.map((record) => record.id)),
      drafts: new Set(records.map((record) => record.id)),
    });
    await remember(records);
    for (const record of waiting.toSorted(bySince)) {
      importLock().join(record.id, new Date(record.waitingSince ?? record.createdAt));
    }
    importLock().onTurn(startNextInLine);
    keepSweeping();
    const durationMs = Math.round(performance.now() - started);
    log.info({ phase: 'recover', interrupted, waiting: waiting.length, durationMs }, 'imports recovered');
  } finally {
    lease.release();
  }
}

/** Reads first: a start without anything to repair writes nothing. */
async function interruptRunning(lease: Lease): Promise<number> {
  const running = await read((db) => countImportsInStates(db, RUNNING_STATES));
  if (running > 0) await write(lease, interruptAbandoned);
  return running;
}

/** The journals of imports that never got a number; those of the others are left over and go. */
async function unstartedRecords(): Promise<ImportRecord[]> {
  const { records } = await readJournals();
  const stored = await read((db) =>
    storedIds(
      db,
      records.map((record) => record.id),
    ),
  );
  for (const id of stored) await removeUploads(id);
  return records.filter((record) => !stored.has(record.id));
}

async function remember(records: readonly ImportRecord[]): Promise<void> {
  const state = importsState();
  for (const record of records) state.unstarted.set(record.id, record);
  const latest = await read(latestSnapshot);
  state.snapshot = latest?.number ?? null;
  const receipt = latest?.receipt;
  if (receipt) rememberPublishTime(receipt.durationsMs.publish, receipt.read);
}

const bySince = (a: ImportRecord, b: ImportRecord) =>
  (a.waitingSince ?? a.createdAt) < (b.waitingSince ?? b.createdAt) ? -1 : 1;
