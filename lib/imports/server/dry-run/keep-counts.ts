import 'server-only';
import type { Receipt } from '../../contract';
import { plannedCounts } from '../../pause';
import { importsState } from '../records/imports-state';
import { saveJournal } from '../records/journal';
import { oneAtATime } from '../records/one-at-a-time';
import type { DryRun } from './dry-run';

/** Keeps with its draft, if it has one, what a dry run counted and against which snapshot, so that a start can name it, also after a restart. */
export async function keepCounts(dry: DryRun, receipt: Receipt, snapshot: number): Promise<void> {
  const { draftId } = dry;
  if (draftId === null) return;
  await oneAtATime(draftId, async () => {
    const { unstarted } = importsState();
    const draft = unstarted.get(draftId);
    // It was started or removed meanwhile; then nobody asks any more.
    if (draft?.state !== 'draft') return;
    const kept = { ...draft, counted: { dryRun: dry.id, snapshot, counts: plannedCounts(receipt) } };
    await saveJournal(kept);
    unstarted.set(draftId, kept);
  });
}
