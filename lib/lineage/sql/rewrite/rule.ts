import type { Token } from '../tokens/token';
import type { Edit } from './edits';

/** The tokens of one statement while it is rewritten. `pairs`: partners of parentheses, -1 for all else. */
export type Tokens = { readonly list: readonly Token[]; readonly pairs: Int32Array };

/** What a rule makes of the tokens from the one it was asked at up to before `next`. */
export type Match = { readonly edits: readonly Edit[]; readonly next: number };

/**
 * A change that lets the parser read what it cannot. Level 0 is made always, as the parser would read something else without
 * telling; 1 to 3 one after the other while the parser fails: other words for the same, then names in brackets, then what
 * takes something away.
 */
export type Rule = {
  readonly name: string;
  readonly level: 0 | 1 | 2 | 3;
  /** What is dropped may carry lineage. */
  readonly lossy: boolean;
  /** The words or marks it begins at; null for any token. */
  readonly at: readonly string[] | null;
  match(tokens: Tokens, index: number): Match | null;
};

/** The edit that replaces the tokens `from` to before `next` by a text; nothing when they are not there. */
export function replace(tokens: Tokens, from: number, next: number, text = ''): Match {
  const [first, last] = [tokens.list[from], tokens.list[next - 1]];
  if (first === undefined || last === undefined || next <= from) return { edits: [], next: from + 1 };
  return { edits: [{ start: first.start, end: last.end, text }], next };
}

/** Past the parenthesis that opens at `index`; `index` itself when none does. */
export function pastParens(tokens: Tokens, index: number): number {
  const close = tokens.list[index]?.text === '(' ? (tokens.pairs[index] ?? -1) : -1;
  return close > index ? close + 1 : index;
}

/** The word at `index` in upper case, or the mark; empty past the end. */
export function word(tokens: Tokens, index: number): string {
  return tokens.list[index]?.upper ?? '';
}

/** Past the first token from `from` on, outside of parentheses, that `ends`, or past the last one of its level. */
export function until(tokens: Tokens, from: number, ends: (upper: string, index: number) => boolean): number {
  let at = from;
  while (at < tokens.list.length) {
    const upper = word(tokens, at);
    if (upper === ')' || upper === ';' || ends(upper, at)) return at;
    at = Math.max(at + 1, pastParens(tokens, at));
  }
  return at;
}
