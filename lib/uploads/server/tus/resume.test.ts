import { randomBytes, randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  headOffset,
  patch,
  sha256Base64,
  sha256Hex,
  startUploadServer,
  TUS,
  type UploadServer,
} from '@/scripts/test/upload-server';
import { uploadSha256 } from '../upload-sha256';

const MiB = 1024 * 1024;

let server: UploadServer;
beforeAll(async () => {
  server = await startUploadServer();
});
afterAll(() => server.stop());

describe('a connection that breaks', () => {
  it('loses nothing that was stored, at 24 random places of chunks without checksum', async () => {
    const bytes = randomBytes(6 * MiB);
    const { importId, url, path } = await server.reserve(bytes, { sha256: sha256Hex(bytes) });
    let offset = 0;
    let most = 0;
    for (const [turn, sent] of [0, 1, 65_535, 65_536, 65_537, ...randomPlaces(19, 200_000)].entries()) {
      const chunk = bytes.subarray(offset, offset + MiB);
      await cutPatch(url, offset, chunk, sent);
      // A server may hear of a cut request only after the next one, so a late piece may follow a told offset.
      most = Math.max(most, offset + sent);
      const next = await headOffset(url);
      expect(next, `turn ${turn}`).toBeGreaterThanOrEqual(offset);
      expect(next, `turn ${turn}`).toBeLessThanOrEqual(most);
      offset = next;
    }
    await sendRest(url, bytes, offset);
    expect(sha256Hex(await readFile(path))).toBe(sha256Hex(bytes));
    expect(await uploadSha256({ importId, ordinal: 0 })).toBe(sha256Hex(bytes));
  });

  it('discards the broken chunk when it has a checksum, and only that', async () => {
    const bytes = randomBytes(3 * MiB);
    const { importId, url, path } = await server.reserve(bytes, { sha256: sha256Hex(bytes) });
    let offset = 0;
    for (const sent of [0, 1, ...randomPlaces(20, 100_000)]) {
      const chunk = bytes.subarray(offset, offset + 100_000);
      const checksum = { 'Upload-Checksum': `sha256 ${sha256Base64(chunk)}` };
      await cutPatch(url, offset, chunk, sent, checksum);
      expect(await headOffset(url)).toBe(offset);
      expect((await patch(url, offset, chunk, checksum)).status).toBe(204);
      offset += chunk.length;
    }
    await sendRest(url, bytes, offset);
    expect((await readFile(path)).equals(bytes)).toBe(true);
    expect(await uploadSha256({ importId, ordinal: 0 })).toBe(sha256Hex(bytes));
  });

  it('does not mix two clients that send the same file at the same time', async () => {
    const bytes = randomBytes(4 * MiB);
    const { importId, url, path } = await server.reserve(bytes, { sha256: sha256Hex(bytes) });
    const statuses = new Set<number>();
    const client = async () => {
      for (let offset = await headOffset(url); offset < bytes.length; offset = await headOffset(url)) {
        statuses.add((await patch(url, offset, bytes.subarray(offset, offset + 150_000))).status);
      }
    };
    await Promise.all([client(), client(), client()]);
    expect([...statuses].filter((status) => status !== 204 && status !== 409)).toEqual([]);
    expect((await readFile(path)).equals(bytes)).toBe(true);
    expect(await uploadSha256({ importId, ordinal: 0 })).toBe(sha256Hex(bytes));
  });
});

describe('tus-js-client', () => {
  it('uploads to the reserved address', async () => {
    const bytes = randomBytes(5 * MiB);
    const { importId, url } = await server.reserve(bytes, { sha256: sha256Hex(bytes) });
    await sendWithClient(bytes, { uploadUrl: url, chunkSize: MiB });
    expect(await uploadSha256({ importId, ordinal: 0 })).toBe(sha256Hex(bytes));
  });

  it('creates from the draft, by import and file', async () => {
    const bytes = randomBytes(2 * MiB);
    const { importId } = await server.reserve(bytes);
    const endpoint = `${server.origin}/api/uploads`;
    await sendWithClient(bytes, { endpoint, metadata: { import: importId, file: '0' }, chunkSize: MiB });
    expect(await uploadSha256({ importId, ordinal: 0 })).toBe(sha256Hex(bytes));
  });

  it('resumes through 25 broken connections and never sends more than a chunk again', async () => {
    const bytes = randomBytes(8 * MiB);
    const { importId, url } = await server.reserve(bytes, { sha256: sha256Hex(bytes) });
    const line = await badLine(server.port, 25, 600_000);
    const chunkSize = 512 * 1024;
    await sendWithClient(bytes, {
      uploadUrl: url.replace(String(server.port), String(line.port)),
      chunkSize,
    });
    line.close();
    expect(line.cuts()).toBe(25);
    expect(line.sent()).toBeLessThan(bytes.length + 25 * chunkSize + MiB);
    expect(await uploadSha256({ importId, ordinal: 0 })).toBe(sha256Hex(bytes));
  });

  it('terminates', async () => {
    const bytes = randomBytes(1000);
    const { url } = await server.reserve(bytes);
    await sendWithClient(bytes, { uploadUrl: url });
    await Upload.terminate(url);
    expect((await fetch(url, { method: 'HEAD', headers: TUS })).status).toBe(404);
  });
});

const randomPlaces = (count: number, most: number) => Array.from({ length: count }, () => randomInt(most));

async function sendRest(url: string, bytes: Uint8Array, from: number): Promise<void> {
  for (let offset = from; offset < bytes.length; offset = await headOffset(url)) {
    // 409 when a cut request was heard of only now and has stored something: ask again and go on.
    expect([204, 409]).toContain((await patch(url, offset, bytes.subarray(offset, offset + MiB))).status);
  }
}

/** Announces a whole chunk, sends `sent` bytes of it and destroys the socket. */
function cutPatch(
  url: string,
  offset: number,
  chunk: Uint8Array,
  sent: number,
  headers: Record<string, string> = {},
): Promise<void> {
  return new Promise((resolve) => {
    const request = httpRequest(url, {
      method: 'PATCH',
      agent: false,
      headers: {
        ...TUS,
        'Content-Type': 'application/offset+octet-stream',
        'Content-Length': chunk.length,
        'Upload-Offset': offset,
        ...headers,
      },
    });
    request.on('error', () => resolve()).on('close', () => resolve());
    request.flushHeaders();
    request.write(chunk.subarray(0, sent), () => request.destroy());
  });
}

function sendWithClient(
  bytes: Buffer,
  options: Partial<ConstructorParameters<typeof Upload>[1]>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    new Upload(bytes, {
      retryDelays: Array(40).fill(10),
      onSuccess: () => resolve(),
      onError: reject,
      ...options,
    }).start();
  });
}

/** A TCP line to the server that breaks `cuts` times, each after a random number of bytes. */
async function badLine(port: number, cuts: number, bytesMost: number) {
  let done = 0;
  let sent = 0;
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    const limit = done < cuts ? 1 + randomInt(bytesMost) : Number.POSITIVE_INFINITY;
    let passed = 0;
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.on('data', (data) => {
      passed += data.length;
      sent += data.length;
      upstream.write(data);
      if (passed >= limit && done < cuts) {
        done += 1;
        end();
      }
    });
    upstream.on('data', (data) => client.write(data));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    cuts: () => done,
    sent: () => sent,
    close: () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
