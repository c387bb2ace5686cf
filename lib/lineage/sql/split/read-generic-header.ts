import type { ObjectHeader } from '../sql-object';
import type { NameParts } from '../statement';
import { readName, unquote } from '../tokens/read-name';
import type { Token } from '../tokens/token';
import { BODY_START } from './dollar-bodies';
import { readColumnNames } from './read-column-names';
import type { HeaderAt } from './read-tsql-header';

const TYPES: Readonly<Record<string, ObjectHeader['type']>> = {
  VIEW: 'view',
  PROCEDURE: 'procedure',
  PACKAGE: 'procedure',
  FUNCTION: 'function',
  MACRO: 'function',
  TRIGGER: 'trigger',
};
/** Words between CREATE and the type of a view or routine. */
const MODIFIER =
  /^(?:OR|REPLACE|ALTER|TEMP|TEMPORARY|SECURE|RECURSIVE|MATERIALIZED|NO|FORCE|EDITIONABLE|NONEDITIONABLE|DEFINER|ALGORITHM|SQL|SECURITY|INVOKER|UNDEFINED|MERGE|TEMPTABLE|AGGREGATE|CONSTRAINT|REFRESH|LIVE|STREAMING|GLOBAL|LOCAL|TRANSIENT|CURRENT_USER)$/;

/** The header of a CREATE VIEW, PROCEDURE, FUNCTION, PACKAGE or TRIGGER of any dialect but T-SQL; null when it is none. */
export function readGenericHeader(
  tokens: readonly Token[],
  pairs: Int32Array,
  index: number,
  textLength: number,
): HeaderAt | null {
  let at = index + 1;
  while (isModifier(tokens, at, index)) at++;
  const word = tokens[at]?.upper ?? '';
  const type = TYPES[word];
  if (type === undefined) return null;
  // A temporary view is a step of its script, as a temporary table is.
  if (type === 'view' && tokens.slice(index + 1, at).some(({ upper }) => /^TEMP(?:ORARY)?$/.test(upper)))
    return null;
  at++;
  if (tokens[at]?.upper === 'BODY') at++;
  if (tokens[at]?.upper === 'IF') at += 3;
  const first = tokens[at];
  const name = readName(tokens, at);
  if (name === null || first === undefined) return null;
  const afterName = name.next;
  const on = type === 'trigger' ? wordAt(tokens, pairs, afterName, /^ON$/) : -1;
  const table = on === -1 ? null : readName(tokens, on + 1);
  const tableStart = tokens[on + 1];
  const bodyAt = Math.min(bodyOf(tokens, pairs, type, afterName), tokens.length);
  const list =
    tokens[afterName]?.text === '(' ? readColumnNames(tokens, pairs, afterName).map((it) => it.name) : [];
  return {
    header: {
      type,
      name: dottedParts(name.parts),
      nameRange: { start: first.start, end: tokens[afterName - 1]?.end ?? first.end },
      columns: type === 'view' ? list : [],
      on:
        table === null || tableStart === undefined
          ? null
          : {
              name: dottedParts(table.parts),
              range: { start: tableStart.start, end: tokens[table.next - 1]?.end ?? tableStart.end },
            },
      variables: type === 'view' || type === 'trigger' ? [] : parameters(tokens, pairs, afterName),
      parameters: [],
      scalar: false,
      returns: returnedColumns(tokens, pairs, afterName, bodyAt),
      body: tokens[bodyAt]?.start ?? textLength,
    },
    bodyAt,
  };
}

/** The names in a list of parameters, behind their mode if it stands first. */
function parameters(tokens: readonly Token[], pairs: Int32Array, open: number): string[] {
  if (tokens[open]?.text !== '(') return [];
  const close = pairs[open] ?? -1;
  const names: string[] = [];
  for (let at = open + 1, isFirst = true; at < close; at++) {
    const token = tokens[at];
    if (token?.text === '(') at = Math.max(at, pairs[at] ?? -1);
    const isMode = /^(?:IN|OUT|INOUT|VARIADIC)$/.test(token?.upper ?? '');
    if (isFirst && !isMode && token !== undefined) names.push(unquote(token));
    isFirst = token?.text === ',' || (isFirst && isMode);
  }
  return names;
}

