import type { SqlToken } from './sql-token';

/** A place in a text: lines and columns start at 1, the end is exclusive. */
export type TextSpan = {
  start: { line: number; column: number };
  end: { line: number; column: number };
};

/** The part of a span that lies on a line, as offsets `[from, to)` into it; null when none does. */
export function spanOnLine(
  span: TextSpan,
  line: number,
  length: number,
): { from: number; to: number } | null {
  if (line < span.start.line || line > span.end.line) return null;
  const from = line === span.start.line ? span.start.column - 1 : 0;
  const to = line === span.end.line ? span.end.column - 1 : length;
  return from < Math.min(to, length) ? { from, to: Math.min(to, length) } : null;
}

export type MarkedPart = { isMarked: boolean; tokens: SqlToken[] };

/** Cuts the pieces of a line at the given ranges, so that each range becomes one boxed part. Ranges may overlap. */
export function markLine(
  tokens: readonly SqlToken[],
  ranges: ReadonlyArray<{ from: number; to: number }>,
): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const token of tokens) {
    const end = at + token.text.length;
    const inside = ranges.flatMap(({ from, to }) => [from, to]).filter((cut) => cut > at && cut < end);
    const cuts = [...new Set([at, ...inside, end])].sort((a, b) => a - b);
    for (let index = 0; index + 1 < cuts.length; index += 1) {
      const from = cuts[index] ?? at;
      const to = cuts[index + 1] ?? end;
      const isMarked = ranges.some((range) => range.from <= from && to <= range.to);
      const piece = { text: token.text.slice(from - at, to - at), role: token.role };
      const last = parts.at(-1);
      if (last?.isMarked === isMarked) last.tokens.push(piece);
      else parts.push({ isMarked, tokens: [piece] });
    }
    at = end;
  }
  return parts;
}

/** The lines that the spans touch. */
export function markedLines(spans: readonly TextSpan[]): Set<number> {
  const lines = new Set<number>();
  for (const { start, end } of spans) {
    const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
    for (let line = start.line; line <= last; line += 1) lines.add(line);
  }
  return lines;
}
