import 'server-only';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { removeUploads } from '@/lib/uploads/server/remove-uploads';
import { attachStage } from '@/lib/workspace/server/attach-stage';
import { withFoundFiles } from '../records/found-files';
import { type ImportRecord, isRunning } from '../records/import-record';
import { importsState, notifyChange } from '../records/imports-state';
import { stagingFolder } from '../records/journal';
import { failedOutcome } from '../run/record-outcome';
import { withRetries } from '../run/with-retries';
import { STAGE_FILE, stageImport } from '../stage/stage-import';
import { WorkerFailure } from '../stage/worker-failure';
import { countImport } from './count-import';
import type { DryRun } from './dry-run';
import { forgetOldDryRuns } from './forget-dry-runs';
import { keepCounts } from './keep-counts';

/** Longer than the longest wait for an answer. */
const UNASKED_MS = 6 * 60 * 1000;
const LOOK_EVERY_MS = 5000;

/** Lets as many dry runs go on as may go on side by side, first come first served. */
export function startDryRuns(): void {
  const all = [...importsState().dryRuns.values()];
  let free = settings().DRY_RUN_CONCURRENCY - all.filter(({ record }) => isRunning(record)).length;
  for (const dry of all) {
    if (dry.record.state !== 'waiting' || !dry.isReceived || free <= 0) continue;
    free -= 1;
    void runDry(dry);
  }
}

/** Takes a dry run to its end. Never rejects. */
async function runDry(dry: DryRun): Promise<void> {
  const started = new Date();
  dry.record = { ...dry.record, state: 'checking', startedAt: started.toISOString() };
  notifyChange();
  const look = setInterval(() => endUnasked(dry), LOOK_EVERY_MS);
  // Taken before anything is read: whatever comes later makes it count again.
  const snapshot = importsState().snapshot ?? 0;
  const outcome = await count(dry).catch(async (error: unknown) => {
    await keepRejects(dry, error);
    return failedOutcome(dry, error);
  });
  clearInterval(look);
  await quietly(dry, 'remove its files', () => removeFiles(dry));
  const { state, problem, receipt } = outcome;
  // In the queue of its draft before anybody can see the counts, so that a start after that finds them; a start that came first waits for this run.
  if (receipt !== null) void quietly(dry, 'keep its counts', () => keepCounts(dry, receipt, snapshot));
  dry.record = outcome;
  const durationMs = Date.now() - started.getTime();
  log.info({ importId: dry.id, state, code: problem?.code, durationMs }, 'dry run over');
  await quietly(dry, 'forget older ones', forgetOldDryRuns);
  startDryRuns();
  dry.settleOver();
  notifyChange();
}

async function count(dry: DryRun): Promise<ImportRecord> {
  const { id, meter, stop } = dry;
  const { signal } = stop;
  const stage = await stageImport({ id, record: dry.record, meter, stop, lease: { heartbeat() {} } });
  dry.record = withFoundFiles(dry.record, stage.files);
  const alias = await attach(dry, stage.file);
  meter.enter('publish', { totalRows: stage.files.reduce((sum, file) => sum + file.read, 0) });
  dry.record = { ...dry.record, phase: 'publish' };
  notifyChange();
  const receipt = await withRetries(() => countImport(dry.record, stage, { alias, signal }), { signal });
  signal.throwIfAborted();
  return {
    ...dry.record,
    state: 'succeeded',
    phase: 'done',
    progress: { ...meter.read(), phase: 'done', percent: 100, etaSeconds: 0 },
    finishedAt: new Date().toISOString(),
    receipt,
  };
}

/** Returns the name of the stage; each dry run has one of its own, because all connections see it. */
async function attach(dry: DryRun, file: string): Promise<string> {
  const alias = `dry_${dry.id.replaceAll('-', '')}`;
  dry.stage = { alias, detach: await attachStage({ alias, file }) };
  return alias;
}

/** What a worker rejected before it gave up can be looked at. */
async function keepRejects(dry: DryRun, error: unknown): Promise<void> {
  if (!(error instanceof WorkerFailure)) return;
  dry.record = withFoundFiles(dry.record, error.files);
  if (dry.stage === null) await quietly(dry, 'keep the rejects', () => attach(dry, error.stageFile));
}

/** Everything but the stage itself, where that can still be asked for. */
async function removeFiles(dry: DryRun): Promise<void> {
  await removeUploads(dry.id);
  const folder = await stagingFolder(dry.id);
  if (dry.stage === null) return rm(folder, { recursive: true, force: true });
  for (const name of await readdir(folder)) {
    if (name !== STAGE_FILE) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function endUnasked(dry: DryRun): void {
  if (Date.now() - dry.askedAt < UNASKED_MS) return;
  dry.stop.abort(new AppError('interrupted', 'Nobody asked for this dry run any more, so it was ended.'));
}

async function quietly(dry: DryRun, what: string, task: () => Promise<unknown>): Promise<void> {
  try {
    await task();
  } catch (error) {
    log.error({ importId: dry.id, err: error }, `a dry run could not ${what}`);
  }
}
