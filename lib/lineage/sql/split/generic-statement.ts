import type { Call, Statement, StatementKind } from '../statement';
import { isNamePart, readName } from '../tokens/read-name';
import type { Token } from '../tokens/token';
import { copiedRows } from './copied-rows';
import { dottedParts } from './read-generic-header';
import { type Cut, plainStatement } from './statement-text';

import { nameFrom, tableDefinition, withTarget } from './token-facts';

/** A text being split: the same for all of its statements. */
export type Piece = {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly pairs: Int32Array;
};

const VERBS: Readonly<Record<string, StatementKind>> = {
  SELECT: 'select',
  VALUES: 'select',
  TABLE: 'select',
  FROM: 'select',
  PIVOT: 'select',
  UNPIVOT: 'select',
  INSERT: 'insert',
  REPLACE: 'insert',
  UPDATE: 'update',
  DELETE: 'delete',
  MERGE: 'merge',
};

/** The statement of any dialect but T-SQL in the tokens of a cut. `inBody`: INTO of a SELECT names variables there. */
export function genericStatement(piece: Piece, cut: Cut, inBody: boolean): Statement {
  const { source, tokens, pairs } = piece;
  const plain = (kind: StatementKind, query?: { start: number; end: number }) =>
    plainStatement(source, tokens, cut, kind, query);
  const first = tokens[cut.start]?.upper ?? '';
  const kind = VERBS[first === 'WITH' ? verbOfWith(piece, cut) : first];
  if (kind === 'select' && inBody) return withoutVariables(piece, cut, plain('select'), /^INTO$/);
  if (kind !== undefined) return withoutVariables(piece, cut, plain(kind), inBody ? /^RETURNING$/ : /^$/);
  switch (first) {
    case '(':
      return plain('select');
    case 'TRUNCATE':
      return withTarget(
        tokens,
        pairs,
        plain('truncate'),
        cut.start + (tokens[cut.start + 1]?.upper === 'TABLE' ? 2 : 1),
      );
    case 'COPY':
      return copy(piece, cut, plain);
    case 'LOAD': {
      const into = find(piece, cut, /^INTO$/);
      const table = tokens[into + 1]?.upper === 'TABLE' ? into + 2 : into + 1;
      return into === -1 ? plain('other') : withTarget(tokens, pairs, plain('bulk-load'), table);
    }
    case 'EXPORT': {
      const as = find(piece, cut, /^AS$/);
      return as === -1 ? plain('other') : plain('select', { start: as + 1, end: cut.end });
    }
    case 'CREATE':
      return copiedRows(tokens, cut, plain) ?? creates(piece, cut, plain);
    case 'ALTER':
      return copiedRows(tokens, cut, plain) ?? plain('ddl');
    case 'APPLY':
      return copiedRows(tokens, cut, plain) ?? plain('other');
    case 'CACHE':
      return find(piece, cut, /^SELECT$/) === -1 ? plain('other') : plain('create-table-as');
    case 'DROP':
      return plain('ddl');
    case 'CALL':
    case 'EXEC':
      return { ...plain('execute'), call: readCall(piece, cut, cut.start + 1) };
    case 'EXECUTE':
    case 'PREPARE':
    case 'UNLOAD':
      return executes(piece, cut, plain, first);
    default:
      return plain('other');
  }
}

/** A call of a routine: `name (arguments)`. */
export function readCall({ tokens, pairs }: Piece, cut: Cut, at: number): Call | null {
  const name = readName(tokens, at);
  const first = tokens[at];
  if (name === null || first === undefined) return null;
  const list: Call['arguments'][number][] = [];
  const close = tokens[name.next]?.text === '(' ? Math.min(pairs[name.next] ?? -1, cut.end) : -1;
  let from = name.next + 1;
  for (let here = from; here <= close; here++) {
    if (tokens[here]?.text === '(') here = Math.max(here, pairs[here] ?? -1);
    else if (here === close || tokens[here]?.text === ',') {
      const [start, end] = [tokens[from]?.start, tokens[here - 1]?.end];
      if (here > from && start !== undefined && end !== undefined) {
        list.push({ name: null, range: { start, end }, output: false });
      }
      from = here + 1;
    }
  }
  const nameRange = { start: first.start, end: tokens[name.next - 1]?.end ?? first.end };
  return { name: dottedParts(name.parts), nameRange, arguments: list, dynamicText: null, at: null };
}

/** The first of some words outside of parentheses in a cut, or -1. */
export function find({ tokens, pairs }: Piece, cut: { start: number; end: number }, word: RegExp): number {
  for (let at = cut.start; at < cut.end; at++) {
    if (word.test(tokens[at]?.upper ?? '')) return at;
    if (tokens[at]?.text === '(') at = Math.max(at, pairs[at] ?? -1);
  }
  return -1;
}

type Plain = (kind: StatementKind, query?: { start: number; end: number }) => Statement;

