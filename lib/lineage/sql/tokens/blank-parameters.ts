import type { SqlDialect } from '../dialect';
import type { Token } from './token';
import { tokenize } from './tokenize';

/** A logged text without the list of parameters that SQL Server writes before it, `(@id int)SELECT ...`: blanks stand in its place. */
export function blankParameters(text: string, dialect: SqlDialect): string {
  if (dialect !== 'tsql' || !/^\s*\(\s*@/.test(text)) return text;
  const end = closingEnd(tokenize(text, dialect).tokens);
  return end === undefined ? text : text.slice(0, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
}

/** Where the parenthesis that opens the text is closed. */
function closingEnd(tokens: readonly Token[]): number | undefined {
  let depth = 0;
  for (const { text, end } of tokens) {
    if (text === '(') depth++;
    if (text === ')') depth--;
    if (depth === 0) return end;
  }
  return undefined;
}
