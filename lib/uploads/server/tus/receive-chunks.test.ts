import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  headOffset,
  patch,
  problemOf,
  sha256Base64,
  sha256Hex,
  startUploadServer,
  TUS,
  tusMetadata,
  type UploadServer,
} from '@/scripts/test/upload-server';
import { receivedBytes } from '../received-bytes';
import { uploadSha256 } from '../upload-sha256';

const MiB = 1024 * 1024;

let server: UploadServer;
beforeAll(async () => {
  server = await startUploadServer();
});
afterAll(() => server.stop());

describe('receiving', () => {
  it('takes a file of 11 MiB in one chunk and knows its SHA-256', async () => {
    const bytes = randomBytes(11 * MiB);
    const { importId, url, path } = await server.reserve(bytes, { sha256: sha256Hex(bytes) });
    const response = await patch(url, 0, bytes);
    expect(response.status).toBe(204);
    expect(response.headers.get('upload-offset')).toBe(String(bytes.length));
    expect(response.headers.get('tus-resumable')).toBe('1.0.0');
    expect(sha256Hex(await readFile(path))).toBe(sha256Hex(bytes));
    expect(await uploadSha256({ importId, ordinal: 0 })).toBe(sha256Hex(bytes));
  });

  it('takes chunks with checksums, of random sizes', async () => {
    const bytes = randomBytes(3 * MiB);
    const { importId, url, path } = await server.reserve(bytes);
    for (let offset = 0; offset < bytes.length; ) {
      const chunk = bytes.subarray(offset, offset + 1 + Math.floor(Math.random() * MiB));
      const response = await patch(url, offset, chunk, {
        'Upload-Checksum': `sha256 ${sha256Base64(chunk)}`,
      });
      expect(response.status).toBe(204);
      offset += chunk.length;
      expect(await receivedBytes({ importId, ordinal: 0 })).toBe(offset);
    }
    expect((await readFile(path)).equals(bytes)).toBe(true);
    expect(await uploadSha256({ importId, ordinal: 0 })).toBe(sha256Hex(bytes));
    expect(await readdir(`${server.workspace}/uploads/${importId}`)).toEqual(['0', '0.json']);
  });

  it('knows the SHA-256 of an empty file', async () => {
    const { importId, url } = await server.reserve(new Uint8Array());
    expect(await headOffset(url)).toBe(0);
    expect(await uploadSha256({ importId, ordinal: 0 })).toBe(sha256Hex(new Uint8Array()));
  });

  it('tells the offset uncached, with length and metadata', async () => {
    const bytes = randomBytes(100);
    const { importId, url } = await server.reserve(bytes);
    await patch(url, 0, bytes.subarray(0, 40));
    const head = await fetch(url, { method: 'HEAD', headers: TUS });
    expect(head.status).toBe(200);
    expect(Object.fromEntries(head.headers)).toMatchObject({
      'cache-control': 'no-store',
      'upload-offset': '40',
      'upload-length': '100',
      'upload-metadata': tusMetadata({ import: importId, file: '0' }),
    });
  });

  it('lets POST stand in for PATCH through a header', async () => {
    const bytes = randomBytes(100);
    const { url, path } = await server.reserve(bytes);
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        ...TUS,
        'X-HTTP-Method-Override': 'PATCH',
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': '0',
      },
      body: bytes,
    });
    expect(response.status).toBe(204);
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });
});

