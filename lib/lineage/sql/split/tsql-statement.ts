import type { Statement, StatementKind } from '../statement';
import type { Token } from '../tokens/token';
import { assignment } from './assignment';
import { beginsQuery } from './begins-with-query';
import { copiedRows } from './copied-rows';
import type { Draft } from './draft';
import { carriesValues, needsParser } from './needs-parser';
import { type Cut, plainStatement } from './statement-text';
import { insertExecute, tableDefinition, withCall, withTarget } from './token-facts';

const QUERIES: Readonly<Record<string, StatementKind>> = {
  SELECT: 'select',
  INSERT: 'insert',
  UPDATE: 'update',
  DELETE: 'delete',
  MERGE: 'merge',
};

/** The T-SQL statement a draft has become: what it is, and what its tokens tell. */
export function tsqlStatement(
  source: string,
  tokens: readonly Token[],
  pairs: Int32Array,
  cut: Cut,
  draft: Draft,
): Statement {
  const plain = (kind: StatementKind, query?: { start: number; end: number }) =>
    plainStatement(source, tokens, cut, kind, query);
  const inner = { start: draft.query, end: cut.end };
  const { first, verb, role } = draft;
  if (role === 'if' || role === 'while')
    return plain(needsParser(tokens, inner) ? 'condition' : 'other', inner);
  if (role === 'view') return plain('view-query', { ...inner, end: beforeCheckOption(tokens, cut.end) });
  if (role === 'return') return plain('return-query', inner);
  if (role === 'call') return withCall(tokens, pairs, plain('execute'), cut.start, cut.end, true);
  const query = QUERIES[verb];
  if (draft.takesRowsOfCall) return insertExecute(tokens, pairs, cut, plain('insert-execute'));
  if (query === 'update' && tokens[cut.start + 1]?.upper === 'STATISTICS') return plain('other');
  if (query !== undefined) return plain(query);
  switch (first) {
    case 'DECLARE':
    case 'SET':
      return assignment(tokens, pairs, cut, draft, plain);
    case 'RETURN':
      return carriesValues(tokens, { start: cut.start + 1, end: cut.end })
        ? plain('return-query', { start: cut.start + 1, end: cut.end })
        : plain('other');
    case 'EXEC':
    case 'EXECUTE':
      if (tokens[cut.start + 1]?.upper === 'AS') return plain('other');
      return withCall(tokens, pairs, plain('execute'), cut.start, cut.end, false);
    case 'TRUNCATE':
      return withTarget(tokens, pairs, plain('truncate'), cut.start + 2);
    case 'BULK':
    case 'COPY':
      return withTarget(tokens, pairs, plain('bulk-load'), cut.start + 2);
    case 'CREATE':
      if (tokens[cut.start + 1]?.upper === 'TYPE') return plain('ddl');
      if (draft.has('TABLE') && draft.has('AS') && !draft.has('CLONE') && !isKindOfTable(tokens, cut))
        return plain('create-table-as');
      return tableDefinition(tokens, pairs, cut, plain('ddl'));
    case 'ALTER':
      return copiedRows(tokens, cut, plain) ?? plain('ddl');
    case 'DROP':
      return plain('ddl');
    case '(':
      return plain(beginsQuery(tokens, pairs, pastParens(tokens, cut.start)) ? 'select' : 'other');
    default:
      return plain('other');
  }
}

/** `CREATE TABLE t (...) AS NODE`: what follows AS is no query. */
function isKindOfTable(tokens: readonly Token[], { start, end }: Cut): boolean {
  return tokens
    .slice(start, end)
    .some(
      ({ upper }, at, all) => upper === 'AS' && /^(?:NODE|EDGE|FILETABLE)$/.test(all[at + 1]?.upper ?? ''),
    );
}

/** Views may end in WITH CHECK OPTION. */
function beforeCheckOption(tokens: readonly Token[], end: number): number {
  const words = tokens.slice(Math.max(0, end - 3), end).map(({ upper }) => upper);
  return words.join(' ') === 'WITH CHECK OPTION' ? end - 3 : end;
}

function pastParens(tokens: readonly Token[], start: number): number {
  let at = start;
  while (tokens[at]?.text === '(') at++;
  return at;
}
