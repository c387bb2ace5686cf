import type { Statement, StatementKind } from '../statement';
import type { Token } from '../tokens/token';
import type { Cut } from './statement-text';
import { nameFrom } from './token-facts';

/**
 * A statement by which all rows of one table go into another without a query: `ALTER TABLE s SWITCH TO t` (SQL Server),
 * `ALTER TABLE t APPEND FROM s` (Redshift), `ALTER TABLE t ATTACH PARTITION s` (Postgres), `CREATE STREAM t ON TABLE s` (Snowflake), `APPLY CHANGES INTO t FROM s`
 * (Databricks). Null for all others.
 */
export function copiedRows(
  tokens: readonly Token[],
  cut: Cut,
  plain: (kind: StatementKind) => Statement,
): Statement | null {
  const upper = (at: number) => (at < cut.end ? (tokens[at]?.upper ?? '') : '');
  const past = (word: string, from: number): number => {
    let at = from;
    while (at < cut.end && upper(at) !== word) at++;
    return at + 1;
  };
  const copies = (
    kind: 'copy-rows' | 'move-rows' | 'create-table',
    to: number,
    from: number,
  ): Statement | null => {
    const [target, of] = [nameFrom(tokens, to), nameFrom(tokens, from)];
    if (to >= cut.end || from >= cut.end || target === null || of === null) return null;
    return { ...plain(kind), target: target.named, of: of.named };
  };
  const { start } = cut;
  switch (`${upper(start)} ${upper(start + 1)}`) {
    case 'ALTER TABLE': {
      const name = upper(start + 2) === 'ONLY' ? start + 3 : start + 2;
      const next = nameFrom(tokens, name)?.next ?? cut.end;
      if (upper(next) === 'ATTACH') return copies('copy-rows', name, next + 2);
      if (upper(next) === 'SWITCH') return copies('move-rows', past('TO', next), start + 2);
      if (upper(next) === 'APPEND') return copies('move-rows', start + 2, next + 2);
      return null;
    }
    case 'APPLY CHANGES': {
      const from = past('FROM', start + 3);
      const isCall = upper(from) === 'STREAM' && tokens[from + 1]?.text === '(';
      return copies('copy-rows', start + 3, isCall ? from + 2 : from);
    }
    default:
      break;
  }
  const stream = upper(start + 1) === 'OR' ? start + 3 : start + 1;
  if (upper(start) !== 'CREATE' || upper(stream) !== 'STREAM') return null;
  const name = upper(stream + 1) === 'IF' ? stream + 4 : stream + 1;
  const on = past('ON', name);
  const type = upper(on) === 'EXTERNAL' ? on + 1 : on;
  return /^(?:TABLE|VIEW)$/.test(upper(type)) ? copies('create-table', name, type + 1) : null;
}
