import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { receiveMultipart } from '@/lib/uploads/server/multipart/receive-multipart';
import { uploadUrl } from '@/lib/uploads/server/upload-paths';
import { choicesFromFields, parentFromFields } from '../../multipart-choices';
import type { ProgressMeter } from '../../progress-meter';
import { inheritChoices } from '../drafts/inherit-choices';
import { markSameFiles } from '../drafts/mark-same-files';
import { type ImportRecord, newFile, resolvedSource, withChoices } from '../records/import-record';

/** Whose files arrive: an import that runs, or a dry run. */
type Receiving = {
  readonly id: string;
  record: ImportRecord;
  readonly meter: ProgressMeter;
  readonly stop: AbortController;
};

type Options = {
  idleMs?: number | undefined;
  /** Called with every piece of the body, as a sign of life. */
  onBytes: () => void;
};

/**
 * Receives the files and choices of a one-call request into the record of a run.
 * @throws AppError what `receiveMultipart` throws; invalid-request for a bad choice or without files
 */
export async function receiveFiles(
  run: Receiving,
  request: Request,
  { idleMs, onBytes }: Options,
): Promise<void> {
  const fields: Record<string, string> = {};
  const started = performance.now();
  run.meter.enter('upload', { totalBytes: Number(request.headers.get('content-length') ?? 0) });
  const received = await receiveMultipart(watched(run, request, onBytes), {
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
function watched(run: Receiving, request: Request, onBytes: () => void): Request {
  let bytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      onBytes();
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
