import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { drainBody } from '@/lib/uploads/server/drainable-body';
import { peekFields } from '@/lib/uploads/server/multipart/peek-fields';
import type { Import } from '../../contract';
import { beginDryRun, receiveDryRun } from '../dry-run/receive-dry-run';
import { takeLock } from '../lock/take-lock';
import { findRecord } from '../records/find-record';
import { importIdOf } from '../records/import-id-of';
import { type ImportRecord, newRecord } from '../records/import-record';
import { type ActiveRun, importsState } from '../records/imports-state';
import { oneAtATime } from '../records/one-at-a-time';
import { presentImport } from '../records/present-import';
import { importsReady } from '../recover/recover-imports';
import { endRun } from '../run/end-run';
import { numberRun } from '../run/number-run';
import { recordOutcome } from '../run/record-outcome';
import { runImport } from '../run/run-import';
import { runPhase } from '../run/run-phase';
import { warmWorker } from '../stage/spare-worker';
import { dropRun } from './begin-run';
import { receiveFiles } from './receive-files';

/**
 * Uploads and starts an import in one call (multipart/form-data). The lock is taken before the body is read, and free
 * again when no byte arrives for 60 s or the sender goes away; a dry run, whose field `dryRun` stands before the files, takes none.
 * Returns while the import goes on. The same `Idempotency-Key` again returns the same import, without reading the body.
 * @throws AppError import-busy; conflicting-state; what `receiveMultipart` throws, and the import has failed then
 */
export async function receiveImport(
  given: Request,
  idempotencyKey: string | null,
  { idleMs }: { idleMs?: number } = {},
): Promise<Import> {
  await importsReady();
  importsState().counters.uploadAttempts += 1;
  const id = importIdOf(undefined, idempotencyKey);
  const { fields, request } = await peekFields(given);
  try {
    if (choosesDryRun(fields)) return await dryRun(id, request, idleMs);
    const begun = await begin(id);
    if (begun.run !== null) return await receive(begun.run, request, idleMs);
    drainBody(request);
    return await presentImport(begun.record);
  } catch (error) {
    drainBody(request);
    throw error;
  }
}

/** A field that is no boolean is refused with the others. */
function choosesDryRun({ dryRun = '' }: Readonly<Record<string, string>>): boolean {
  return dryRun.trim() === 'true';
}

async function dryRun(id: string, request: Request, idleMs: number | undefined): Promise<Import> {
  const begun = await oneAtATime(id, async () => {
    const existing = await findRecord(id);
    return existing === undefined ? { dry: beginDryRun(id) } : { existing: assertOneCall(existing) };
  });
  if (begun.dry !== undefined) return receiveDryRun(begun.dry, request, { idleMs });
  drainBody(request);
  return presentImport(begun.existing);
}

async function receive(run: ActiveRun, request: Request, idleMs: number | undefined): Promise<Import> {
  const onBytes = () => run.lease.heartbeat();
  try {
    await runPhase(run, 'upload', () => receiveFiles(run, request, { idleMs, onBytes }));
  } catch (error) {
    const outcome = await recordOutcome(run, error);
    await endRun(run, outcome);
    if (outcome.state === 'cancelled') return presentImport(outcome);
    throw error;
  }
  void runImport(run);
  return presentImport(run.record);
}

/** The import of an earlier call with this key, or a run of its own that holds the lock and has its number. */
async function begin(id: string): Promise<{ run: ActiveRun } | { run: null; record: ImportRecord }> {
  return oneAtATime(id, async () => {
    const existing = await findRecord(id);
    if (existing !== undefined) return { run: null, record: assertOneCall(existing) };
    const run = await takeLock(newRecord(id, {}), 'upload');
    warmWorker();
    try {
      await numberRun(run);
    } catch (error) {
      dropRun(run);
      throw error;
    }
    return { run };
  });
}

/** An import that was made with this key by the same kind of call. */
function assertOneCall(existing: ImportRecord): ImportRecord {
  if (existing.requestDigest === null) return existing;
  throw new AppError(
    'conflicting-state',
    `The key ${existing.id} belongs to an import that began as a draft.`,
  );
}
