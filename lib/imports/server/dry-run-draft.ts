import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/errors/app-error';
import { linkUploads } from '@/lib/uploads/server/link-uploads';
import { removeUploads } from '@/lib/uploads/server/remove-uploads';
import type { Import } from '../contract';
import { assertAllReceived } from './assert-all-received';
import { beginRun } from './begin-run';
import { getRecord } from './find-record';
import type { ImportRecord } from './import-record';
import { importsState } from './imports-state';
import { oneAtATime } from './one-at-a-time';
import { presentImport } from './present-import';
import { importsReady } from './recover-imports';
import { refuseIfBusy, takeLock } from './take-lock';

/**
 * Counts what starting a draft would do now: an import of its own, with a number and a receipt, that writes nothing. It reads the same
 * bytes, and the draft stays as it is, so that it can be changed, dry-run again, or started without another upload. Returns while it runs.
 * @throws AppError not-found; import-busy; conflicting-state when it was started or bytes are missing; checksum-mismatch
 */
export async function dryRunDraft(idOrNumber: string): Promise<Import> {
  await importsReady();
  const { id } = await getRecord(idOrNumber);
  return oneAtATime(id, async () => {
    const draft = await getRecord(id);
    if (draft.state !== 'draft')
      throw new AppError('conflicting-state', `This import is ${draft.state}; only a draft can be dry-run.`);
    await refuseIfBusy();
    const record = dryRunOf(await assertAllReceived(draft), randomUUID());
    try {
      await linkUploads(id, record.id, record.files.length);
      return await presentImport(await beginRun(await takeLock(record, 'check')));
    } catch (error) {
      importsState().unstarted.delete(record.id);
      await removeUploads(record.id);
      throw error;
    }
  });
}

function dryRunOf(draft: ImportRecord, id: string): ImportRecord {
  return {
    ...draft,
    id,
    dryRun: true,
    choices: { ...draft.choices, dryRun: true },
    // Its files are not uploaded under its own name.
    files: draft.files.map((file) => ({ ...file, received: file.size })),
    createdAt: new Date().toISOString(),
    requestDigest: null,
  };
}
