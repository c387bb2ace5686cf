import { quoteName } from './quote';
import type { VersionedTable } from './tables';

const quoted = (names: readonly string[], alias: string) => names.map((name) => quoteName(alias, name));

/** `a.k IS NOT DISTINCT FROM b.k AND ...`: keys are equal, and a missing part equals a missing part. */
export function sameKey(table: VersionedTable, left: string, right: string): string {
  if (table.key.length === 0) throw new Error(`${table.name} has no key, so its rows cannot be matched.`);
  return table.key
    .map((name) => `${quoteName(left, name)} IS NOT DISTINCT FROM ${quoteName(right, name)}`)
    .join(' AND ');
}

/** True when any column differs, nulls compared as values. */
export function differs(table: VersionedTable, left: string, right: string): string {
  const others = Object.keys(table.columns).filter((name) => !table.key.includes(name));
  if (others.length === 0) return 'false';
  return `(${others
    .map((name) => `${quoteName(left, name)} IS DISTINCT FROM ${quoteName(right, name)}`)
    .join(' OR ')})`;
}

/** The own columns of a table as a select list. */
export function ownColumns(table: VersionedTable, alias: string): string {
  return quoted(Object.keys(table.columns), alias).join(', ');
}

/** The columns of a row of a table as the target of an INSERT: some were added behind those of the version. */
export function rowColumns(table: VersionedTable): string {
  const own = Object.keys(table.columns).map((name) => quoteName(name));
  return [...own, '_from', '_to', '_import', '_file', '_record'].join(', ');
}

const visible = (alias: string, snapshot: string) =>
  `${alias}._from <= ${snapshot} AND (${alias}._to IS NULL OR ${alias}._to > ${snapshot})`;

/**
 * The rows of a table as of a snapshot, to stand after FROM: `FROM ${asOf(objects)} AS o`. `snapshot` is a parameter
 * name or an SQL expression, never a value.
 */
export function asOf(table: VersionedTable, snapshot = '$snapshot'): string {
  return `(SELECT * FROM ${quoteName(table.name)} AS v WHERE ${visible('v', snapshot)})`;
}

/** The current rows of a table, to stand after FROM. */
export function current(table: VersionedTable): string {
  return `(SELECT * FROM ${quoteName(table.name)} AS v WHERE v._to IS NULL)`;
}

/**
 * What differs between two snapshots: the key columns and `change` (`added`, `changed`, `removed`), one row for each
 * key; to stand after FROM. A row that ended and came back with the same values is no difference.
 */
export function diff(table: VersionedTable, from = '$from', to = '$to'): string {
  const before = `(SELECT *, true AS _there FROM ${quoteName(table.name)} AS v WHERE ${visible('v', from)} AND NOT (${visible('v', to)}))`;
  const after = `(SELECT *, true AS _there FROM ${quoteName(table.name)} AS v WHERE ${visible('v', to)} AND NOT (${visible('v', from)}))`;
  const key = table.key.map(
    (name) =>
      `CASE WHEN a._there THEN ${quoteName('a', name)} ELSE ${quoteName('b', name)} END AS ${quoteName(name)}`,
  );
  return (
    `(SELECT ${key.join(', ')}, ` +
    "CASE WHEN b._there IS NULL THEN 'added' WHEN a._there IS NULL THEN 'removed' ELSE 'changed' END AS change " +
    `FROM ${before} AS b FULL JOIN ${after} AS a ON ${sameKey(table, 'b', 'a')} ` +
    `WHERE b._there IS NULL OR a._there IS NULL OR ${differs(table, 'b', 'a')})`
  );
}
