import type { RepairStep, SyntaxTree } from '../parsed-statement';
import { applyEdits, type Edit, type Rewritten } from '../rewrite/edits';
import { flattenDeep } from '../rewrite/flatten-deep';
import { mergeEdits } from '../rewrite/merge-edits';
import { quoteWord, stumbledWord } from '../rewrite/quote-word';
import { type Rewrite, rewrite } from '../rewrite/rewrite';
import { REMOTE_QUERY } from '../rewrite/rules/rowsets';
import type { Range } from '../span';
import type { Token } from '../tokens/token';
import { codePointOffsets } from './code-points';
import { type ParserAnswer, runParser } from './run-parser';

/** A statement the parser could read at last, or its first error. */
export type Climbed =
  | { readonly tree: SyntaxTree; readonly text: Rewritten; readonly steps: readonly RepairStep[] }
  | { readonly tree: null; readonly error: string };

type Attempt = Rewrite & { readonly text: Rewritten; readonly answer: ParserAnswer };

/** More words than this are not quoted one after the other: a text that needs more is no SQL. */
const MOST_QUOTED = 6;

/**
 * Parses a T-SQL statement; when the parser fails, again with more and more rewrites, then with the words quoted that it
 * stumbled over. `wrap`: edits that make a query of a pseudo-statement.
 */
export function climb(
  source: string,
  range: Range,
  tokens: readonly Token[],
  wrap: readonly Edit[],
): Climbed {
  const climbed = climbRules(source, range, tokens, wrap);
  const isRemote =
    climbed.tree === null && rewrite(tokens, 0).steps.some(({ name }) => name === REMOTE_QUERY);
  return isRemote ? climbRules(source, range, tokens, wrap, REMOTE_QUERY) : climbed;
}

function climbRules(
  source: string,
  range: Range,
  tokens: readonly Token[],
  wrap: readonly Edit[],
  without?: string,
): Climbed {
  const attempt = (change: Rewrite): Attempt => {
    const text = applyEdits(source, range, mergeEdits(wrap, change.edits));
    return { ...change, text, answer: runParser(text.text, 'tsql') };
  };
  const first = attempt(rewrite(tokens, 0, without));
  let best = first;
  for (const level of [1, 2, 3] as const) {
    if (best.answer.tree !== null) break;
    const change = rewrite(tokens, level, without);
    if (change.edits.length > best.edits.length || level === 1) best = attempt(change);
  }
  if (isTooDeep(best.answer)) best = attempt(flattened(tokens, best));
  if (best.answer.tree === null) best = quoted(first, tokens, attempt);
  if (best.answer.tree === null) best = quoted(attempt(rewrite(tokens, 3, without)), tokens, attempt);
  if (best.answer.tree !== null) return { tree: best.answer.tree, text: best.text, steps: best.steps };
  return { tree: null, error: first.answer.tree === null ? first.answer.error : '' };
}

/** The parser's own limits, or the stack's. */
function isTooDeep(answer: ParserAnswer): boolean {
  return answer.tree === null && /E_GUARD|call stack/i.test(answer.error);
}

function flattened(tokens: readonly Token[], { edits, steps }: Rewrite): Rewrite {
  const flat = flattenDeep(tokens);
  const kept = steps.filter(
    ({ range }) => !flat.edits.some((it) => it.start <= range.start && it.end >= range.end),
  );
  return { edits: mergeEdits(flat.edits, edits), steps: [...kept, ...flat.steps] };
}

/** Quotes the word at the parser's error, again and again. */
function quoted(from: Attempt, tokens: readonly Token[], attempt: (change: Rewrite) => Attempt): Attempt {
  let current = from;
  const done = new Set<string>();
  while (current.answer.tree === null && current.answer.at !== null && done.size < MOST_QUOTED) {
    const offset = codePointOffsets(current.text.text)(current.answer.at);
    const { start } = current.text.sourceRange({ start: offset, end: offset + 1 });
    const index = tokens.findIndex((token) => token.end > start);
    const word = stumbledWord(tokens, index === -1 ? tokens.length - 1 : index);
    if (word === null || done.has(word)) break;
    done.add(word);
    const edits = quoteWord(tokens, word);
    const [first, last] = [edits[0], edits.at(-1)];
    if (first === undefined || last === undefined) break;
    const step = { name: 'quoted-word', lossy: false, range: { start: first.start, end: first.end } };
    current = attempt({ edits: mergeEdits(current.edits, edits), steps: [...current.steps, step] });
  }
  return current;
}
