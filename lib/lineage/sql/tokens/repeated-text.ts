import type { SqlDialect } from '../dialect';
import type { Token } from './token';
import { tokenize } from './tokenize';

const VALUE = '?';
const RUNS_TEXT = new Set(['EXEC', 'EXECUTE', 'SP_EXECUTESQL', 'PREPARE', 'IMMEDIATE']);
const STATEMENT = /\b(?:select|insert|update|merge|delete|exec|execute|truncate|call)\b/i;

/**
 * The same for texts that differ in values, in how many of them stand in a list, in blanks, comments and case of words only.
 * A string that may be run as SQL is no value.
 */
export function repeatedText(text: string, dialect: SqlDialect): string {
  const { tokens } = tokenize(text, dialect);
  const runsText = tokens.some(({ upper }) => RUNS_TEXT.has(upper));
  const parts: string[] = [];
  for (const token of tokens) {
    parts.push(isValue(token, runsText) ? VALUE : token.upper);
    dropRepeated(parts);
  }
  return parts.join(' ');
}

function isValue({ kind, text }: Token, runsText: boolean): boolean {
  return kind === 'number' || (kind === 'string' && !(runsText && STATEMENT.test(text)));
}

/** `?, ?` is `?`, and so is `(?), (?)`: the values of a list, the rows of an INSERT. */
function dropRepeated(parts: string[]): void {
  if (ends(parts, [VALUE, ',', VALUE])) parts.splice(-2);
  else if (ends(parts, ['(', VALUE, ')', ',', '(', VALUE, ')'])) parts.splice(-4);
}

function ends(parts: readonly string[], tail: readonly string[]): boolean {
  const from = parts.length - tail.length;
  return from >= 0 && tail.every((part, index) => parts[from + index] === part);
}
