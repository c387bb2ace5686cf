import { formatCount } from '@/lib/format-text/format-count';
import type { Reject } from '@/lib/imports/contract';

const RANGES_MAX = 3;

type Group = { column: string | null; code: string; files: readonly string[]; records: number };

/**
 * Where the records of a group are, folded into ranges: `objects.csv line 4–9, 12`. From the rejects at hand only, so what
 * is not among them is said: `and 40 more`. Lines where the file has lines, else record numbers.
 */
export function rejectRanges(rejects: readonly Reject[], group: Group): string {
  const mine = rejects.filter((it) => it.code === group.code && it.column === group.column);
  const parts: string[] = [];
  let shown = 0;
  for (const file of new Set(mine.map((it) => it.file))) {
    const here = mine.filter((it) => it.file === file);
    const word = here.some((it) => it.line !== null) ? 'line' : 'record';
    const numbers = here.flatMap((it) => it.line ?? it.record ?? []);
    for (const [index, range] of fold(numbers).entries()) {
      if (parts.length === RANGES_MAX) break;
      parts.push(index === 0 ? `${file} ${word} ${range.text}` : range.text);
      shown += range.count;
    }
  }
  if (parts.length === 0) return group.files.join(', ');
  const hidden = group.records - shown;
  return hidden > 0 ? `${parts.join(', ')} and ${formatCount(hidden)} more` : parts.join(', ');
}

function fold(numbers: readonly number[]): Array<{ text: string; count: number }> {
  const sorted = [...numbers].sort((a, b) => a - b);
  const ranges: Array<{ from: number; to: number; count: number }> = [];
  for (const number of sorted) {
    const last = ranges.at(-1);
    if (last && number <= last.to + 1) {
      last.to = number;
      last.count += 1;
    } else ranges.push({ from: number, to: number, count: 1 });
  }
  return ranges.map(({ from, to, count }) => ({
    text: from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`,
    count,
  }));
}