describe('refusing chunks', () => {
  it('discards a chunk whose checksum does not match: 460, offset unchanged', async () => {
    const bytes = randomBytes(2000);
    const { url, path } = await server.reserve(bytes);
    await patch(url, 0, bytes.subarray(0, 1000));
    const wrong = { 'Upload-Checksum': `sha256 ${sha256Base64(bytes)}` };
    const response = await patch(url, 1000, bytes.subarray(1000), wrong);
    expect(response.status).toBe(460);
    expect(await problemOf(response)).toMatchObject({ code: 'checksum-mismatch' });
    expect(await headOffset(url)).toBe(1000);
    expect((await readFile(path)).length).toBe(1000);
    expect((await patch(url, 1000, bytes.subarray(1000))).status).toBe(204);
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });

  it.each(['sha1 2jmj7l5rSw0yVb/vlWAYkK/YBwk=', 'sha256', 'sha256 abc', 'sha256 !'])(
    'refuses the checksum header %j',
    async (header) => {
      const { url } = await server.reserve(randomBytes(10));
      const response = await patch(url, 0, randomBytes(10), { 'Upload-Checksum': header });
      expect(await problemOf(response)).toMatchObject({ code: 'invalid-request', status: 400 });
      expect(await headOffset(url)).toBe(0);
    },
  );

  it('answers duplicated, overlapping and far chunks with 409 offset-mismatch and changes nothing', async () => {
    const bytes = randomBytes(300);
    const { url, path } = await server.reserve(bytes);
    await patch(url, 0, bytes.subarray(0, 100));
    for (const offset of [0, 50, 99, 101, 250]) {
      const response = await patch(url, offset, bytes.subarray(offset, offset + 50));
      expect(response.status).toBe(409);
      expect(await problemOf(response)).toMatchObject({
        code: 'offset-mismatch',
        expectedOffset: 100,
        providedOffset: offset,
      });
    }
    expect((await readFile(path)).equals(bytes.subarray(0, 100))).toBe(true);
  });

  it('refuses a chunk over 16 MiB with 413 and the limit, with and without a length', async () => {
    const { url, path } = await server.reserve(new Uint8Array(40 * MiB));
    const big = new Uint8Array(16 * MiB + 1);
    const response = await patch(url, 0, big);
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toMatchObject({ code: 'too-large', limitBytes: 16 * MiB });
    const streamed = await fetch(url, {
      method: 'PATCH',
      headers: { ...TUS, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' },
      body: new Blob([big]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
    expect(await problemOf(streamed)).toMatchObject({ code: 'too-large', limitBytes: 16 * MiB });
    expect((await readFile(path)).length).toBe(0);
  });

  it('refuses more bytes than were announced with 413', async () => {
    const { url, path } = await server.reserve(randomBytes(100));
    const response = await patch(url, 0, randomBytes(101));
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toMatchObject({ code: 'too-large', limitBytes: 100 });
    expect((await readFile(path)).length).toBe(0);
  });

  it('keeps nothing of a file whose SHA-256 is not the announced one, and takes it again', async () => {
    const bytes = randomBytes(1000);
    const { importId, url } = await server.reserve(bytes, { sha256: sha256Hex(bytes) });
    await patch(url, 0, bytes.subarray(0, 500));
    const response = await patch(url, 500, randomBytes(500));
    expect(response.status).toBe(460);
    expect(await problemOf(response)).toMatchObject({
      code: 'checksum-mismatch',
      expected: sha256Hex(bytes),
    });
    expect(await headOffset(url)).toBe(0);
    expect((await patch(url, 0, bytes)).status).toBe(204);
    expect(await uploadSha256({ importId, ordinal: 0 })).toBe(sha256Hex(bytes));
  });

  it('does not count bytes that a crash left unverified', async () => {
    const bytes = randomBytes(1000);
    const { importId, url, path } = await server.reserve(bytes);
    await patch(url, 0, bytes.subarray(0, 300));
    // What a kill in the middle of a chunk with a checksum leaves behind.
    await writeFile(path, randomBytes(700), { flag: 'a' });
    await writeFile(`${path}.unverified`, '300');
    expect(await receivedBytes({ importId, ordinal: 0 })).toBe(300);
    expect(await headOffset(url)).toBe(300);
    expect((await patch(url, 300, bytes.subarray(300))).status).toBe(204);
    expect(await uploadSha256({ importId, ordinal: 0 })).toBe(sha256Hex(bytes));
  });
});
