import type { Range } from '../span';
import type { Call } from '../statement';
import { readName, unquote } from '../tokens/read-name';
import type { Token } from '../tokens/token';

/**
 * The call in `EXEC [@result =] name arguments`, `EXEC (text) [AT server]`, `EXEC @name` or `sp_executesql`, whose EXEC is token
 * `start`; `implicit`: the EXEC is left out. `end` is past its last token.
 */
export function readCall(
  tokens: readonly Token[],
  pairs: Int32Array,
  start: number,
  end: number,
  implicit: boolean,
): Call {
  let at = implicit ? start : start + 1;
  if (tokens[at]?.kind === 'variable' && tokens[at + 1]?.text === '=') at += 2;
  const first = tokens[at];
  const nameRange = { start: first?.start ?? 0, end: first?.end ?? 0 };
  if (first?.text === '(') return callOfText(tokens, at, Math.max(at, pairs[at] ?? -1), end);
  const name = readName(tokens, at);
  if (name === null) {
    return { name: null, nameRange, arguments: [], dynamicText: nameRange, at: null };
  }
  nameRange.end = tokens[name.next - 1]?.end ?? nameRange.end;
  const list = readArguments(tokens, pairs, name.next, end);
  const runsText = name.parts.at(-1)?.toLowerCase() === 'sp_executesql';
  const dynamicText = runsText ? (list.find((it) => isStatementArgument(it.name))?.range ?? null) : null;
  return { name: name.parts, nameRange, arguments: list, dynamicText, at: null };
}

const isStatementArgument = (name: string | null) =>
  name === null || /^@(?:stmt|statement|command|sql)$/i.test(name);

/** EXEC (text [, arguments]) [AS USER = ...] [AT server]. */
function callOfText(tokens: readonly Token[], open: number, close: number, end: number): Call {
  const inside = { start: tokens[open + 1]?.start ?? 0, end: tokens[close - 1]?.end ?? 0 };
  const rest = tokens.slice(close + 1, end);
  const atWord = rest.findIndex((token) => token.upper === 'AT');
  const server = atWord === -1 ? undefined : rest[atWord + 1];
  return {
    name: null,
    nameRange: inside,
    arguments: [],
    dynamicText: inside,
    at: server === undefined ? null : unquote(server),
  };
}

function readArguments(
  tokens: readonly Token[],
  pairs: Int32Array,
  from: number,
  end: number,
): { name: string | null; range: Range; output: boolean }[] {
  const found: { name: string | null; range: Range; output: boolean }[] = [];
  let start = from;
  for (let at = from; at <= end; at++) {
    const token = at < end ? tokens[at] : undefined;
    if (token?.text === '(') at = Math.max(at, Math.min(end, pairs[at] ?? -1));
    if (token !== undefined && token.text !== ',' && !(token.upper === 'WITH' && at > from)) continue;
    const argument = readArgument(tokens.slice(start, at));
    if (argument !== null) found.push(argument);
    if (token === undefined || token.upper === 'WITH') break;
    start = at + 1;
  }
  return found;
}

function readArgument(
  tokens: readonly Token[],
): { name: string | null; range: Range; output: boolean } | null {
  const last = tokens.at(-1);
  const output = last?.kind === 'word' && /^OUT(?:PUT)?$/.test(last.upper);
  const written = output ? tokens.slice(0, -1) : tokens;
  const named = written[0]?.kind === 'variable' && written[1]?.text === '=';
  const value = named ? written.slice(2) : written;
  const [first, end] = [value[0], value.at(-1)];
  if (first === undefined || end === undefined) return null;
  return {
    name: named ? (written[0]?.text ?? null) : null,
    range: { start: first.start, end: end.end },
    output,
  };
}