function verbOfWith(piece: Piece, cut: Cut): string {
  const at = find(
    piece,
    { start: cut.start + 1, end: cut.end },
    /^(?:SELECT|INSERT|UPDATE|DELETE|MERGE|VALUES|FROM)$/,
  );
  return at === -1 ? 'SELECT' : (piece.tokens[at]?.upper ?? '');
}

/** COPY fills a table, or writes a query to a file. */
function copy(piece: Piece, cut: Cut, plain: Plain): Statement {
  const { tokens, pairs } = piece;
  const at = tokens[cut.start + 1]?.upper === 'INTO' ? cut.start + 2 : cut.start + 1;
  if (tokens[at]?.text === '(') return plain('select', { start: at + 1, end: pairs[at] ?? cut.end });
  const target = tokens[at];
  const name = readName(tokens, at);
  const unloads =
    target === undefined || name === null || !isNamePart(target) || find(piece, cut, /^TO$/) !== -1;
  if (!unloads) return withTarget(tokens, pairs, plain('bulk-load'), at);
  const from = find(piece, cut, /^FROM$/);
  if (tokens[from + 1]?.text === '(')
    return plain('select', { start: from + 2, end: pairs[from + 1] ?? cut.end });
  return { ...plain('copy-rows'), of: nameFrom(tokens, from === -1 ? at : from + 1)?.named ?? null };
}

function creates(piece: Piece, cut: Cut, plain: Plain): Statement {
  const { tokens, pairs } = piece;
  const as = find(piece, cut, /^AS$/);
  const next = tokens[as + 1]?.text === '(' ? tokens[as + 2]?.upper : tokens[as + 1]?.upper;
  // A task, a pipe, a flow runs one statement: it is what it does.
  const isTask =
    find(piece, { start: cut.start, end: Math.min(cut.end, cut.start + 4) }, /^(?:TASK|PIPE|FLOW)$/) !== -1;
  if (isTask && as !== -1 && as + 1 < cut.end)
    return genericStatement(piece, { ...cut, start: as + 1 }, false);
  const makesRows = /^(?:TABLE|MODEL|VIEW)$/;
  const isTable = find(piece, { start: cut.start, end: Math.min(cut.end, cut.start + 6) }, makesRows) !== -1;
  const name = cut.start + tokens.slice(cut.start, cut.end).findIndex(({ upper }) => upper === 'TABLE') + 1;
  const shape = readName(tokens, tokens[name]?.upper === 'IF' ? name + 3 : name)?.next ?? cut.end;
  if (isTable && tokens[tokens[shape]?.text === '(' ? shape + 1 : shape]?.upper === 'LIKE')
    return plain('create-table-as');
  if (isTable && as !== -1 && /^(?:SELECT|WITH|FROM|VALUES|TABLE|PIVOT|UNPIVOT|\()$/.test(next ?? ''))
    return plain('create-table-as');
  return tableDefinition(tokens, pairs, cut, plain('ddl'));
}

/** EXECUTE [IMMEDIATE] text or prepared name, UNLOAD (text). What PREPARE names is read where it is executed. */
function executes(piece: Piece, cut: Cut, plain: Plain, verb: string): Statement {
  const { tokens } = piece;
  let start = cut.start + 1;
  if (verb === 'PREPARE') return plain('other');
  if (tokens[start]?.upper === 'IMMEDIATE') start++;
  else if (/^(?:FUNCTION|PROCEDURE)$/.test(tokens[start]?.upper ?? '')) {
    return { ...plain('execute'), call: readCall(piece, cut, start + 1) };
  }
  const stop = find(piece, { start, end: cut.end }, /^(?:INTO|USING|BULK|TO)$/);
  const [from, to] = [tokens[start], tokens[(stop === -1 ? cut.end : stop) - 1]];
  if (start <= cut.start || from === undefined || to === undefined || to.end <= from.start)
    return plain('other');
  const dynamicText = { start: from.start, end: to.end };
  return {
    ...plain('execute'),
    call: { name: null, nameRange: dynamicText, arguments: [], dynamicText, at: null },
  };
}

/** Without `INTO a, b`: what is filled is no table. `after`: the word that INTO follows, or INTO itself. */
function withoutVariables(piece: Piece, cut: Cut, statement: Statement, after: RegExp): Statement {
  const { tokens, pairs } = piece;
  const from = find(piece, cut, after);
  let into = from === -1 ? -1 : find(piece, { start: from, end: cut.end }, /^INTO$/);
  if (into === -1) return statement;
  let end = into + 1;
  while (
    end < cut.end &&
    !/^(?:FROM|WHERE|GROUP|ORDER|UNION|LIMIT|USING|HAVING|FOR)$/.test(tokens[end]?.upper ?? '')
  ) {
    end = Math.max(end, pairs[end] ?? -1) + 1;
  }
  if (tokens[into - 1]?.upper === 'COLLECT') into -= 2;
  const range = { start: tokens[into]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
  const kept = statement.tokens.filter((token) => token.start < range.start || token.start >= range.end);
  return { ...statement, omitted: [range], tokens: kept };
}
