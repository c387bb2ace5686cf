import { formatBytes } from '@/lib/format-text/format-bytes';
import { countOf } from '@/lib/format-text/format-count';
import { formatDuration } from '@/lib/format-text/format-duration';
import { formatClock, formatDay } from '@/lib/format-text/format-time';
import type { Import } from '@/lib/imports/contract';
import { targetWords } from '../text/target-words';

/** Who, when, what, and how long the lock was held, as short facts for one line. */
export function importFacts(import_: Import, now: Date): string[] {
  const bytes = import_.files.reduce((sum, file) => sum + file.size, 0);
  const facts = [
    import_.owner.name,
    when(import_, now),
    `${countOf(import_.files.length, 'file')}, ${formatBytes(bytes)}`,
  ];
  // Whose rejects it brings stands in a line of its own.
  const target = targetWords({ ...import_, parent: null });
  if (target !== '') facts.push(target);
  const held = heldSeconds(import_);
  if (held !== null) facts.push(`lock held ${formatDuration(held)}`);
  return facts;
}

function when({ createdAt, startedAt, finishedAt }: Import, now: Date): string {
  const from = new Date(startedAt ?? createdAt);
  const day = `${formatDay(from, now)} ${formatClock(from)}`;
  if (startedAt === null) return `made ${day}`;
  return finishedAt === null ? `since ${day}` : `${day} to ${formatClock(new Date(finishedAt))}`;
}

function heldSeconds({ startedAt, finishedAt }: Import): number | null {
  return startedAt === null || finishedAt === null
    ? null
    : (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
}
