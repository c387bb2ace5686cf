import 'server-only';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Configstore, FileStore } from '@tus/file-store';
import { ERRORS, Upload } from '@tus/server';
import { syncDirectory } from '@/lib/files/server/sync-directory';
import { finishUpload } from '../finish-upload';
import { hashFile } from '../hash-file';
import { IDLE_MS, withIdleLimit } from '../idle-limit';
import { clearUnverified, discardUnverified } from '../unverified-chunk';
import { readUploadInfo, writeUploadInfo } from '../upload-info';
import { importFolder, parseUploadId, type UploadRef, uploadFile, uploadsRoot } from '../upload-paths';
import { appendChunk } from './append-chunk';
import { dropRunningHashes, runningHashAt } from './running-hashes';

/**
 * The library's file store with what it lacks: fixed places for the files of a draft, chunk checksums, fsync before the
 * answer, and the SHA-256 of the whole file after the last byte. It never makes a resource that was not reserved.
 */
export class ImportFileStore extends FileStore {
  /** Writes under way. The library frees its lock before a broken write has settled, so whoever is next waits here. */
  readonly #writes = new Map<string, Promise<unknown>>();

  constructor() {
    super({ directory: uploadsRoot(), configstore: reservations });
    this.extensions = ['creation', 'checksum', 'termination'];
  }

  /** Makes the file of a reservation again after it was terminated; bytes that are there stay. */
  override async create(upload: Upload): Promise<Upload> {
    const ref = refOf(upload.id);
    await (await open(uploadFile(ref), 'a')).close();
    await syncDirectory(importFolder(ref.importId));
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    await this.#writes.get(id);
    await discardUnverified(refOf(id));
    return super.getUpload(id);
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const work = receiveChunk(refOf(id), offset, readable);
    const settled = work.then(
      () => this.#writes.delete(id),
      () => this.#writes.delete(id),
    );
    this.#writes.set(id, settled);
    return work;
  }

  override async remove(id: string): Promise<void> {
    await this.#writes.get(id);
    dropRunningHashes(id);
    await clearUnverified(refOf(id));
    await super.remove(id);
  }
}

async function receiveChunk(ref: UploadRef, offset: number, readable: Readable): Promise<number> {
  const end = await appendChunk(ref, offset, withIdleLimit(readable, IDLE_MS));
  if (end === (await readUploadInfo(ref))?.size) await finish(ref, end);
  return end;
}

async function finish(ref: UploadRef, size: number): Promise<void> {
  const id = `${ref.importId}/${ref.ordinal}`;
  const sha256 = runningHashAt(id, size)?.digest('hex') ?? (await hashFile(uploadFile(ref)));
  dropRunningHashes(id);
  await finishUpload(ref, sha256);
}

function refOf(id: string): UploadRef {
  const ref = parseUploadId(id);
  if (ref === undefined) throw ERRORS.FILE_NOT_FOUND;
  return ref;
}

/** Our description of a reserved file, as the library wants to read it. It stays after a termination. */
const reservations: Configstore = {
  async get(id) {
    const ref = refOf(id);
    const info = await readUploadInfo(ref);
    if (info === undefined) return undefined;
    const metadata = { import: ref.importId, file: String(ref.ordinal) };
    return new Upload({ id, size: info.size, offset: 0, metadata, creation_date: info.createdAt });
  },
  async set() {
    throw new Error('uploads are reserved by their draft');
  },
  async delete(id) {
    const ref = refOf(id);
    const info = await readUploadInfo(ref);
    if (info !== undefined) await writeUploadInfo(ref, { ...info, sha256: null });
  },
};
