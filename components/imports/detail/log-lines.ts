import { countOf } from '@/lib/format-text/format-count';
import { formatDuration } from '@/lib/format-text/format-duration';
import type { Import } from '@/lib/imports/contract';

export type LogLine = { at: Date; text: string };

/** What happened when, from the times and durations that are stored with an import. */
export function logLines(import_: Import): LogLine[] {
  const { createdAt, startedAt, finishedAt, receipt, owner, pause = null } = import_;
  const files = countOf(import_.files.length, 'file');
  const lines: LogLine[] = [{ at: new Date(createdAt), text: `Draft of ${files} made` }];
  if (startedAt !== null) {
    const upload =
      receipt && receipt.durationsMs.upload > 0 ? ` after ${took(receipt.durationsMs.upload)}` : '';
    const text = `${files} there${upload}, checksums match, lock taken by ${owner.name}`;
    lines.push({ at: new Date(startedAt), text });
  }
  if (pause !== null) {
    lines.push({ at: new Date(pause.since), text: 'Paused: the data had changed since the dry run' });
  }
  if (startedAt !== null && finishedAt !== null && receipt && import_.state === 'succeeded') {
    const { stage, check, publish } = receipt.durationsMs;
    const checkedAt = new Date(Date.parse(finishedAt) - publish);
    const rejected =
      receipt.rejected === 0 ? 'none rejected' : `${receipt.rejected.toLocaleString('en-US')} rejected`;
    lines.push({
      at: checkedAt,
      text: `${countOf(receipt.read, 'record')} checked in ${took(stage + check)}, ${rejected}`,
    });
    lines.push({
      at: new Date(finishedAt),
      text: `Published as #${import_.number} in ${took(publish)}, lock free`,
    });
    return lines;
  }
  if (finishedAt !== null) lines.push({ at: new Date(finishedAt), text: endText(import_) });
  return lines;
}

const took = (ms: number) => formatDuration(ms / 1000);

function endText(import_: Import): string {
  switch (import_.state) {
    case 'cancelled':
      if (import_.pause?.answer === 'none')
        return 'Cancelled: nobody answered in time, nothing written, lock free';
      return `Cancelled${import_.cancelledBy === null ? '' : ` by ${import_.cancelledBy}`}, nothing written, lock free`;
    case 'interrupted':
      return 'Interrupted, nothing written';
    default:
      return 'Failed, nothing written, lock free';
  }
}
