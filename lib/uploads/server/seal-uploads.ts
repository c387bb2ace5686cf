import 'server-only';
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@/lib/errors/app-error';
import { unlessMissing, writeDurably } from './durable-files';
import { importFolder } from './upload-paths';

const sealFile = (importId: string) => join(importFolder(importId), 'sealed');

/** Freezes the files of an import once it has started or waits: uploads answer 409 `conflicting-state` from then on. */
export async function sealUploads(importId: string): Promise<void> {
  await writeDurably(sealFile(importId), new Date().toISOString());
}

/** Undoes `sealUploads`, for a start that was refused. */
export async function unsealUploads(importId: string): Promise<void> {
  await rm(sealFile(importId), { force: true });
}

/** @throws AppError conflicting-state */
export async function assertUnsealed(importId: string): Promise<void> {
  const sealed = (await unlessMissing(access(sealFile(importId)).then(() => true))) ?? false;
  if (sealed) throw new AppError('conflicting-state', 'This import has started; its files cannot change.');
}
