import { foldCase } from './fold-case';

export type SqlSnippet = { snippet: string; matchStart: number; matchEnd: number; line: number };

const BEFORE_MAX = 40;
const LENGTH_MAX = 160;
const WORD = /[\p{L}\p{N}_]/u;

/**
 * The place of a term in SQL text: the first whole word, else the first place. The snippet is its line, without
 * indentation, cut with "…" around the match where it is long; `line` is 1-based.
 */
export function sqlSnippet(sql: string, term: string): SqlSnippet {
  const start = bestPlace(sql, term);
  const end = start + term.length;
  const lineStart = start === 0 ? 0 : sql.lastIndexOf('\n', start - 1) + 1;
  const newline = sql.indexOf('\n', end);
  const lineEnd = newline === -1 ? sql.length : newline;
  const indent = /^\s*/.exec(sql.slice(lineStart, start))?.[0].length ?? 0;
  const from = Math.max(lineStart + indent, start - BEFORE_MAX);
  const to = Math.min(lineEnd, Math.max(end, from + LENGTH_MAX));
  const head = from > lineStart + indent ? '…' : '';
  const tail = to < lineEnd ? '…' : '';
  const shift = head.length - from;
  const text = sql.slice(from, end) + sql.slice(end, to).trimEnd();
  return {
    snippet: `${head}${text.replace(/[\r\n\t]/g, ' ')}${tail}`,
    matchStart: start + shift,
    matchEnd: end + shift,
    line: sql.slice(0, start).split('\n').length,
  };
}

function bestPlace(sql: string, term: string): number {
  const folded = foldCase(sql);
  const wanted = foldCase(term);
  const first = folded.indexOf(wanted);
  for (let place = first; place !== -1; place = folded.indexOf(wanted, place + 1)) {
    const free = !WORD.test(sql[place - 1] ?? '') && !WORD.test(sql[place + term.length] ?? '');
    if (free) return place;
  }
  return Math.max(0, first);
}
