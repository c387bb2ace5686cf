import { findComments } from './find-comments';

/** 1-based; columns count UTF-16 units; `end` is exclusive. */
export type HintSpan = {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
};

export type Hint = {
  readonly direction: 'input' | 'output';
  /** The name's parts without quotes, outermost first: `[database, schema, name]`. */
  readonly parts: readonly string[];
  readonly span: HintSpan;
  /** The same place in UTF-16 units from the start of the text. */
  readonly range: { readonly start: number; readonly end: number };
};

/** Text in a hint that is not a name. */
export type HintProblem = Pick<Hint, 'span' | 'range'> & { readonly text: string };

const MARK = /@LINEAGE_(INPUT|OUTPUT)S?\s*:/gi;
/** A part is bare, `[in brackets]` or `"in quotes"`; the closing mark is doubled inside. */
const PART = String.raw`(?:\[(?:[^\]]|\]\])+\]|"(?:[^"]|"")+"|[^\s.,;:[\]"'()*]+)`;
const NAME = new RegExp(String.raw`^${PART}(?:\s*\.\s*${PART})*$`);
const PARTS = new RegExp(PART, 'g');

/**
 * The lineage hints in the comments of a SQL text: `@LINEAGE_INPUTS: a.b, [c].[d]` and `@LINEAGE_OUTPUTS: x.y`, in any case,
 * several in one line, each to the end of its line. What cannot be read as a name is told in `problems`.
 */
export function parseHints(sql: string): { hints: Hint[]; problems: HintProblem[] } {
  const hints: Hint[] = [];
  const problems: HintProblem[] = [];
  if (!/@lineage_/i.test(sql)) return { hints, problems };
  const spanOf = spanFinder(sql);
  for (const comment of findComments(sql)) {
    const marks = [...comment.text.matchAll(MARK)];
    for (const [index, mark] of marks.entries()) {
      const from = mark.index + mark[0].length;
      const lineEnd = comment.text.slice(from).search(/[\r\n]/);
      const to = Math.min(
        marks[index + 1]?.index ?? comment.text.length,
        lineEnd === -1 ? Infinity : from + lineEnd,
      );
      for (const item of splitItems(comment.text, from, to)) {
        const range = { start: comment.start + item.start, end: comment.start + item.end };
        const span = spanOf(range.start, range.end);
        const text = comment.text.slice(item.start, item.end);
        const direction = mark[1]?.toLowerCase() === 'input' ? 'input' : 'output';
        if (NAME.test(text))
          hints.push({ direction, parts: (text.match(PARTS) ?? []).map(unquote), span, range });
        else problems.push({ text, span, range });
      }
    }
  }
  return { hints, problems };
}

/** The pieces between commas that are outside of brackets and quotes, trimmed; a hint without names is one empty piece. */
function splitItems(text: string, from: number, to: number): Array<{ start: number; end: number }> {
  const pieces: Array<{ start: number; end: number }> = [];
  let closing = '';
  let start = from;
  for (let i = from; i <= to; i++) {
    const char = i === to ? '' : text.charAt(i);
    if (closing !== '' && i < to) {
      if (char === closing) closing = '';
    } else if (char === '[') closing = ']';
    else if (char === '"') closing = '"';
    else if (char === ',' || i === to) {
      pieces.push(trimmed(text, start, i));
      start = i + 1;
    }
  }
  return pieces;
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  const piece = text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  return { start, end: Math.max(start, to - (piece.length - piece.trimEnd().length)) };
}

function unquote(part: string): string {
  if (part.startsWith('[')) return part.slice(1, -1).replaceAll(']]', ']');
  if (part.startsWith('"')) return part.slice(1, -1).replaceAll('""', '"');
  return part;
}

function spanFinder(sql: string): (start: number, end: number) => HintSpan {
  const lineStarts = [0, ...[...sql.matchAll(/\r\n|\r|\n/g)].map((it) => it.index + it[0].length)];
  const position = (offset: number) => {
    let [low, high] = [0, lineStarts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
  };
  return (start, end) => ({ start: position(start), end: position(end) });
}
