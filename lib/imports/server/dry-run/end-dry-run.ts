import 'server-only';
import type { AppError } from '@/lib/errors/app-error';
import { removeUploads } from '@/lib/uploads/server/remove-uploads';
import { notifyChange } from '../records/imports-state';
import { failedOutcome } from '../run/record-outcome';
import type { DryRun } from './dry-run';

/** Ends a dry run, unless it is over: who cancelled it, or why it was interrupted. Returns when nothing of it goes on. */
export async function endDryRun(dry: DryRun, why: string | AppError = dry.record.owner.name): Promise<void> {
  if (typeof why === 'string') dry.cancelledBy ??= why;
  dry.stop.abort(why);
  // Who receives its files sees the signal.
  if (dry.record.state === 'waiting' && dry.isReceived) {
    dry.record = failedOutcome(dry, null);
    await removeUploads(dry.id);
    dry.settleOver();
    notifyChange();
  }
  await dry.over;
}
