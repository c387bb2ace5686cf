import 'server-only';
import { randomUUID } from 'node:crypto';
import { copyUploadInfo } from '@/lib/uploads/server/copy-upload-info';
import { linkUploads } from '@/lib/uploads/server/link-uploads';
import { removeUploads } from '@/lib/uploads/server/remove-uploads';
import { uploadUrl } from '@/lib/uploads/server/upload-paths';
import type { PlannedCounts } from '../../pause';
import { newRecord } from '../records/import-record';
import { type ActiveRun, importsState } from '../records/imports-state';
import { saveJournal } from '../records/journal';

/**
 * Keeps the files and choices of a run as a draft of its own that survives the run and the server; returns its id. It expects the counts
 * that were found now. The bytes are not copied where the file system can give them a second name.
 */
export async function keepDraft({ id: from, record }: ActiveRun, counts: PlannedCounts): Promise<string> {
  const id = randomUUID();
  try {
    await linkUploads(from, id, record.files.length);
    for (const ordinal of record.files.keys()) {
      await copyUploadInfo({ importId: from, ordinal }, { importId: id, ordinal });
    }
    const draft = {
      ...newRecord(id, record.choices),
      parent: record.parent,
      files: record.files.map((file, ordinal) => ({
        ...file,
        uploadUrl: uploadUrl({ importId: id, ordinal }),
      })),
      counted: { dryRun: from, snapshot: importsState().snapshot ?? 0, counts },
    };
    await saveJournal(draft);
    importsState().unstarted.set(id, draft);
    return id;
  } catch (error) {
    await removeUploads(id);
    throw error;
  }
}

/** Removes a draft that `keepDraft` made and nobody needs. */
export async function dropKeptDraft(id: string): Promise<void> {
  importsState().unstarted.delete(id);
  await removeUploads(id);
}
