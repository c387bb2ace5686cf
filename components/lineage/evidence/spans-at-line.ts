import type { TextSpan } from '@/components/ui/sql-viewer/mark-line';

/** The places that begin at a line, each once, in the order of the text; none while no line is asked for. */
export function spansAtLine(line: number | undefined, spans: readonly TextSpan[]): TextSpan[] {
  if (line === undefined) return [];
  const found = new Map<string, TextSpan>();
  for (const span of spans) {
    const { start, end } = span;
    if (start.line === line) found.set(`${start.column} ${end.line} ${end.column}`, span);
  }
  return [...found.values()].sort(
    (a, b) => a.start.column - b.start.column || a.end.line - b.end.line || a.end.column - b.end.column,
  );
}
