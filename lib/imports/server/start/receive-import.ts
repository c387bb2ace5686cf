import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { drainBody } from '@/lib/uploads/server/drainable-body';
import { receiveMultipart } from '@/lib/uploads/server/multipart/receive-multipart';
import { uploadUrl } from '@/lib/uploads/server/upload-paths';
import type { Import } from '../../contract';
import { choicesFromFields, parentFromFields } from '../../multipart-choices';
import { inheritChoices } from '../drafts/inherit-choices';
import { markSameFiles } from '../drafts/mark-same-files';
import { takeLock } from '../lock/take-lock';
import { findRecord } from '../records/find-record';
import { importIdOf } from '../records/import-id-of';
import { type ImportRecord, newFile, newRecord, resolvedSource, withChoices } from '../records/import-record';
import { type ActiveRun, importsState } from '../records/imports-state';
import { oneAtATime } from '../records/one-at-a-time';
import { presentImport } from '../records/present-import';
import { importsReady } from '../recover/recover-imports';
import { endRun } from '../run/end-run';
import { numberRun } from '../run/number-run';
import { recordOutcome } from '../run/record-outcome';
import { runImport } from '../run/run-import';
import { runPhase } from '../run/run-phase';
import { dropRun } from './begin-run';

/**
 * Uploads and starts an import in one call (multipart/form-data). The lock is taken before the body is read, and free
 * again when no byte arrives for 60 s or the sender goes away. Returns while the import goes on. The same
 * `Idempotency-Key` again returns the same import, without reading the body.
 * @throws AppError import-busy; conflicting-state; what `receiveMultipart` throws, and the import has failed then
 */
export async function receiveImport(
  request: Request,
  idempotencyKey: string | null,
  { idleMs }: { idleMs?: number } = {},
): Promise<Import> {
  await importsReady();
  importsState().counters.uploadAttempts += 1;
  const id = importIdOf(undefined, idempotencyKey);
  const begun = await begin(id).catch((error: unknown) => {
    drainBody(request);
    throw error;
  });
  if (begun.run === null) {
    drainBody(request);
    return presentImport(begun.record);
  }
  const { run } = begun;
  try {
    await runPhase(run, 'upload', () => receive(run, request, idleMs));
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

async function receive(run: ActiveRun, request: Request, idleMs: number | undefined): Promise<void> {
  const fields: Record<string, string> = {};
  const started = performance.now();
  run.meter.enter('upload', { totalBytes: Number(request.headers.get('content-length') ?? 0) });
  const received = await receiveMultipart(watched(run, request), {
    importId: run.id,
    ...(idleMs === undefined ? {} : { idleMs }),
    onField: (name, value) => {
      fields[name] = value;
      parentFromFields(fields);
      run.record = withFields(run.record, fields);
    },
    onFile: ({ ordinal, name }) => {
      const url = uploadUrl({ importId: run.id, ordinal });
      const file = newFile({ ordinal, name, size: 0, sha256: null, uploadUrl: url });
      run.record = { ...run.record, files: [...run.record.files, file] };
    },
  });
  if (received.length === 0) {
    throw new AppError('invalid-request', 'Send at least one file in a part named files.', {
      invalidParams: [{ name: 'files', reason: 'at least one file' }],
    });
  }
  const files = run.record.files.map((file, index) => {
    const { size = 0, sha256 = null } = received[index] ?? {};
    return { ...file, size, received: size, sha256 };
  });
  run.record = {
    ...withFields(await asChild(run.record, fields), fields),
    files: await markSameFiles(files),
    uploadMs: Math.round(performance.now() - started),
  };
}

/** The record with the choices of its parent, when it brings corrected rejects. @throws what `inheritChoices` throws */
async function asChild(record: ImportRecord, fields: Record<string, string>): Promise<ImportRecord> {
  const parent = parentFromFields(fields);
  if (parent === null) return record;
  const names = record.files.map((file) => file.name);
  return { ...withChoices(record, await inheritChoices(parent, names)), parent };
}

/** @throws AppError invalid-request that names the field */
function withFields(record: ImportRecord, fields: Record<string, string>): ImportRecord {
  const changed = withChoices(record, choicesFromFields(fields));
  return { ...changed, source: resolvedSource(changed) };
}

/** The same request, with its bytes counted as signs of life, ended when the run is stopped. */
function watched(run: ActiveRun, request: Request): Request {
  let bytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      run.lease.heartbeat();
      run.meter.observe({ bytes });
      controller.enqueue(chunk);
    },
  });
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    signal: AbortSignal.any([request.signal, run.stop.signal]),
    ...(request.body === null ? {} : { body: request.body.pipeThrough(counter), duplex: 'half' }),
  } as RequestInit);
}
