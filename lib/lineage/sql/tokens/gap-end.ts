import type { Lexis } from './lexis';

/** Where a gap ended, and whether it had a line break or a comment without an end. */
export type Gap = { readonly end: number; readonly lineBreak: boolean; readonly unclosed: boolean };

/** Passes over blanks and comments from `start`; `end` is the first character of the next token or `to`. */
export function gapEnd(text: string, start: number, to: number, lexis: Lexis): Gap {
  let at = start;
  let lineBreak = false;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      if (code === 10 || code === 13) lineBreak = true;
      at++;
    } else if (beginsLineComment(text, at, code, lexis)) {
      at = lineEnd(text, at, to);
    } else if (code === SLASH && text.charCodeAt(at + 1) === STAR) {
      const end = blockEnd(text, at, to, lexis.nestedComments);
      if (end === -1) return { end: to, lineBreak, unclosed: true };
      if (/[\r\n]/.test(text.slice(at, end))) lineBreak = true;
      at = end;
    } else break;
  }
  return { end: Math.min(at, to), lineBreak, unclosed: false };
}

const SLASH = 47;
const STAR = 42;

/** Control characters, blank, no-break and other Unicode spaces, byte order mark. */
function isBlank(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029
  );
}

function beginsLineComment(text: string, at: number, code: number, lexis: Lexis): boolean {
  if (code === 45) return text.charCodeAt(at + 1) === 45;
  if (code === 35) return lexis.hashComments;
  // `file:///tmp/a.csv` has none.
  const isAddress = text.charAt(at - 1) === ':' || text.startsWith('://', at - 2);
  return code === SLASH && lexis.slashComments && text.charCodeAt(at + 1) === SLASH && !isAddress;
}

function lineEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return to;
}

/** Past the end of a block comment, or -1. */
function blockEnd(text: string, from: number, to: number, nested: boolean): number {
  let depth = 1;
  for (let at = from + 2; at + 1 < to; at++) {
    const [code, next] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
    if (code === STAR && next === SLASH) {
      depth--;
      at++;
      if (depth === 0) return at + 1;
    } else if (nested && code === SLASH && next === STAR) {
      depth++;
      at++;
    }
  }
  return -1;
}
