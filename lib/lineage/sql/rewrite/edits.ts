import type { Range } from '../span';

/** Replaces a range of the source by a text. */
export type Edit = Range & { readonly text: string };

/** A rewritten text and the way back from it. */
export type Rewritten = {
  readonly text: string;
  /** The range of the source that a range of `text` came from; what was put in comes from all that it replaced. */
  sourceRange(range: Range): Range;
};

/** `range` of `source` with the edits made: in order of their start, none over another. */
export function applyEdits(source: string, range: Range, edits: readonly Edit[]): Rewritten {
  if (edits.length === 0) {
    const shift = ({ start, end }: Range) => ({ start: start + range.start, end: end + range.start });
    return { text: source.slice(range.start, range.end), sourceRange: shift };
  }
  const pieces: string[] = [];
  /** Where each piece begins in the new text, and what it came from. */
  const origins: (Range & { readonly at: number; readonly copied: boolean })[] = [];
  let [from, at] = [range.start, 0];
  const add = (text: string, origin: Range, copied: boolean) => {
    pieces.push(text);
    origins.push({ start: origin.start, end: origin.end, at, copied });
    at += text.length;
  };
  for (const edit of edits) {
    if (edit.start > from) add(source.slice(from, edit.start), { start: from, end: edit.start }, true);
    add(edit.text, edit, false);
    from = edit.end;
  }
  if (from < range.end) add(source.slice(from, range.end), { start: from, end: range.end }, true);
  const originAt = (offset: number) => {
    let [low, high] = [0, origins.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((origins[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return origins[low] ?? { ...range, at: 0, copied: true };
  };
  const sourceRange = ({ start, end }: Range): Range => {
    const first = originAt(start);
    const last = originAt(Math.max(start, end - 1));
    return {
      start: first.copied ? Math.min(first.start + start - first.at, range.end) : first.start,
      end: last.copied ? Math.min(last.start + end - last.at, range.end) : last.end,
    };
  };
  return { text: pieces.join(''), sourceRange };
}