/** BigQuery writes whole names in backticks. */
export function dottedParts(parts: NameParts): NameParts {
  const [only = ''] = parts;
  return parts.length === 1 && /^[^.]+(?:\.[^.]+)+$/.test(only) ? only.split('.') : parts;
}

function isModifier(tokens: readonly Token[], at: number, create: number): boolean {
  const token = tokens[at];
  if (token === undefined || at - create > 16) return false;
  if (MODIFIER.test(token.upper)) return true;
  if (token.upper === 'TABLE') return tokens[at + 1]?.upper === 'FUNCTION';
  // DEFINER = `user`@`host`
  return (
    ['=', '@'].includes(token.text) ||
    ['=', '@'].includes(tokens[at - 1]?.text ?? '') ||
    token.text.startsWith('@')
  );
}

/** The first of some words outside of parentheses before the statement ends, or -1. */
function wordAt(tokens: readonly Token[], pairs: Int32Array, from: number, word: RegExp): number {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.text === ';') return -1;
    if (token.text === '(') at = Math.max(at, pairs[at] ?? -1);
    else if (word.test(token.upper)) return at;
  }
  return -1;
}

function bodyOf(
  tokens: readonly Token[],
  pairs: Int32Array,
  type: ObjectHeader['type'],
  from: number,
): number {
  let none = from;
  while (none < tokens.length && tokens[none]?.text !== ';') none++;
  if (type === 'view') {
    const as = wordAt(tokens, pairs, from, /^AS$/);
    return as === -1 ? none : as + 1;
  }
  if (type === 'trigger') {
    const row = wordAt(tokens, pairs, from, /^(?:ROW|STATEMENT|BEGIN|DECLARE|EXECUTE)$/);
    if (row === -1) return none;
    if (!/^(?:ROW|STATEMENT)$/.test(tokens[row]?.upper ?? '')) return row;
    return tokens[row + 1]?.upper === 'WHEN' ? (pairs[row + 2] ?? row + 1) + 1 : row + 1;
  }
  const start = tokens[from]?.text === '(' ? Math.max(from, pairs[from] ?? -1) + 1 : from;
  for (let at = start; at < none; at++) {
    const token = tokens[at];
    if (token?.text === '(') at = Math.max(at, pairs[at] ?? -1);
    else if (token?.upper === BODY_START) return at + 1;
    else if (token?.upper === 'BEGIN' || token?.upper === 'DECLARE') return at;
    else if ((token?.upper === 'AS' || token?.upper === 'IS') && tokens[at + 1]?.kind !== 'string') {
      if (tokens[at + 1]?.upper === BODY_START) return at + 2;
      return tokens[at + 1]?.upper === 'TABLE' ? at + 2 : at + 1;
    } else if (token?.upper === 'RETURN' && at > start && !/^(?:IS|AS)$/.test(tokens[at + 2]?.upper ?? '')) {
      if (wordAt(tokens, pairs, at, /^(?:IS|AS|BEGIN)$/) === -1) return at;
    }
  }
  return none;
}

/** `RETURNS TABLE (a int, b text)`. */
function returnedColumns(
  tokens: readonly Token[],
  pairs: Int32Array,
  from: number,
  to: number,
): ObjectHeader['returns'] {
  for (let at = from; at < to; at++) {
    if (tokens[at]?.upper !== 'RETURNS' || tokens[at + 1]?.upper !== 'TABLE') continue;
    if (tokens[at + 2]?.text !== '(') return null;
    return { variable: null, columns: readColumnNames(tokens, pairs, at + 2).map(({ name }) => name) };
  }
  return null;
}
