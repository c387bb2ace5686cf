import 'server-only';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { unlessMissing, writeDurably } from './durable-files';
import { type UploadRef, uploadFile } from './upload-paths';

/** What is known about a file besides its bytes. `name` is what the person's computer called it: text, never a path. */
const UploadInfo = z.object({
  name: z.string(),
  size: z.int(),
  /** Lower-case hex; what the client announced, if it did. */
  declaredSha256: z.string().nullable(),
  /** Lower-case hex of the stored bytes; set once all of them are there. */
  sha256: z.string().nullable(),
  createdAt: z.string(),
});
export type UploadInfo = z.infer<typeof UploadInfo>;

const infoFile = (ref: UploadRef) => `${uploadFile(ref)}.json`;

/** Undefined when no such file was reserved. */
export async function readUploadInfo(ref: UploadRef): Promise<UploadInfo | undefined> {
  const text = await unlessMissing(readFile(infoFile(ref), 'utf8'));
  return text === undefined ? undefined : UploadInfo.parse(JSON.parse(text));
}

export async function writeUploadInfo(ref: UploadRef, info: UploadInfo): Promise<void> {
  await writeDurably(infoFile(ref), JSON.stringify(info));
}
