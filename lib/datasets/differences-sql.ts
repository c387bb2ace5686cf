import { engineType } from '@/lib/imports/row-type';
import { quoteName } from '@/lib/workspace/quote';
import { type ComparedDatasets, isComparable } from './comparison';

const ORIGIN = ['_from', '_file', '_record', '_import'];

export type DifferencesSql = {
  /**
   * The rows that differ, to stand after FROM, with parameters `$from` and `$to`: row ids `b` before and `a` after (null where
   * there is none), and `d0`, `d1` ...: whether the value of a column differs. A row that ended and came back with the same values
   * does not differ.
   */
  readonly sql: string;
  /** Its columns by which the rows have a total order. */
  readonly order: readonly string[];
};

/** How the rows of two snapshots are matched and compared. At least one side is there. */
export function differencesSql(compared: ComparedDatasets): DifferencesSql {
  const { columns, key } = compared;
  const order = (key.length > 0 ? key : ORIGIN).map((_, index) => `o${index}`);
  // A record that came back has another `_from`, and is the same row.
  const match = order.slice(key.length > 0 ? 0 : 1).map((name) => `b.${name} = a.${name}`);
  const differs = columns.map((_, index) => `d${index}`);
  const flags = columns.map(
    (_, index) =>
      `b.id IS NOT NULL AND a.id IS NOT NULL AND b.v${index} IS DISTINCT FROM a.v${index} AS d${index}`,
  );
  const places = order.map((name) => `coalesce(a.${name}, b.${name}) AS ${name}`);
  return {
    order,
    sql: `(SELECT * FROM (
        SELECT b.id AS b, a.id AS a, ${[...places, ...flags].join(', ')}
        FROM ${sideSql(compared, 'before')} AS b FULL JOIN ${sideSql(compared, 'after')} AS a ON ${match.join(' AND ')})
      WHERE b IS NULL OR a IS NULL OR ${differs.join(' OR ')})`,
  };
}

/** The rows of one side; of one table, only those that the other side does not have as they are. */
function sideSql({ before, after, columns, key }: ComparedDatasets, which: 'before' | 'after'): string {
  const other = which === 'before' ? 'after' : 'before';
  const dataset = which === 'before' ? before : after;
  const any = dataset ?? before ?? after;
  if (any === undefined) throw new Error('One side of a comparison is there.');
  const isOneTable = before?.table === after?.table;
  const stored = (column: ComparedDatasets['columns'][number]) => (column[which] ?? column[other])?.storedAs;
  const places = key.length > 0 ? key.map(stored) : ORIGIN;
  const values = columns.map((column) => {
    const own = column[which];
    if (own === undefined) return `CAST(NULL AS ${engineType(column[other]?.type ?? 'text')})`;
    return isComparable(column, isOneTable)
      ? quoteName(own.storedAs)
      : `CAST(${quoteName(own.storedAs)} AS VARCHAR)`;
  });
  const list = [
    ...places.map((name, index) => `${quoteName(name ?? '')} AS o${index}`),
    ...values.map((value, index) => `${value} AS v${index}`),
  ];
  const at = visible(which === 'before' ? '$from' : '$to');
  const not = isOneTable ? ` AND NOT ${visible(which === 'before' ? '$to' : '$from')}` : '';
  // Every parameter that is given has to stand in the statement.
  const where = dataset === undefined ? `${at} AND false` : `${at}${not}`;
  return `(SELECT rowid AS id, ${list.join(', ')} FROM ${quoteName(any.table)} WHERE ${where})`;
}

const visible = (at: string) => `(_from <= ${at} AND (_to IS NULL OR _to > ${at}))`;
