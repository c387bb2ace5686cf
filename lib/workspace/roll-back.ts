import { quoteName } from './quote';

/** A versioned table as far as a roll back must know it; without a key, a row is known by where it came from. */
export type RolledTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** Rows that take part, as a predicate over the table's columns. */
  readonly where?: string;
  /** Further version columns to carry over. */
  readonly more?: readonly string[];
};

const ORIGIN = ['_import', '_file', '_record'];

/**
 * What a roll back of snapshot `x` does to each row that it wrote or ended, to stand after FROM. `bucket`: `restored` (the
 * version before `x` comes back), `removed` (there was none before) or `kept` (what is there now is not what `x` left).
 * `now` and `before` are row ids of the current version and of the one to bring back, null where there is none;
 * `now_import` is the import of the current one.
 *
 * A version is told by where it came from: a copy that another roll back made of it is still it.
 */
export function rollbackPlan(table: RolledTable, snapshot: number): string {
  if (!Number.isSafeInteger(snapshot)) throw new Error('A snapshot has a whole number.');
  const names = identifying(table);
  const keys = names.map((_, index) => `k${index}`);
  const part = (where: string) =>
    `(SELECT rowid AS id, true AS there, _import AS import, _file AS file, _record AS record,
        ${names.map((name, index) => `${quoteName(name)} AS k${index}`).join(', ')}
      FROM ${quoteName(table.name)} WHERE ${where}${table.where === undefined ? '' : ` AND (${table.where})`})`;
  const on = (left: string, right: string) =>
    keys.map((key) => `${left}.${key} IS NOT DISTINCT FROM ${right}.${key}`).join(' AND ');
  const touched = `(SELECT ${keys.map((key) => `CASE WHEN a.there THEN a.${key} ELSE b.${key} END AS ${key}`).join(', ')},
      a.there AS wrote, a.import, a.file, a.record, b.id AS before
    FROM ${part(`_from = ${snapshot}`)} AS a
    FULL JOIN ${part(`_to = ${snapshot} AND _from < ${snapshot}`)} AS b ON ${on('a', 'b')})`;
  return `(SELECT c.id AS now, t.before, c.import AS now_import, ${keys.map((key) => `t.${key}`).join(', ')},
      CASE WHEN NOT coalesce(CASE WHEN t.wrote THEN c.import = t.import AND c.file = t.file AND c.record = t.record
          ELSE c.id IS NULL END, false) THEN 'kept'
        WHEN t.before IS NULL THEN 'removed' ELSE 'restored' END AS bucket
    FROM ${touched} AS t LEFT JOIN ${part('_to IS NULL')} AS c ON ${on('c', 't')})`;
}

/** The columns by which a row is known: `k0`, `k1`, ... of the plan. */
export function identifying(table: RolledTable): readonly string[] {
  return table.key.length > 0 ? table.key : ORIGIN;
}
