import type { TextSpan } from '@/components/ui/sql-viewer/mark-line';

/** Every place of a text in another, without case, as lines and columns; a place never spans lines. */
export function findMatches(text: string, wanted: string): TextSpan[] {
  const needle = wanted.toLowerCase();
  if (needle === '') return [];
  return text.split(/\r\n|\r|\n/).flatMap((content, index) => {
    const folded = content.toLowerCase();
    const spans: TextSpan[] = [];
    // Folding can change the length of a few letters; then only the line is told.
    if (folded.length !== content.length) return spans;
    for (let at = folded.indexOf(needle); at !== -1; at = folded.indexOf(needle, at + needle.length)) {
      const line = index + 1;
      spans.push({ start: { line, column: at + 1 }, end: { line, column: at + 1 + wanted.length } });
    }
    return spans;
  });
}

/** A window of `size` lines that shows `line` with at least a third of the window before it, inside `1..total`. */
export function linesAround(line: number, total: number, size: number): { from: number; to: number } {
  const from = Math.max(1, Math.min(line - Math.ceil(size / 3), total - size + 1));
  const start = line <= size - 3 ? 1 : from;
  return { from: start, to: Math.min(total, start + size - 1) };
}
