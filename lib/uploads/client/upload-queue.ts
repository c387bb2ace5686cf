import { createSpeedMeter } from './speed-meter';
import { type UploadEvents, type UploadRequest, uploadFile } from './upload-file';

export type FileUploadState = 'queued' | 'sending' | 'retrying' | 'sent' | 'stopped';

export type FileUpload = {
  fileId: string;
  size: number;
  sent: number;
  state: FileUploadState;
  /** Why it stopped. */
  reason: string | null;
};

export type UploadStatus = {
  files: readonly FileUpload[];
  sent: number;
  total: number;
  bytesPerSecond: number | null;
  /** Seconds left, null while estimating. */
  etaSeconds: number | null;
  startedAtMs: number;
  finishedAtMs: number | null;
};

export type Transport = (request: UploadRequest, events: UploadEvents) => () => Promise<void>;

/** The uploads of one draft. A status is a new object after each change, so it fits `useSyncExternalStore`. */
export type UploadQueue = {
  /** Sends further files; one that is there already, is sent or on its way, stays as it is. */
  add: (requests: readonly UploadRequest[]) => void;
  status: () => UploadStatus;
  subscribe: (listener: () => void) => () => void;
  /** Tries the stopped files again. */
  retry: () => void;
  /** Stops all; what arrived stays on the server. */
  abort: () => Promise<void>;
};

const CONCURRENT_FILES = 2;
const PUBLISH_EVERY_MS = 500;

type Entry = {
  request: UploadRequest;
  upload: FileUpload;
  /** Bytes that were on the server before: progress, but not speed. */
  resumedAt: number | null;
  stop: (() => Promise<void>) | null;
};

/** Sends the files that are added, two at a time in their order, until all are there or stopped. */
export function createUploadQueue(
  options: { transport?: Transport; now?: () => number; concurrent?: number } = {},
): UploadQueue {
  const now = options.now ?? Date.now;
  const transport = options.transport ?? uploadFile;
  const concurrent = options.concurrent ?? CONCURRENT_FILES;
  const meter = createSpeedMeter();
  const startedAtMs = now();
  const listeners = new Set<() => void>();
  const entries: Entry[] = [];
  let aborted = false;
  let finishedAtMs: number | null = null;
  let publishedAtMs = 0;
  let current = compute();

  function compute(): UploadStatus {
    const files = entries.map((entry) => entry.upload);
    const sent = files.reduce((sum, file) => sum + file.sent, 0);
    const total = files.reduce((sum, file) => sum + file.size, 0);
    const speed = meter.speed();
    const etaSeconds = sent === total ? 0 : speed === null || speed < 1 ? null : (total - sent) / speed;
    return { files, sent, total, bytesPerSecond: speed, etaSeconds, startedAtMs, finishedAtMs };
  }

  /** Progress moves at most twice a second; a change of state shows at once. */
  function publish(force: boolean) {
    const at = now();
    if (!force && at - publishedAtMs < PUBLISH_EVERY_MS) return;
    publishedAtMs = at;
    meter.sample(
      entries.reduce((sum, entry) => sum + entry.upload.sent - (entry.resumedAt ?? 0), 0),
      at,
    );
    current = compute();
    for (const listener of listeners) listener();
  }

  function change(entry: Entry, changes: Partial<FileUpload>) {
    if (aborted) return;
    const stateChanged = changes.state !== undefined && changes.state !== entry.upload.state;
    entry.upload = { ...entry.upload, ...changes };
    publish(stateChanged);
  }

  function finish(entry: Entry, changes: Partial<FileUpload>) {
    entry.stop = null;
    const open = entries.some((other) => other !== entry && other.upload.state !== 'sent');
    if (changes.state === 'sent' && !open) finishedAtMs = now();
    change(entry, changes);
    fill();
  }

  function send(entry: Entry) {
    change(entry, { state: 'sending', reason: null });
    entry.stop = transport(entry.request, {
      onProgress: (sent) => {
        entry.resumedAt ??= sent;
        change(entry, { sent, state: 'sending' });
      },
      onRetry: () => change(entry, { state: 'retrying' }),
      onDone: () => finish(entry, { sent: entry.request.file.size, state: 'sent' }),
      onFailed: (reason) => finish(entry, { state: 'stopped', reason }),
    });
  }

  function fill() {
    if (aborted) return;
    const running = entries.filter((entry) => ['sending', 'retrying'].includes(entry.upload.state)).length;
    const queued = entries.filter((entry) => entry.upload.state === 'queued');
    for (const entry of queued.slice(0, Math.max(0, concurrent - running))) send(entry);
  }

  return {
    add(requests) {
      const isKnown = (id: string) => entries.some((entry) => entry.request.fileId === id);
      for (const request of requests) {
        if (!isKnown(request.fileId)) entries.push(toEntry(request));
      }
      finishedAtMs = null;
      publish(true);
      fill();
    },
    status: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry() {
      for (const entry of entries) {
        if (entry.upload.state === 'stopped') change(entry, { state: 'queued', reason: null });
      }
      fill();
    },
    async abort() {
      aborted = true;
      await Promise.all(entries.map((entry) => entry.stop?.()));
    },
  };
}

function toEntry(request: UploadRequest): Entry {
  const { fileId, file } = request;
  return {
    request,
    upload: { fileId, size: file.size, sent: 0, state: 'queued', reason: null },
    resumedAt: null,
    stop: null,
  };
}
