import { randomBytes, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  headOffset,
  patch,
  problemOf,
  sha256Hex,
  startUploadServer,
  TUS,
  tusMetadata,
  type UploadServer,
} from '@/scripts/test/upload-server';
import { receivedBytes } from '../received-bytes';
import { sealUploads, unsealUploads } from '../seal-uploads';
import { uploadSha256 } from '../upload-sha256';

const LISTED = 'https://data.example.com';
const FILE_BYTES_MAX = 64 * 1024 * 1024;

let server: UploadServer;
beforeAll(async () => {
  server = await startUploadServer({
    MAX_FILE_SIZE_BYTES: String(FILE_BYTES_MAX),
    ALLOWED_ORIGINS: LISTED,
  });
});
afterAll(() => server.stop());

const create = (values: Record<string, string>, length: number, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/api/uploads`, {
    method: 'POST',
    headers: { ...TUS, 'Upload-Metadata': tusMetadata(values), 'Upload-Length': String(length), ...headers },
  });

describe('protocol', () => {
  it('answers OPTIONS with versions, extensions and limits, without permission for other sites', async () => {
    const response = await fetch(`${server.origin}/api/uploads`, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'tus-resumable': '1.0.0',
      'tus-version': '1.0.0',
      'tus-extension': 'creation,checksum,termination',
      'tus-checksum-algorithm': 'sha256',
      'tus-max-size': String(FILE_BYTES_MAX),
    });
    const granted = [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));
    expect(granted).toEqual([]);
  });

  it('answers a preflight for a listed origin only', async () => {
    const ask = (origin: string) =>
      fetch(`${server.origin}/api/uploads`, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'PATCH' },
      });
    const listed = await ask(LISTED);
    expect(listed.headers.get('access-control-allow-origin')).toBe(LISTED);
    expect(listed.headers.get('access-control-allow-headers')).toContain('Upload-Checksum');
    expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuses a chunk that another site made the browser send', async () => {
    const { url } = await server.reserve(randomBytes(10));
    const response = await patch(url, 0, randomBytes(10), {
      Origin: 'https://evil.example',
      'Sec-Fetch-Site': 'cross-site',
    });
    expect(response.status).toBe(403);
    expect(await problemOf(response)).toMatchObject({ code: 'origin-refused' });
    expect(await headOffset(url)).toBe(0);
  });

  it.each([undefined, '0.2.2', '2.0.0'])('answers 412 to version %s', async (version) => {
    const { url } = await server.reserve(randomBytes(10));
    for (const method of ['HEAD', 'PATCH', 'DELETE', 'POST']) {
      const response = await fetch(url, { method, headers: version ? { 'Tus-Resumable': version } : {} });
      expect(response.status).toBe(412);
      expect(response.headers.get('tus-version')).toBe('1.0.0');
    }
  });

  it.each<Record<string, string>>([
    { 'Content-Type': 'application/octet-stream' },
    { 'Content-Type': 'multipart/form-data; boundary=x' },
    { 'Content-Encoding': 'gzip' },
  ])('answers 415 to %j', async (headers) => {
    const { url } = await server.reserve(randomBytes(10));
    const response = await patch(url, 0, randomBytes(10), headers);
    expect(response.status).toBe(415);
    expect(await problemOf(response)).toMatchObject({ code: 'unsupported-media-type' });
  });

  it.each(['-1', 'x', '1.5', '', '1e3'])('answers 400 to the offset %j', async (offset) => {
    const { url } = await server.reserve(randomBytes(10));
    const response = await patch(url, 0, randomBytes(10), { 'Upload-Offset': offset });
    expect(await problemOf(response)).toMatchObject({ code: 'invalid-request', status: 400 });
  });

  it.each([
    () => `/${randomUUID()}/0`,
    () => '/x',
    () => '/',
    () => '/..%2f..%2fetc%2fpasswd',
    () => `/${randomUUID()}%2f0`,
    () => `/${randomUUID()}/00`,
  ])('answers 404 to what does not exist', async (tail) => {
    const url = `${server.origin}/api/uploads${tail()}`;
    expect((await fetch(url, { method: 'HEAD', headers: TUS })).status).toBe(404);
    expect((await patch(url, 0, randomBytes(1))).status).toBe(404);
    expect((await fetch(url, { method: 'DELETE', headers: TUS })).status).toBe(404);
  });
});

describe('creation and termination', () => {
  it('leads to the reserved file and keeps what has arrived', async () => {
    const bytes = randomBytes(100);
    const { importId, url } = await server.reserve(bytes);
    await patch(url, 0, bytes.subarray(0, 60));
    const created = await create({ import: importId, file: '0' }, 100);
    expect(created.status).toBe(201);
    expect(new URL(created.headers.get('location') ?? '', server.origin).href).toBe(url);
    expect(await headOffset(url)).toBe(60);
  });

  it('refuses what no draft has announced', async () => {
    const { importId } = await server.reserve(randomBytes(100));
    const before = await readdir(`${server.workspace}/uploads`);
    const codes = await Promise.all(
      [
        create({ import: randomUUID(), file: '0' }, 100),
        create({ import: importId, file: '1' }, 100),
        create({ import: importId, file: '../0' }, 100),
        create({ import: '../../etc', file: '0' }, 100),
        create({ filename: 'a.csv' }, 100),
        create({ import: importId, file: '0' }, 99),
        create({ import: importId, file: '0' }, FILE_BYTES_MAX + 1),
        create({ import: importId, file: '0' }, 100, { 'Upload-Concat': 'partial' }),
        create({ import: importId, file: '0' }, 100, { 'Upload-Defer-Length': '1' }),
        create({ import: importId, file: '0' }, 100, { 'Content-Type': 'application/offset+octet-stream' }),
      ].map(async (answer) => (await problemOf(await answer)).code),
    );
    expect(codes).toEqual([
      'not-found',
      'not-found',
      'invalid-request',
      'invalid-request',
      'invalid-request',
      'invalid-request',
      'too-large',
      'invalid-request',
      'invalid-request',
      'unsupported-media-type',
    ]);
    expect(await readdir(`${server.workspace}/uploads`)).toEqual(before);
  });

  it('removes the bytes on DELETE; after that the upload is gone until it is created again', async () => {
    const bytes = randomBytes(100);
    const { importId, url } = await server.reserve(bytes);
    await patch(url, 0, bytes);
    expect((await fetch(url, { method: 'DELETE', headers: TUS })).status).toBe(204);
    expect((await fetch(url, { method: 'HEAD', headers: TUS })).status).toBe(404);
    expect((await patch(url, 0, bytes)).status).toBe(404);
    expect(await receivedBytes({ importId, ordinal: 0 })).toBe(0);
    await create({ import: importId, file: '0' }, 100);
    expect((await patch(url, 0, bytes)).status).toBe(204);
    expect(await uploadSha256({ importId, ordinal: 0 })).toBe(sha256Hex(bytes));
  });

  it('changes nothing of an import that has started', async () => {
    const bytes = randomBytes(100);
    const { importId, url } = await server.reserve(bytes);
    await patch(url, 0, bytes);
    await sealUploads(importId);
    const refused = await fetch(url, { method: 'DELETE', headers: TUS });
    expect(refused.status).toBe(409);
    expect(await problemOf(refused)).toMatchObject({ code: 'conflicting-state' });
    expect(await headOffset(url)).toBe(100);
    await unsealUploads(importId);
    expect((await fetch(url, { method: 'DELETE', headers: TUS })).status).toBe(204);
  });
});
