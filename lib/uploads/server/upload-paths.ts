import 'server-only';
import { join, resolve } from 'node:path';
import { settings } from '@/lib/config/read-settings';

/** One file of an import: its place in the import's list of files, from 0. */
export type UploadRef = { importId: string; ordinal: number };

export const UPLOADS_URL = '/api/uploads';

const IMPORT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const UPLOAD_ID = /^([0-9a-f-]{36})\/(0|[1-9][0-9]{0,3})$/;

/** The folder of all uploads inside the workspace. */
export function uploadsRoot(): string {
  return resolve(settings().WORKSPACE_DIR, 'uploads');
}

export function isImportId(text: string): boolean {
  return IMPORT_ID.test(text);
}

/** The folder of one import's files; the id is checked because it becomes a path. */
export function importFolder(importId: string): string {
  if (!isImportId(importId)) throw new Error(`not an import id: ${JSON.stringify(importId)}`);
  return join(uploadsRoot(), importId);
}

/** Where the bytes of a file are: `<workspace>/uploads/<importId>/<ordinal>`. */
export function uploadFile({ importId, ordinal }: UploadRef): string {
  return join(importFolder(importId), String(ordinal));
}

/** The id of the tus resource: `<importId>/<ordinal>`. */
export function uploadId({ importId, ordinal }: UploadRef): string {
  return `${importId}/${ordinal}`;
}

/** The address of the tus resource, without origin. */
export function uploadUrl(ref: UploadRef): string {
  return `${UPLOADS_URL}/${uploadId(ref)}`;
}

/** Undefined unless the text is exactly an upload id; so nothing else ever becomes a path. */
export function parseUploadId(text: string): UploadRef | undefined {
  const [, importId, ordinal] = UPLOAD_ID.exec(text) ?? [];
  if (importId === undefined || !isImportId(importId)) return undefined;
  return { importId, ordinal: Number(ordinal) };
}
