import type { ObjectHeader, Parameter } from '../sql-object';
import { readName } from '../tokens/read-name';
import type { Token } from '../tokens/token';
import { readColumnNames } from './read-column-names';

/** A header, and the index of the first token of the body. */
export type HeaderAt = { readonly header: ObjectHeader; readonly bodyAt: number };

const TYPES: Readonly<Record<string, ObjectHeader['type']>> = {
  PROC: 'procedure',
  PROCEDURE: 'procedure',
  FUNCTION: 'function',
  VIEW: 'view',
  TRIGGER: 'trigger',
};

/** The header of CREATE or ALTER VIEW, PROCEDURE, FUNCTION or TRIGGER at token `index` of a T-SQL text; null when it is none. */
export function readTsqlHeader(
  tokens: readonly Token[],
  pairs: Int32Array,
  index: number,
  textLength: number,
): HeaderAt | null {
  let at = index + 1;
  if (tokens[at]?.upper === 'OR') at += 2;
  while (['MATERIALIZED', 'NONCLUSTERED'].includes(tokens[at]?.upper ?? '')) at++;
  const type = TYPES[tokens[at]?.upper ?? ''];
  const first = tokens[at + 1];
  const name = readName(tokens, at + 1);
  if (type === undefined || name === null || first === undefined) return null;
  const nameRange = { start: first.start, end: tokens[name.next - 1]?.end ?? first.end };
  const start = { type, name: name.parts, nameRange };
  const found =
    type === 'function'
      ? functionBody(tokens, pairs, name.next)
      : { at: bodyAfterAs(tokens, pairs, name.next), returns: null, scalar: false };
  const bodyAt = found.at;
  const rest = {
    columns: type === 'view' && tokens[name.next]?.text === '(' ? columnList(tokens, pairs, name.next) : [],
    on: type === 'trigger' ? triggerTable(tokens, name.next) : null,
    variables: [],
    parameters: type === 'procedure' ? parametersOf(tokens.slice(name.next, bodyAt)) : [],
    scalar: found.scalar,
    returns: found.returns,
    body: tokens[bodyAt]?.start ?? textLength,
  };
  return { header: { ...start, ...rest }, bodyAt };
}

/** Past the AS that ends name, parameters and options: neither `@a AS int` nor `EXECUTE AS`. */
function bodyAfterAs(tokens: readonly Token[], pairs: Int32Array, from: number): number {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.text === '(') at = Math.max(at, pairs[at] ?? -1);
    else if (token?.upper === 'AS') {
      const before = tokens[at - 1];
      if (before?.kind !== 'variable' && !before?.upper.startsWith('EXEC')) return at + 1;
    }
  }
  return tokens.length;
}

/** RETURNS type | TABLE | @t TABLE (...), options, then AS, BEGIN or RETURN. */
function functionBody(
  tokens: readonly Token[],
  pairs: Int32Array,
  from: number,
): { at: number; returns: ObjectHeader['returns']; scalar: boolean } {
  let at = from;
  const pass = (isEnd: (token: Token) => boolean) => {
    for (; at < tokens.length; at++) {
      const token = tokens[at];
      if (token !== undefined && isEnd(token)) return;
      if (token?.text === '(') at = Math.max(at, pairs[at] ?? -1);
    }
  };
  pass((token) => token.upper === 'RETURNS');
  at++;
  let returns: ObjectHeader['returns'] = null;
  const variable = tokens[at]?.kind === 'variable' ? (tokens[at]?.text ?? null) : null;
  const tableAt = variable === null ? at : at + 1;
  if (tokens[tableAt]?.upper === 'TABLE' && tokens[tableAt + 1]?.text === '(') {
    const columns = readColumnNames(tokens, pairs, tableAt + 1).map(({ name }) => name);
    returns = { variable, columns };
  }
  const scalar = tokens[tableAt]?.upper !== 'TABLE';
  pass(
    ({ upper }) =>
      upper === 'BEGIN' ||
      upper === 'RETURN' ||
      (upper === 'AS' && ['BEGIN', 'RETURN', 'EXTERNAL'].includes(tokens[at + 1]?.upper ?? '')),
  );
  return { at: tokens[at]?.upper === 'AS' ? at + 1 : at, returns, scalar };
}

/** `@a int = 1, @b money OUTPUT`, in parentheses or not; what follows WITH is no parameter. */
function parametersOf(tokens: readonly Token[]): Parameter[] {
  const found: { name: string; output: boolean }[] = [];
  tokens.forEach((token, at) => {
    const before = tokens[at - 1]?.text;
    const begins = before === undefined || before === '(' || before === ',' || at === 0;
    if (token.kind === 'variable' && begins) found.push({ name: token.text, output: false });
    const last = found.at(-1);
    if (last !== undefined && token.kind === 'word' && /^OUT(?:PUT)?$/.test(token.upper)) last.output = true;
  });
  return found;
}

function columnList(tokens: readonly Token[], pairs: Int32Array, open: number): string[] {
  return readColumnNames(tokens, pairs, open).map(({ name }) => name);
}

/** None for a DDL or logon trigger, which hangs on the database or the server. */
function triggerTable(tokens: readonly Token[], at: number): ObjectHeader['on'] {
  if (['DATABASE', 'ALL'].includes(tokens[at + 1]?.upper ?? '')) return null;
  const first = tokens[at + 1];
  const name = tokens[at]?.upper === 'ON' ? readName(tokens, at + 1) : null;
  if (name === null || first === undefined) return null;
  return { name: name.parts, range: { start: first.start, end: tokens[name.next - 1]?.end ?? first.end } };
}
