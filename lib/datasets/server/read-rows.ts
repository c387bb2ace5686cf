import 'server-only';
import type { Reader } from '@/lib/workspace/server/reader';
import type { SqlParams } from '@/lib/workspace/sql-value';
import type { Cell, DatasetRow } from '../contract';
import type { Dataset } from '../dataset';
import { cellSql } from '../row-sql';
import { type ImportOrigin, importsById } from './imports-of';

/** A row with its version, and the import it came from. */
export type ReadRow = DatasetRow & {
  version: { from: number; to: number | null };
  by: ImportOrigin | undefined;
};

/** Rows of a dataset's table with their origin; `from` is what stands after FROM and calls the rows `r`. */
export async function readRows(
  db: Reader,
  { columns }: Dataset,
  from: string,
  params: SqlParams,
): Promise<ReadRow[]> {
  const cells = columns.map((column, index) => `${cellSql(column, 'r')} AS c${index}`);
  const versions = ['_import', '_file', '_record', '_line', '_from', '_to'].map((name) => `r.${name}`);
  const found = await db.columns(`SELECT ${[...cells, ...versions].join(', ')} FROM ${from}`, params);
  const ids = (found._import ?? []).map(String);
  const imports = await importsById(db, ids);
  const number = (name: string, row: number) => {
    const value = found[name]?.[row] ?? null;
    return value === null ? null : Number(value);
  };
  return ids.map((id, row) => {
    const by = imports.get(id);
    const file = number('_file', row) ?? 1;
    return {
      values: Object.fromEntries(columns.map(({ name }, index) => [name, cell(found[`c${index}`]?.[row])])),
      from: {
        import: by?.number ?? 0,
        file: by?.files[file - 1] ?? `file ${file}`,
        record: number('_record', row) ?? 0,
        line: number('_line', row),
      },
      version: { from: number('_from', row) ?? 0, to: number('_to', row) },
      by,
    };
  });
}

/** JSON has no infinities; they are text then, as the engine writes them. */
export function cell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return typeof value === 'boolean' ? value : String(value);
}
