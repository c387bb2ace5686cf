import type { Statement } from '../statement';
import { readName } from '../tokens/read-name';
import type { Token } from '../tokens/token';
import { readCall } from './read-call';
import { readColumnNames } from './read-column-names';
import type { Cut } from './statement-text';

type Named = NonNullable<Statement['target']>;

/** The statement with its target: the name at token `at`, with the column list that follows. */
export function withTarget(
  tokens: readonly Token[],
  pairs: Int32Array,
  statement: Statement,
  at: number,
): Statement {
  const found = nameFrom(tokens, at);
  if (found === null) return statement;
  let open = found.next;
  if (['AS', 'TABLE'].includes(tokens[open]?.upper ?? '')) open++;
  if (tokens[open]?.upper === 'TABLE') open++;
  const hasColumns = tokens[open]?.text === '(' && (tokens[open]?.end ?? 0) <= statement.range.end;
  const columns = hasColumns ? readColumnNames(tokens, pairs, open) : [];
  return { ...statement, target: found.named, columns };
}

/** The statement with the call that EXEC at token `start` makes. */
export function withCall(
  tokens: readonly Token[],
  pairs: Int32Array,
  statement: Statement,
  start: number,
  end: number,
  implicit: boolean,
): Statement {
  return { ...statement, call: readCall(tokens, pairs, start, end, implicit) };
}

/** INSERT [INTO] t [(columns)] EXEC ... */
export function insertExecute(
  tokens: readonly Token[],
  pairs: Int32Array,
  cut: Cut,
  statement: Statement,
): Statement {
  let at = cut.start + 1;
  if (tokens[at]?.upper === 'TOP') at = Math.max(at, pairs[at + 1] ?? -1) + 1;
  if (tokens[at]?.upper === 'INTO') at++;
  let exec = at;
  while (exec < cut.end && !/^EXEC(?:UTE)?$/.test(tokens[exec]?.upper ?? '')) {
    exec = Math.max(exec, pairs[exec] ?? -1) + 1;
  }
  return withCall(tokens, pairs, withTarget(tokens, pairs, statement, at), exec, cut.end, false);
}

/** CREATE TABLE, its clone, CREATE SYNONYM; the statement as it is for all other definitions. */
export function tableDefinition(
  tokens: readonly Token[],
  pairs: Int32Array,
  cut: Cut,
  statement: Statement,
): Statement {
  let at = cut.start + 1;
  while (MODIFIERS.has(tokens[at]?.upper ?? '')) at++;
  const type = tokens[at]?.upper;
  if (type !== 'TABLE' && type !== 'SYNONYM') return statement;
  at++;
  if (tokens[at]?.upper === 'IF') at += 3;
  const found = withTarget(tokens, pairs, statement, at);
  let next = nameFrom(tokens, at)?.next ?? cut.end;
  if (type === 'SYNONYM')
    return { ...found, kind: 'create-synonym', columns: [], of: nameFrom(tokens, next + 1)?.named ?? null };
  // [AS] [DEEP | SHALLOW] CLONE [OF] t, COPY t; COPY GRANTS copies no rows.
  while (/^(?:AS|DEEP|SHALLOW)$/.test(tokens[next]?.upper ?? '')) next++;
  const copies = /^(?:CLONE|COPY)$/.test(tokens[next]?.upper ?? '') && tokens[next + 1]?.upper !== 'GRANTS';
  const source = tokens[next + 1]?.upper === 'OF' ? next + 2 : next + 1;
  const of = copies && source < cut.end ? nameFrom(tokens, source) : null;
  return { ...found, kind: 'create-table', of: of?.named ?? null };
}

const MODIFIERS = new Set([
  'OR',
  'REPLACE',
  'EXTERNAL',
  'TEMP',
  'TEMPORARY',
  'GLOBAL',
  'LOCAL',
  'UNLOGGED',
  'TRANSIENT',
  'SNAPSHOT',
]);

/** The name, or the variable, at token `at`. */
export function nameFrom(tokens: readonly Token[], at: number): { named: Named; next: number } | null {
  const first = tokens[at];
  if (first === undefined) return null;
  const name = first.kind === 'variable' ? { parts: [first.text], next: at + 1 } : readName(tokens, at);
  if (name === null) return null;
  const range = { start: first.start, end: tokens[name.next - 1]?.end ?? first.end };
  return { named: { name: name.parts, range }, next: name.next };
}
