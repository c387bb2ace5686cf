import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patch, sha256Hex, startUploadServer, type UploadServer } from '@/scripts/test/upload-server';
import { receivedBytes } from './received-bytes';
import { removeUploads } from './remove-uploads';
import { reserveUpload } from './reserve-upload';
import { sweepUploads } from './sweep-uploads';
import { dropRunningHashes } from './tus/running-hashes';
import { importFolder, parseUploadId } from './upload-paths';
import { uploadSha256 } from './upload-sha256';

const PiB = 1024 ** 5;
const DAY_MS = 24 * 60 * 60 * 1000;

let server: UploadServer;
beforeAll(async () => {
  server = await startUploadServer({ MAX_FILE_SIZE_BYTES: String(PiB) });
});
afterAll(() => server.stop());

describe('reserveUpload', () => {
  const file = (more: { name?: string; size?: number } = {}) => ({
    importId: randomUUID(),
    ordinal: 0,
    name: 'a.csv',
    size: 10,
    ...more,
  });

  it('refuses what the disk cannot hold, and says both numbers', async () => {
    const reserved = file({ size: PiB });
    await expect(reserveUpload(reserved)).rejects.toMatchObject({
      code: 'disk-full',
      extra: { neededBytes: expect.any(Number), freeBytes: expect.any(Number) },
    });
    expect(existsSync(importFolder(reserved.importId))).toBe(false);
  });

  it('refuses a file over the limit', async () => {
    const reserved = file({ size: PiB + 1 });
    await expect(reserveUpload(reserved)).rejects.toMatchObject({
      code: 'too-large',
      extra: { limitBytes: PiB },
    });
    expect(existsSync(importFolder(reserved.importId))).toBe(false);
  });

  it('stores nothing for a hostile name', async () => {
    const reserved = file({ name: '../../etc/passwd.parquet' });
    await expect(reserveUpload(reserved)).rejects.toMatchObject({ code: 'invalid-filename' });
    expect(existsSync(importFolder(reserved.importId))).toBe(false);
  });

  it('keeps what has arrived when it is asked again', async () => {
    const bytes = randomBytes(10);
    const { importId, url } = await server.reserve(bytes);
    await patch(url, 0, bytes.subarray(0, 4));
    const again = await reserveUpload({ importId, ordinal: 0, name: 'a.csv', size: 10 });
    expect(server.origin + again.uploadUrl).toBe(url);
    expect(await receivedBytes({ importId, ordinal: 0 })).toBe(4);
  });

  it('stores under generated names only', async () => {
    const reserved = file({ name: 'quarterly report (final).csv' });
    await reserveUpload(reserved);
    expect(await readdir(importFolder(reserved.importId))).toEqual(['0', '0.json']);
  });
});

describe('uploadSha256', () => {
  it('is right when the server was restarted in the middle of the upload', async () => {
    const bytes = randomBytes(300_000);
    const { importId, url } = await server.reserve(bytes);
    await patch(url, 0, bytes.subarray(0, 100_000));
    dropRunningHashes(importId);
    await patch(url, 100_000, bytes.subarray(100_000));
    expect(await uploadSha256({ importId, ordinal: 0 })).toBe(sha256Hex(bytes));
  });

  it('is refused while bytes are missing, and for what does not exist', async () => {
    const { importId, url } = await server.reserve(randomBytes(10));
    await patch(url, 0, randomBytes(9));
    await expect(uploadSha256({ importId, ordinal: 0 })).rejects.toMatchObject({ code: 'conflicting-state' });
    await expect(uploadSha256({ importId, ordinal: 1 })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('parseUploadId', () => {
  it('takes exactly an import id and a number', () => {
    const importId = randomUUID();
    expect(parseUploadId(`${importId}/12`)).toEqual({ importId, ordinal: 12 });
    for (const bad of [
      '',
      '0',
      `${importId}`,
      `${importId}/`,
      `${importId}/01`,
      `${importId}/-1`,
      `${importId}/0/..`,
    ]) {
      expect(parseUploadId(bad)).toBeUndefined();
    }
    for (const bad of [
      `../${importId}/0`,
      `${'-'.repeat(36)}/0`,
      `${importId.toUpperCase()}x/0`,
      `${importId}/0\n`,
    ]) {
      expect(parseUploadId(bad)).toBeUndefined();
    }
  });
});

describe('removing', () => {
  it('removes all of one import and only that', async () => {
    const one = await server.reserve(randomBytes(10));
    const other = await server.reserve(randomBytes(10));
    await removeUploads(one.importId);
    await removeUploads(randomUUID());
    expect(existsSync(importFolder(one.importId))).toBe(false);
    expect(existsSync(other.path)).toBe(true);
  });

  it('sweeps unknown folders at once and drafts after 7 days without a change', async () => {
    const [kept, fresh, stale, unknown] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const old = new Date(Date.now() - 8 * DAY_MS);
    for (const importId of [kept, fresh, stale, unknown]) {
      await reserveUpload({ importId, ordinal: 0, name: 'a.csv', size: 10 });
      if (importId === fresh || importId === unknown) continue;
      for (const name of ['0', '0.json', '.']) await utimes(join(importFolder(importId), name), old, old);
    }
    await mkdir(join(server.workspace, 'uploads', 'left over'));
    await writeFile(join(server.workspace, 'uploads', 'left over', 'x'), 'x');
    await writeFile(join(server.workspace, 'uploads', 'stray'), 'x');
    const removed = await sweepUploads({ keep: new Set([kept]), drafts: new Set([fresh, stale]) });
    expect(removed).toEqual(expect.arrayContaining([stale, unknown]));
    expect((await readdir(join(server.workspace, 'uploads'))).sort()).toEqual([kept, fresh].sort());
  });
});
