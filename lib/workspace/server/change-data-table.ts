import 'server-only';
import { z } from 'zod';
import { quoteName } from '../quote';
import type { Reader, Writer } from './reader';

/** A column as it is stored, with the engine's name of its type. */
export type StoredColumn = { name: string; type: string };

/** What the engine is told of a new column: that most of its texts are different. */
export type NewColumn = StoredColumn & { isDistinct?: boolean };

/**
 * To find how texts take the least space, the engine compresses all of them in each way that it knows, which takes a quarter of the time of a
 * large insert. Where the best way is known it is told; values that do not fit it are stored as they are.
 */
const [FEW_TEXTS, DISTINCT_TEXTS] = ['USING COMPRESSION dictionary', 'USING COMPRESSION fsst'];

const VERSIONS = `_from INTEGER NOT NULL, _to INTEGER, _import VARCHAR NOT NULL ${FEW_TEXTS}, _file INTEGER NOT NULL, _record BIGINT NOT NULL, _line BIGINT`;

/** Creates the table of a new dataset. `name` must never have been used before, not even in a rolled back transaction. */
export async function createDataTable(
  db: Writer,
  name: string,
  columns: readonly NewColumn[],
): Promise<void> {
  const list = columns.map(
    ({ name: column, type, isDistinct }) =>
      `${quoteName(column)} ${type}${isDistinct === true ? ` ${DISTINCT_TEXTS}` : ''}`,
  );
  await db.run(`CREATE TABLE ${quoteName(name)} (${[...list, VERSIONS].join(', ')})`);
}

/** Adds a column, null in all rows so far. Never with a default: some kinds do not replay after a kill. */
export async function addDataColumn(db: Writer, table: string, column: StoredColumn): Promise<void> {
  await db.run(`ALTER TABLE ${quoteName(table)} ADD COLUMN ${quoteName(column.name)} ${column.type}`);
}

/** Gives a column a wider type; the values of all versions are carried over. */
export async function widenDataColumn(db: Writer, table: string, column: StoredColumn): Promise<void> {
  await db.run(
    `ALTER TABLE ${quoteName(table)} ALTER COLUMN ${quoteName(column.name)} SET DATA TYPE ${column.type}`,
  );
}

/** The columns that a table has, those of ended versions included. */
export async function storedColumns(db: Reader, table: string): Promise<StoredColumn[]> {
  return db.all(
    z.object({ name: z.string(), type: z.string() }),
    `SELECT column_name AS name, data_type AS type FROM duckdb_columns()
     WHERE database_name = current_database() AND schema_name = 'main' AND table_name = $table
     ORDER BY column_index`,
    { table },
  );
}
