import { foldCase } from './fold-case';

/** How well a text matches; higher is better. */
export const MATCH_RANK = { exact: 40, prefix: 30, wordStart: 20, substring: 10 } as const;

/** `[start, end)` in UTF-16 units of the best place of the first term. */
export type TextMatch = { readonly rank: number; readonly start: number; readonly end: number };

/**
 * Matches a name against terms that must all occur, without case. The rank is that of the worst term; `exact` is
 * only for a single term that is the whole text.
 */
export function matchText(text: string, terms: readonly string[]): TextMatch | undefined {
  const folded = foldCase(text);
  let match: TextMatch | undefined;
  for (const term of terms) {
    const one = matchTerm(text, folded, foldCase(term));
    if (one === undefined) return undefined;
    match = match === undefined ? one : { ...match, rank: Math.min(match.rank, one.rank, MATCH_RANK.prefix) };
  }
  return match;
}

function matchTerm(text: string, folded: string, term: string): TextMatch | undefined {
  const first = folded.indexOf(term);
  if (first === -1 || term === '') return undefined;
  const found = (start: number, rank: number): TextMatch => ({ rank, start, end: start + term.length });
  if (first === 0) return found(0, folded === term ? MATCH_RANK.exact : MATCH_RANK.prefix);
  for (let start = first; start !== -1; start = folded.indexOf(term, start + 1)) {
    if (isWordStart(text, start)) return found(start, MATCH_RANK.wordStart);
  }
  return found(first, MATCH_RANK.substring);
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const UPPER = /\p{Lu}/u;
const LOWER_OR_DIGIT = /[\p{Ll}\p{N}]/u;

/** A word starts after anything that is no letter or digit (`order_id`), and at a hump (`vSalesYTD`). */
function isWordStart(text: string, start: number): boolean {
  const before = text[start - 1] ?? '';
  if (!LETTER_OR_DIGIT.test(before)) return true;
  return UPPER.test(text[start] ?? '') && LOWER_OR_DIGIT.test(before);
}
