import 'server-only';
import { VERSION_COLUMNS } from '../data-table';
import { quoteName } from '../quote';
import type { Writer } from './reader';
import type { RowsTask } from './rows-task';

/**
 * Inserts the rows of a relation `s`, which has `_file`, `_record` and `_line`, as the newest versions; how many. `cellOf`: the SQL of a column's
 * value, given its stored name and whether staged rows have it.
 */
export function insertRows(
  db: Writer,
  { table, staged, snapshot, importId }: RowsTask,
  from: string,
  cellOf: (name: string, isStaged: boolean) => string,
): Promise<number> {
  const given = new Set(staged.columns.map((column) => column.stored));
  const values = table.columns.map((name) => cellOf(name, given.has(name)));
  const columns = [...table.columns, ...VERSION_COLUMNS].map((name) => quoteName(name));
  return db.runWide(
    `INSERT INTO ${quoteName(table.name)} (${columns.join(', ')})
     SELECT ${[...values, '$snapshot', 'NULL', '$import', 's._file', 's._record', 's._line'].join(', ')} ${from}`,
    { snapshot, import: importId },
  );
}
