import { type Range, type Span, spanFinder } from '../sql/span';
import { findComments } from './find-comments';

export type Hint = {
  readonly direction: 'input' | 'output';
  /** The name's parts without quotes, outermost first: `[database, schema, name]`. */
  readonly parts: readonly string[];
  readonly span: Span;
  /** The same place as offsets. */
  readonly range: Range;
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
        const span = spanOf(range);
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
