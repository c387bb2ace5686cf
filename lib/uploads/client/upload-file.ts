import { DefaultHttpStack, type DetailedError, type FileReader, type HttpStack, Upload } from 'tus-js-client';
import { apiUrl } from '@/lib/http/api-fetch';
import { checksumStack } from './checksum-stack';

/** Node ends a request after 300 s, so a chunk must fit into that on a slow line; 16 MiB is the server's limit. */
export const CHUNK_BYTES = 8 * 1024 * 1024;

/** Waits before each try after a cut, about half an hour in all; tus-js-client starts over after each received byte. */
const RETRY_DELAYS_MS = [0, 1000, 2000, 4000, 8000, ...Array.from({ length: 120 }, () => 15_000)];

export type UploadRequest = {
  importId: string;
  fileId: string;
  file: Blob;
  /** tus address of the file, as the draft gave it. */
  uploadUrl: string;
};

export type UploadEvents = {
  /** Bytes of the file that were sent so far, resumed ones included. */
  onProgress: (sent: number) => void;
  /** The connection was cut; the next try follows by itself. */
  onRetry: () => void;
  onDone: () => void;
  /** A sentence for people: what the server said, or that it cannot be reached. */
  onFailed: (reason: string) => void;
};

export type UploadOptions = { chunkBytes?: number; retryDelaysMs?: number[]; httpStack?: HttpStack };

/** Reads slices of the file as they are sent, so the file is never in memory. */
const sliceReader: FileReader = {
  openFile: async (file: Blob) => ({
    size: file.size,
    slice: async (start, end) => ({
      value: file.slice(start, end),
      done: Math.min(end, file.size) === file.size,
    }),
    close: () => undefined,
  }),
};

/**
 * Sends one file of a draft by tus, from where the server left off, each chunk with its SHA-256.
 * Returns how to stop it; what arrived stays on the server, so a later call goes on from there.
 */
export function uploadFile(
  request: UploadRequest,
  events: UploadEvents,
  options: UploadOptions = {},
): () => Promise<void> {
  const upload = new Upload(request.file, {
    uploadUrl: request.uploadUrl.startsWith('/') ? apiUrl(request.uploadUrl) : request.uploadUrl,
    uploadSize: request.file.size,
    chunkSize: options.chunkBytes ?? CHUNK_BYTES,
    retryDelays: options.retryDelaysMs ?? RETRY_DELAYS_MS,
    httpStack: checksumStack(options.httpStack ?? new DefaultHttpStack({})),
    fileReader: sliceReader,
    // The draft knows its addresses; the import in the fingerprint keeps one file in two imports apart.
    fingerprint: async () => `headwater-${request.importId}-${request.fileId}`,
    storeFingerprintForResuming: false,
    onProgress: (sent) => events.onProgress(sent),
    onShouldRetry: (error) => {
      const retry = isWorthRetrying(error);
      if (retry) events.onRetry();
      return retry;
    },
    onSuccess: () => events.onDone(),
    onError: (error) => events.onFailed(failureReason(error)),
  });
  upload.start();
  return () => upload.abort(false);
}

/** A cut line, a busy upload, a moved offset or a damaged chunk may pass; any other refusal is final. */
function isWorthRetrying(error: DetailedError): boolean {
  if (isFileGone(error)) return false;
  const status = error.originalResponse?.getStatus() ?? 0;
  return status === 0 || status >= 500 || [408, 409, 423, 425, 429, 460].includes(status);
}

/** True when the browser cannot read the chosen file any more. */
function isFileGone(error: Error | DetailedError): boolean {
  const cause = 'causingError' in error ? error.causingError : null;
  return cause instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(cause.name);
}

function failureReason(error: Error | DetailedError): string {
  if (isFileGone(error)) return 'The file changed or moved on this computer. Remove it and choose it again.';
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response) return 'The server cannot be reached.';
  return (
    problemDetail(response.getBody()) ?? `The server refused the file with status ${response.getStatus()}.`
  );
}

function problemDetail(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    const detail =
      typeof parsed === 'object' && parsed !== null && 'detail' in parsed ? parsed.detail : undefined;
    return typeof detail === 'string' ? detail : undefined;
  } catch {
    // Not a problem document, for example the page of a proxy.
    return undefined;
  }
}
