import { quoteName, quoteText } from './quote';
import type { SqlParams, SqlValue } from './sql-value';
import type { VersionedTable } from './tables';

/** Rows that stand in the statement itself instead of a stage, to stand after FROM, with the parameter they need. */
export type InlineRows = { readonly sql: string; readonly params: SqlParams };

/** A few rows of a versioned table, given by value; `provenance` names the version columns they have besides their own. */
export function inlineRows(
  table: VersionedTable,
  rows: ReadonlyArray<Readonly<Record<string, SqlValue>>>,
  provenance: Readonly<Record<string, string>> = { _file: 'INTEGER', _record: 'BIGINT' },
): InlineRows {
  const own = Object.entries(table.columns).map(([name, type]) => [name, type.replace(' NOT NULL', '')]);
  const types = Object.fromEntries([...own, ...Object.entries(provenance)]) as Record<string, string>;
  const list = Object.keys(types).map((name) => `${quoteName('given', name)} AS ${quoteName(name)}`);
  return {
    sql: `(SELECT ${list.join(', ')} FROM (SELECT unnest(from_json($_rows, ${quoteText(JSON.stringify([types]))})) AS given))`,
    params: { _rows: JSON.stringify(rows) },
  };
}
