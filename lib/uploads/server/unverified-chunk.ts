import 'server-only';
import { readFile, rm, truncate } from 'node:fs/promises';
import { unlessMissing, writeDurably } from './durable-files';
import { type UploadRef, uploadFile } from './upload-paths';

/**
 * While a chunk with a checksum arrives, a small file beside the upload says where the chunk starts. So a crash in the
 * middle cannot turn bytes that were never verified into accepted ones.
 */
const markerFile = (ref: UploadRef) => `${uploadFile(ref)}.unverified`;

export async function markUnverified(ref: UploadRef, offset: number): Promise<void> {
  await writeDurably(markerFile(ref), String(offset));
}

export async function clearUnverified(ref: UploadRef): Promise<void> {
  await rm(markerFile(ref), { force: true });
}

/** Where unverified bytes start, or undefined when there are none. */
export async function unverifiedFrom(ref: UploadRef): Promise<number | undefined> {
  const text = await unlessMissing(readFile(markerFile(ref), 'utf8'));
  return text === undefined ? undefined : Number(text);
}

/** Cuts off what a crash left unverified. Only for the holder of the upload's lock. */
export async function discardUnverified(ref: UploadRef): Promise<void> {
  const offset = await unverifiedFrom(ref);
  if (offset === undefined) return;
  await unlessMissing(truncate(uploadFile(ref), offset));
  await clearUnverified(ref);
}
