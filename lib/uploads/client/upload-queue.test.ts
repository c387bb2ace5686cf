import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchStack } from '@/scripts/test/fetch-stack';
import { sha256Base64 } from './sha256-base64';
import { type UploadOptions, uploadFile } from './upload-file';
import { createUploadQueue, type UploadQueue } from './upload-queue';

const CHUNK = 64 * 1024;
const IMPORT = 'b7f0d3e2-6a0e-4f6a-9d2a-1c2f0e5a9b11';

let folder: string;
let http: HttpServer;
let origin: string;
/** Requests with a body, in their order; `cut` says which of them lose their connection halfway. */
let patches: Array<{ checksum: string | undefined; offset: string | undefined }>;
let cut: (nth: number) => boolean;
let refuse: number | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwater-upload-'));
  patches = [];
  cut = () => false;
  refuse = undefined;
  const tus = new Server({ path: '/files', datastore: new FileStore({ directory: folder }) });
  http = createServer((request, response) => {
    if (request.method === 'PATCH') {
      const { 'upload-checksum': checksum, 'upload-offset': offset } = request.headers;
      patches.push({ checksum: checksum?.toString(), offset: offset?.toString() });
      if (refuse !== undefined) {
        response.writeHead(refuse, { 'Content-Type': 'application/problem+json' });
        response.end(JSON.stringify({ detail: 'The disk has no room for this file.' }));
        return;
      }
      if (cut(patches.length)) {
        request.socket.destroy();
        return;
      }
    }
    void tus.handle(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});

afterEach(async () => {
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await rm(folder, { recursive: true });
});

const options: UploadOptions = { chunkBytes: CHUNK, httpStack: fetchStack, retryDelaysMs: [0, 10, 10, 10] };

async function reserve(size: number): Promise<string> {
  const response = await fetch(`${origin}/files`, {
    method: 'POST',
    headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': String(size) },
  });
  return new URL(response.headers.get('Location') ?? '', origin).href;
}

async function queueOf(files: Buffer[]): Promise<{ queue: UploadQueue; urls: string[] }> {
  const urls = await Promise.all(files.map((file) => reserve(file.length)));
  const requests = files.map((file, index) => ({
    importId: IMPORT,
    fileId: String(index + 1),
    file: new Blob([new Uint8Array(file)]),
    uploadUrl: urls[index] ?? '',
  }));
  const queue = createUploadQueue({
    transport: (request, events) => uploadFile(request, events, options),
  });
  queue.add(requests);
  return { queue, urls };
}

function stateOf(queue: UploadQueue, state: string) {
  return vi.waitFor(
    () =>
      expect(queue.status().files.map((file) => file.state)).toEqual(queue.status().files.map(() => state)),
    { timeout: 10_000 },
  );
}

const stored = (url: string | undefined) => readFile(join(folder, url?.split('/').at(-1) ?? ''));

test('files arrive byte for byte, in chunks that each carry their SHA-256', async () => {
  const files = [randomBytes(3 * CHUNK + 7), randomBytes(10), randomBytes(CHUNK)];
  const { queue, urls } = await queueOf(files);
  await stateOf(queue, 'sent');
  for (const [index, file] of files.entries()) {
    expect((await stored(urls[index])).equals(file)).toBe(true);
  }
  expect(patches).toHaveLength(6);
  const [large] = files;
  const third = patches.filter((patch) => patch.offset === String(2 * CHUNK));
  expect(third).toHaveLength(1);
  const digest = createHash('sha256')
    .update(large?.subarray(2 * CHUNK, 3 * CHUNK) ?? '')
    .digest('base64');
  expect(third[0]?.checksum).toBe(`sha256 ${digest}`);
  expect(queue.status().sent).toBe(queue.status().total);
  expect(queue.status().etaSeconds).toBe(0);
  expect(queue.status().finishedAtMs).not.toBeNull();
});

test('after a cut the upload goes on where the server stopped', async () => {
  cut = (nth) => nth === 2 || nth === 4;
  const file = randomBytes(5 * CHUNK);
  const { queue, urls } = await queueOf([file]);
  const states = new Set<string>();
  queue.subscribe(() => states.add(queue.status().files[0]?.state ?? ''));
  await stateOf(queue, 'sent');
  expect((await stored(urls[0])).equals(file)).toBe(true);
  expect(states).toContain('retrying');
  // Five chunks and two that were cut; the first chunk is never sent again.
  expect(patches).toHaveLength(7);
  expect(patches.filter((patch) => patch.offset === '0')).toHaveLength(1);
});

test('a refusal stops the file with the words of the server, and a retry can go on', async () => {
  refuse = 413;
  const { queue, urls } = await queueOf([randomBytes(CHUNK)]);
  await stateOf(queue, 'stopped');
  expect(queue.status().files[0]?.reason).toBe('The disk has no room for this file.');
  refuse = undefined;
  queue.retry();
  await stateOf(queue, 'sent');
  expect((await stored(urls[0])).length).toBe(CHUNK);
});

test('a second queue over the same addresses resumes what the first one left', async () => {
  const file = randomBytes(4 * CHUNK);
  const uploadUrl = await reserve(file.length);
  const request = { importId: IMPORT, fileId: '1', file: new Blob([new Uint8Array(file)]), uploadUrl };
  const transport = (...[given, events]: Parameters<typeof uploadFile>) => uploadFile(given, events, options);
  const first = createUploadQueue({ transport });
  first.add([request]);
  await vi.waitFor(() => expect(patches.length).toBeGreaterThanOrEqual(2));
  await first.abort();
  const sentFirst = patches.length;
  const second = createUploadQueue({ transport });
  second.add([request, request]);
  await stateOf(second, 'sent');
  expect((await stored(uploadUrl)).equals(file)).toBe(true);
  expect(patches[sentFirst]?.offset).not.toBe('0');
});

test('the digest in script equals the one of the platform', async () => {
  const bytes = new Uint8Array(randomBytes(2_500_000));
  const platform = await sha256Base64(new Blob([bytes]));
  vi.stubGlobal('crypto', {});
  try {
    expect(await sha256Base64(new Blob([bytes]))).toBe(platform);
  } finally {
    vi.unstubAllGlobals();
  }
});
