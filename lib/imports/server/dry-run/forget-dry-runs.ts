import 'server-only';
import { log } from '@/lib/log/log';
import { isOver } from '../records/import-record';
import { importsState, notifyChange } from '../records/imports-state';
import { removeStagingFolder } from '../records/journal';
import type { DryRun } from './dry-run';
import { endDryRun } from './end-dry-run';

/** Dry runs whose counts and rejects can still be looked at when they are over. */
const KEPT_MAX = 8;

/** Ends the dry runs of a draft and forgets them: it was started, changed for good, or dry-run again. */
export async function forgetDryRuns(draftId: string): Promise<void> {
  for (const dry of importsState().dryRuns.values()) if (dry.draftId === draftId) await forget(dry);
}

/** Forgets the oldest ones of those that are over. */
export async function forgetOldDryRuns(): Promise<void> {
  const over = [...importsState().dryRuns.values()].filter((dry) => isOver(dry.record));
  for (const dry of over.slice(0, Math.max(0, over.length - KEPT_MAX))) await forget(dry);
}

async function forget(dry: DryRun): Promise<void> {
  await endDryRun(dry);
  importsState().dryRuns.delete(dry.id);
  notifyChange();
  try {
    await dry.stage?.detach();
    await removeStagingFolder(dry.id);
  } catch (error) {
    // What is left goes at the next start; whoever started the draft need not hear of it.
    log.warn({ importId: dry.id, err: error }, 'the stage of a dry run could not be removed');
  }
}
