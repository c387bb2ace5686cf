import { quoteName } from './quote';
import type { StagedPart } from './split-staged';

/**
 * The table of one dataset: its columns as they are stored, then `_from`, `_to`, `_import`, `_file`, `_record` as in
 * every versioned table, and `_line` (physical line, null where the format has none). `key` may be empty.
 */
export type DataTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
};

/**
 * Rows to bring into it: where they are, with `_file`, `_record`, `_line` and `_staged` (their number in what is staged of the file, from 0: a part
 * of them is found by it at once), and which of their columns goes where.
 */
export type StagedRows = {
  /** Parts of the name: `['stage', 'main', 'rows_1']`. */
  readonly from: readonly [string, ...string[]];
  readonly columns: ReadonlyArray<{ readonly staged: string; readonly stored: string }>;
};

/** Columns that every table of a dataset has besides its own; no column of a dataset is named so, whatever its case. */
export const VERSION_COLUMNS = ['_from', '_to', '_import', '_file', '_record', '_line'] as const;

/** `a.k = b.k AND ...`: key columns are never null. */
export function equalKeys(table: DataTable, left: string, right: string): string {
  if (table.key.length === 0) throw new Error(`${table.name} has no key, so its rows cannot be matched.`);
  return table.key.map((name) => `${quoteName(left, name)} = ${quoteName(right, name)}`).join(' AND ');
}

/** The staged rows under their stored names, or a part of them, to stand after FROM. */
export function stagedAs({ from, columns }: StagedRows, part: StagedPart | null = null): string {
  const list = columns.map(({ staged, stored }) => `${quoteName('r', staged)} AS ${quoteName(stored)}`);
  const where =
    part === null
      ? ''
      : ` WHERE r._file BETWEEN ${part.firstFile} AND ${part.lastFile} AND r._staged BETWEEN ${part.firstRow} AND ${part.lastRow}`;
  return `(SELECT ${[...list, 'r._file', 'r._staged', 'r._record', 'r._line'].join(', ')} FROM ${quoteName(...from)} AS r${where})`;
}

/** The rows of a dataset's table as of a snapshot, to stand after FROM; `snapshot` is a parameter name. */
export function rowsAsOf(table: string, snapshot = '$snapshot'): string {
  return `(SELECT * FROM ${quoteName(table)} AS v WHERE v._from <= ${snapshot} AND (v._to IS NULL OR v._to > ${snapshot}))`;
}

/** The current rows of a dataset's table, to stand after FROM. */
export function currentRows(table: string): string {
  return `(SELECT * FROM ${quoteName(table)} AS v WHERE v._to IS NULL)`;
}

/** A column of a dataset as it will be: `stored` under this name in a `type` of the engine; not there yet, or in a narrower type now. */
export type FittedColumn = {
  readonly stored: string;
  readonly type: string;
  readonly now: 'same' | 'narrower' | 'missing';
};

/** The current rows as they would be with these columns, to stand after FROM; no rows where there is no table yet. */
export function fittedRows(table: string | null, columns: readonly FittedColumn[]): string {
  const cells = columns.map(({ stored, type, now }) => {
    const name = quoteName('v', stored);
    const cell = table === null || now === 'missing' ? 'NULL' : name;
    return now === 'same' && table !== null ? name : `CAST(${cell} AS ${type}) AS ${quoteName(stored)}`;
  });
  const versions = VERSION_COLUMNS.map((name) =>
    table === null ? `NULL AS ${quoteName(name)}` : quoteName('v', name),
  );
  const from = table === null ? 'WHERE false' : `FROM ${quoteName(table)} AS v WHERE v._to IS NULL`;
  return `(SELECT ${[...cells, ...versions].join(', ')} ${from})`;
}
