import type { Lexis } from './lexis';

/** Past the closing mark of what `quote` opened at `start`; -1 when it has no end before `to`. A doubled mark is inside. */
export function quotedEnd(
  text: string,
  start: number,
  to: number,
  closing: string,
  backslashes: boolean,
): number {
  const mark = closing.charCodeAt(0);
  for (let at = start + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (backslashes && code === 92) at++;
    else if (code === mark) {
      if (text.charCodeAt(at + 1) !== mark) return at + 1;
      at++;
    }
  }
  return -1;
}

/** Past the end of a string with three quotes, or -1. */
export function tripleQuotedEnd(text: string, start: number, to: number, quote: string): number {
  const mark = quote.repeat(3);
  let at = text.indexOf(mark, start + 3);
  while (at > 0 && text.charAt(at - 1) === '\\') at = text.indexOf(mark, at + 1);
  return at === -1 || at + 3 > to ? -1 : at + 3;
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };

/** Past the end of Oracle's `'[ ... ]'` whose quote stands at `quote`, or -1. */
export function alternativeQuotedEnd(text: string, quote: number, to: number): number {
  const opening = text.charAt(quote + 1);
  const at = text.indexOf(`${CLOSING[opening] ?? opening}'`, quote + 2);
  return at === -1 || at + 2 > to ? -1 : at + 2;
}

const TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;

/** Past the end of `$tag$ ... $tag$` at `start`; -1 without an end, undefined when it is no such string. */
export function dollarQuotedEnd(text: string, start: number, to: number, lexis: Lexis): number | undefined {
  if (!lexis.dollarQuotes) return undefined;
  TAG.lastIndex = start;
  const tag = TAG.exec(text)?.[0];
  if (tag === undefined) return undefined;
  const at = text.indexOf(tag, start + tag.length);
  return at === -1 || at + tag.length > to ? -1 : at + tag.length;
}
