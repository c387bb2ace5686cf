import type { CellRule } from './cell-rule';
import { mismatchRule } from './cell-rule';
import { type ColumnChecks, checkValue } from './check-value';
import { readEngineAs } from './read-engine-as';
import { readTextAs } from './read-text-as';
import type { ColumnSource, ParquetRowFile, PlannedColumn, RowFile } from './row-file';
import { SqlParams } from './sql-params';

/** One column of a dataset as it is filled from a file; `source` null: the file does not have it. */
export type FilledColumn = {
  readonly column: PlannedColumn;
  readonly source: ColumnSource | null;
  /** Checks of the file's choice and of the dataset. */
  readonly checks: readonly ColumnChecks[];
  readonly isKey: boolean;
};

/** Rank of a rule among the reasons of a record: a missing key says most. */
const KEY_RANK = 0;

/**
 * The statement that reads all records of `from` (columns `c<index>` as the file has them): the dataset's columns as `c0`, `c1` ... and
 * `_why`, the reasons against the record as JSON (see `reasonsIn`), null when there are none.
 */
export function selectRecords(
  it: RowFile,
  filled: readonly FilledColumn[],
  nullKeys: 'reject' | 'skip',
  from: string,
  params: SqlParams,
): string {
  const cells: Cell[] = [];
  const reasons: string[] = [];
  const broken: string[] = [];
  for (const [index, column] of filled.entries()) {
    const cell = compile(it, column, index, params);
    const { v, rules } = cell;
    cells.push(cell);
    const name = params.add(fileName(it, column));
    if (column.isKey && nullKeys === 'reject') {
      const missing = {
        when: `${v} IS NULL`,
        code: 'NULL_KEY',
        message: `${name} || ' is empty, but it is part of the key.'`,
      };
      const [first] = rules;
      rules.push(first?.code === 'TYPE_MISMATCH' ? unless(first.when, missing) : missing);
    }
    for (const [rank, rule] of rules.entries()) {
      broken.push(rule.when);
      const order = rule.code === 'NULL_KEY' ? KEY_RANK : 1 + index * 100 + rank;
      reasons.push(
        `CASE WHEN ${rule.when} THEN {'rank': ${order}, 'col': ${name}, 'code': '${rule.code}', 'message': ${rule.message}} END`,
      );
    }
  }
  const why =
    broken.length === 0
      ? 'NULL::VARCHAR'
      : `CASE WHEN ${broken.map((when) => `(${when})`).join(' OR ')} THEN to_json(list_filter([${reasons.join(',\n')}], lambda r: r IS NOT NULL))::VARCHAR END`;
  return selectCells(cells, why, from);
}

/** The statement of `selectRecords`, with `_row` of `from` besides, for Parquet in which it found no bad record; it takes no parameters. */
export function selectGoodRecords(it: ParquetRowFile, filled: readonly FilledColumn[], from: string): string {
  const cells = filled.map((column, index) => compile(it, column, index, new SqlParams()));
  return selectCells(cells, 'NULL::VARCHAR', from, ['_row']);
}

function selectCells(
  cells: readonly Cell[],
  why: string,
  from: string,
  more: readonly string[] = [],
): string {
  const columns = cells.map(({ v }, index) => `${v} AS c${index}`);
  const values = cells.map(({ v, value }) => `${value} AS ${v}`);
  const texts = cells.map(({ x, text }) => `${text} AS ${x}`);
  return `SELECT ${[...more, ...columns, `${why} AS _why`].join(', ')}
    FROM (SELECT *, ${values.join(', ')} FROM (SELECT ${[...more, ...texts].join(', ')} FROM ${from}))`;
}

/** SQL of the rows `{rank, col, code, message}` in a `_why`. */
export const reasonsIn = (why: string) =>
  `unnest(from_json(${why}, '[{"rank":"INTEGER","col":"VARCHAR","code":"VARCHAR","message":"VARCHAR"}]'))`;

const fileName = (it: RowFile, { source, column }: FilledColumn) =>
  source === null ? column.name : (it.columns[source.index]?.name ?? column.name);

/** SQL of a cell: `text` as the file has it is called `x`, `value` in the type of its column `v`. */
type Cell = { x: string; v: string; text: string; value: string; rules: CellRule[] };

function compile(
  it: RowFile,
  { column, source, checks }: FilledColumn,
  index: number,
  params: SqlParams,
): Cell {
  const x = `x${index}`;
  const v = `v${index}`;
  const checked = () => {
    const name = params.add(source === null ? column.name : (it.columns[source.index]?.name ?? ''));
    return checks.flatMap((check) => checkValue(check, column.type, name, v, params));
  };
  if (source === null) return { x, v, text: 'NULL::VARCHAR', value: 'NULL', rules: checked() };
  const engine = it.columns[source.index]?.engine ?? null;
  const raw = `c${source.index}`;
  const cells =
    it.format === 'parquet' ? { decimalMark: '.' as const, thousands: '' as const, nullTexts: [] } : it.cells;
  const reading =
    (engine === null ? null : readEngineAs(engine, column.type, x, v)) ??
    readTextAs({ ...cells, ...source, type: column.type, exact: column.open && column.isNew }, x, v);
  const nulls = cells.nullTexts.map((text) => params.add(text)).join(', ');
  const text = nulls === '' ? raw : `CASE WHEN ${raw} IN (${nulls}) THEN NULL ELSE ${raw} END`;
  if (reading === null) return { x, v, text, value: x, rules: checked() };
  if (reading.sure === 'true') return { x, v, text, value: reading.value, rules: checked() };
  const isText = engine === null || engine === 'VARCHAR';
  const blank = isText ? `${x} IS NULL OR trim(${x}) = ''` : `${x} IS NULL`;
  const when = `CASE WHEN ${reading.sure} THEN false WHEN ${blank} THEN false ELSE NOT coalesce(${reading.fits}, false) END`;
  const name = params.add(it.columns[source.index]?.name ?? '');
  const mismatch = mismatchRule(when, name, reading.expected, `${x}::VARCHAR`);
  return {
    x,
    v,
    text,
    value: reading.value,
    rules: [mismatch, ...checked().map((rule) => unless(when, rule))],
  };
}

/** A cell that is not of its type has no value that could break a further rule. */
const unless = (mistyped: string, rule: CellRule): CellRule => ({
  ...rule,
  when: `CASE WHEN ${mistyped} THEN false ELSE ${rule.when} END`,
});
