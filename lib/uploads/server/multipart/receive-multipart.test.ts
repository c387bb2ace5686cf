import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ServedRoutes, serveRoutes } from '@/scripts/test/serve-routes';
import { sha256Hex } from '@/scripts/test/upload-server';

const FILE_BYTES_MAX = 32 * 1024 * 1024;
const MiB = 1024 * 1024;

let workspace: string;
let served: ServedRoutes;
let importId: string;
let idleMs: number | undefined;
let seen: unknown[];
let onFile: () => void | Promise<void>;

beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'headwater-multipart-'));
  vi.stubEnv('WORKSPACE_DIR', workspace);
  vi.stubEnv('MAX_FILE_SIZE_BYTES', String(FILE_BYTES_MAX));
  const { rawRoute } = await import('@/lib/http/route-handler');
  const { receiveMultipart } = await import('./receive-multipart');
  const POST = rawRoute(async (request) => {
    try {
      const files = await receiveMultipart(request, {
        importId,
        ...(idleMs === undefined ? {} : { idleMs }),
        onField: (name, value) => void seen.push({ field: name, value }),
        onFile: async (file) => {
          seen.push(file);
          await onFile();
        },
      });
      seen.push('end');
      return Response.json(files);
    } catch (error) {
      seen.push(error);
      throw error;
    }
  });
  served = await serveRoutes({ '/upload': { POST } });
});
afterAll(async () => {
  await served.close();
  vi.unstubAllEnvs();
  await rm(workspace, { recursive: true, force: true });
});
beforeEach(() => {
  importId = randomUUID();
  idleMs = undefined;
  seen = [];
  onFile = () => {};
});

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${served.origin}/upload`, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
const problem = async (response: Response) => (await response.json()) as Record<string, unknown>;
const stored = async () => {
  const folder = join(workspace, 'uploads', importId);
  return existsSync(folder) ? await readdir(folder) : [];
};
const fileOf = (ordinal: number) => readFile(join(workspace, 'uploads', importId, String(ordinal)));

/** A body written by hand: what FormData would never send. */
const raw = (parts: string[], end = '--x--\r\n') =>
  post(parts.map((part) => `--x\r\n${part}\r\n`).join('') + end, {
    'Content-Type': 'multipart/form-data; boundary=x',
  });
const filePart = (name: string, content = 'a,b\r\n1,2') =>
  `Content-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${content}`;

describe('receiveMultipart', () => {
  it('stores files and hands over fields in the order of the body', async () => {
    const bytes = [randomBytes(11 * MiB), randomBytes(0), randomBytes(70_000)];
    const form = new FormData();
    form.append('source', 'crm');
    for (const [at, one] of bytes.entries()) form.append('files', new Blob([one]), `umsätze (${at}).csv`);
    form.append('mode', 'merge');
    const response = await post(form);
    const expected = bytes.map((one, ordinal) => ({
      ordinal,
      name: `umsätze (${ordinal}).csv`,
      size: one.length,
      sha256: sha256Hex(one),
    }));
    expect(await response.json()).toEqual(expected);
    for (const [ordinal, one] of bytes.entries()) expect((await fileOf(ordinal)).equals(one)).toBe(true);
    expect(seen).toEqual([
      { field: 'source', value: 'crm' },
      ...expected.map(({ ordinal, name }) => ({ ordinal, name })),
      { field: 'mode', value: 'merge' },
      'end',
    ]);
  });

  it('lets a slow receiver slow the sender down instead of buffering', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    onFile = () => held;
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(
          Buffer.from('--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n'),
        );
      },
      pull: (controller) => {
        sent += MiB;
        controller.enqueue(new Uint8Array(MiB));
        if (sent === 30 * MiB) {
          controller.enqueue(Buffer.from('\r\n--x--\r\n'));
          controller.close();
        }
      },
    });
    const response = post(body, { 'Content-Type': 'multipart/form-data; boundary=x' });
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    let before = -1;
    await vi.waitFor(
      () => {
        const still = before === sent;
        before = sent;
        expect(still).toBe(true);
      },
      { interval: 200, timeout: 20_000 },
    );
    expect(sent).toBeLessThan(16 * MiB);
    release();
    expect(await (await response).json()).toMatchObject([{ size: 30 * MiB }]);
  });

  it.each(['../../etc/passwd.parquet', 'C:\\x', '..\\x', 'NUL', 'a.csv::$DATA', '.hidden', '%2e%2e%2fx', ''])(
    'refuses the file name %j and stores nothing, also of the files before it',
    async (name) => {
      const response = await raw([filePart('good.csv'), filePart(name)]);
      expect(response.status).toBe(400);
      expect(await problem(response)).toMatchObject({ code: 'invalid-filename', title: 'Invalid filename' });
      expect(await stored()).toEqual([]);
    },
  );

  it.each([
    ['a NUL in a file name', 'invalid-filename', [filePart('a\0.csv')]],
    ['a file without a name', 'invalid-filename', ['Content-Disposition: form-data; name="files"\r\n\r\nx']],
    ['a file in another part', 'invalid-request', [filePart('a.csv').replace('"files"', '"upload"')]],
    [
      'a part without a header',
      'invalid-request',
      [filePart('a.csv'), 'X-Other: 1\r\n\r\nx', filePart('b.csv')],
    ],
    [
      'a part that is no form data',
      'invalid-request',
      [filePart('a.csv').replace('form-data', 'attachment')],
    ],
    [
      'a field that is too long',
      'too-large',
      [`Content-Disposition: form-data; name="a"\r\n\r\n${'x'.repeat(70_000)}`],
    ],
    ['65 fields', 'invalid-request', Array(65).fill('Content-Disposition: form-data; name="a"\r\n\r\nx')],
    ['101 files', 'invalid-request', Array(101).fill(filePart('a.csv'))],
  ])('refuses %s with %s', async (_, code, parts) => {
    expect(await problem(await raw(parts))).toMatchObject({ code });
    expect(await stored()).toEqual([]);
  });

  it('refuses a body that ends early, and stores nothing', async () => {
    const response = await raw([filePart('a.csv'), filePart('b.csv')], '--x\r\nContent-Dispo');
    expect(await problem(response)).toMatchObject({ code: 'invalid-request' });
    expect(await stored()).toEqual([]);
  });

  it.each([
    ['application/json', 'unsupported-media-type'],
    ['multipart/form-data', 'invalid-request'],
    ['multipart/mixed; boundary=x', 'unsupported-media-type'],
  ])('refuses a body of type %s with %s', async (type, code) => {
    expect(await problem(await post('--x--\r\n', { 'Content-Type': type }))).toMatchObject({ code });
  });

  it('refuses a file over the limit with 413 and the limit', async () => {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(FILE_BYTES_MAX + 1)]), 'big.csv');
    const response = await post(form);
    expect(response.status).toBe(413);
    expect(await problem(response)).toMatchObject({ code: 'too-large', limitBytes: FILE_BYTES_MAX });
    expect(await stored()).toEqual([]);
  });

  it('lets a sender of much more see why its body was refused', async () => {
    const form = new FormData();
    form.append('files', new Blob(['x']), '../x.csv');
    form.append('files', new Blob([new Uint8Array(24 * MiB)]), 'big.csv');
    const response = await post(form);
    expect(await problem(response)).toMatchObject({ code: 'invalid-filename' });
  });

  it('stops when no byte arrives for the idle time', async () => {
    idleMs = 150;
    const response = await slowPost(filePart('a.csv', 'x'.repeat(1000)).slice(0, 500));
    expect(response.status).toBe(504);
    expect(response.body).toMatchObject({ code: 'deadline' });
    expect(await stored()).toEqual([]);
  });

  it('stops when the client goes away', async () => {
    const request = httpRequest(`${served.origin}/upload`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    });
    request.on('error', () => undefined);
    request.write(`--x\r\n${filePart('a.csv', 'x'.repeat(100_000))}`);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    request.destroy();
    await vi.waitFor(() => expect(seen).toHaveLength(2));
    expect(seen[1]).toMatchObject({ code: 'invalid-request' });
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
  });
});

/** Sends the beginning of a body and then nothing more; resolves with the answer. */
function slowPost(beginning: string): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${served.origin}/upload`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) });
        request.off('error', reject).on('error', () => undefined);
        request.destroy();
      });
    });
    request.write(`--x\r\n${beginning}`);
  });
}
