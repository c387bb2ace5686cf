import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type DuckDBMaterializedResult, DuckDBTypeId, type DuckDBValue } from '@duckdb/node-api';

/** A whole column of numbers: INTEGER as Int32Array, DOUBLE as Float64Array. */
export type NumberColumn = Int32Array | Float64Array;

/** How long a bulk read may keep other requests waiting, in ms. */
const TURN_MS = 8;

/** Which columns to read, and as what. */
export type ColumnKinds = Readonly<Record<string, 'text' | 'number'>>;
export type Columns<K extends ColumnKinds> = {
  [N in keyof K]: K[N] extends 'text' ? string[] : NumberColumn;
};

/**
 * The named columns of a result, which have no nulls: VARCHAR as texts, INTEGER and DOUBLE as typed arrays. Copies chunk by
 * chunk, with a pause for other work every few milliseconds.
 * @throws TypeError that names a column that is missing, of another type, or has a null
 */
export async function readColumns<const K extends ColumnKinds>(
  result: DuckDBMaterializedResult,
  kinds: K,
): Promise<Columns<K>> {
  const columns = Object.entries(kinds).map(([name, kind]) => {
    const place = placeOf(result, name);
    const values: { [row: number]: DuckDBValue } =
      kind === 'text' ? new Array<string>(result.rowCount) : emptyNumbers(result, name, place);
    return { name, place, values, type: kind === 'text' ? 'string' : 'number' };
  });
  let turn = performance.now();
  let first = 0;
  for (let index = 0; index < result.chunkCount; index += 1) {
    const chunk = result.getChunk(index);
    for (const { name, place, values, type } of columns) {
      const vector = chunk.getColumnVector(place);
      for (let row = 0; row < chunk.rowCount; row += 1) {
        const value = vector.getItem(row);
        if (typeof value !== type) throw new TypeError(`Row ${first + row} of column ${name} is no ${type}.`);
        values[first + row] = value;
      }
    }
    first += chunk.rowCount;
    if (performance.now() - turn < TURN_MS) continue;
    await nextTurn();
    turn = performance.now();
  }
  return Object.fromEntries(columns.map(({ name, values }) => [name, values])) as Columns<K>;
}

function placeOf(result: DuckDBMaterializedResult, name: string): number {
  const place = result.columnNames().indexOf(name);
  if (place === -1) throw new TypeError(`There is no column ${name}.`);
  return place;
}

function emptyNumbers(result: DuckDBMaterializedResult, name: string, place: number): NumberColumn {
  const type = result.columnTypeId(place);
  if (type === DuckDBTypeId.INTEGER) return new Int32Array(result.rowCount);
  if (type === DuckDBTypeId.DOUBLE) return new Float64Array(result.rowCount);
  throw new TypeError(`Column ${name} is ${DuckDBTypeId[type]}; bulk reads take INTEGER and DOUBLE.`);
}
