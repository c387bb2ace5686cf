import 'server-only';
import { stat } from 'node:fs/promises';
import { AppError } from '@/lib/errors/app-error';
import { receivedBytes } from '@/lib/uploads/server/received-bytes';
import { uploadFile } from '@/lib/uploads/server/upload-paths';
import { uploadSha256 } from '@/lib/uploads/server/upload-sha256';
import type { ImportRecord } from '../records/import-record';
import { markSameFiles } from './mark-same-files';

/**
 * The record with received sizes, checksums and the time the upload took, once every byte of every file is there.
 * @throws AppError conflicting-state that names the incomplete files (`missing`); checksum-mismatch
 */
export async function assertAllReceived(record: ImportRecord): Promise<ImportRecord> {
  const files: ImportRecord['files'] = [];
  const missing: Array<{ name: string; received: number; size: number }> = [];
  for (const [ordinal, file] of record.files.entries()) {
    const received = await receivedBytes({ importId: record.id, ordinal });
    if (received !== file.size) missing.push({ name: file.name, received, size: file.size });
    files.push({ ...file, received });
  }
  if (missing.length > 0) {
    const list = missing
      .map(({ name, received, size }) => `${name} (${received} of ${size} bytes)`)
      .join(', ');
    throw new AppError(
      'conflicting-state',
      `Not all bytes have arrived: ${list}. Upload the rest, then start.`,
      {
        extra: { missing },
      },
    );
  }
  for (const [ordinal, file] of files.entries()) {
    file.sha256 = await uploadSha256({ importId: record.id, ordinal });
  }
  return { ...record, files: await markSameFiles(files), uploadMs: await uploadTime(record) };
}

/** From the first file's reservation to the last byte of any. */
async function uploadTime(record: ImportRecord): Promise<number> {
  const stats = await Promise.all(
    record.files.map((_, ordinal) => stat(uploadFile({ importId: record.id, ordinal }))),
  );
  const first = Math.min(...stats.map((one) => one.birthtimeMs));
  const last = Math.max(...stats.map((one) => one.mtimeMs));
  return Math.max(0, Math.round(last - first));
}
