import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/errors/app-error';
import { assertFreeSpace } from '@/lib/uploads/server/assert-free-space';
import { linkUploads } from '@/lib/uploads/server/link-uploads';
import { removeUploads } from '@/lib/uploads/server/remove-uploads';
import type { Import } from '../../contract';
import { assertAllReceived } from '../drafts/assert-all-received';
import { getRecord } from '../records/find-record';
import { importsState } from '../records/imports-state';
import { oneAtATime } from '../records/one-at-a-time';
import { presentImport } from '../records/present-import';
import { importsReady } from '../recover/recover-imports';
import { type DryRun, newDryRun } from './dry-run';
import { endDryRun } from './end-dry-run';
import { forgetDryRuns } from './forget-dry-runs';
import { startDryRuns } from './run-dry';

/**
 * Counts what starting a draft would do now, without the import lock: an import of its own, without a number, that writes nothing. It reads the
 * same bytes, and the draft stays as it is, so that it can be changed, dry-run again, or started without another upload. An earlier dry run of
 * the draft ends. Returns while it runs.
 * @throws AppError not-found; conflicting-state when it was started or bytes are missing; checksum-mismatch; disk-full
 */
export async function dryRunDraft(idOrNumber: string): Promise<Import> {
  await importsReady();
  const { id } = await getRecord(idOrNumber);
  return oneAtATime(id, async () => {
    const draft = await getRecord(id);
    if (draft.state !== 'draft')
      throw new AppError('conflicting-state', `This import is ${draft.state}; only a draft can be dry-run.`);
    const received = await assertAllReceived(draft);
    await assertFreeSpace(received.files.reduce((sum, file) => sum + file.size, 0));
    await forgetDryRuns(id);
    const dry = newDryRun(received, randomUUID());
    try {
      await linkUploads(id, dry.id, received.files.length);
    } catch (error) {
      await removeUploads(dry.id);
      throw error;
    }
    importsState().dryRuns.set(dry.id, dry);
    startDryRuns();
    return presentImport(dry.record);
  });
}

/** Cancels the dry run when its caller goes away, until the returned function is called. */
export function endWithCaller({ id }: Import, caller: AbortSignal): () => void {
  const dry: DryRun | undefined = importsState().dryRuns.get(id);
  const end = () => {
    if (dry !== undefined) void endDryRun(dry);
  };
  caller.addEventListener('abort', end, { once: true });
  return () => caller.removeEventListener('abort', end);
}
