import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type DuckDBMaterializedResult, DuckDBTypeId, type DuckDBValue } from '@duckdb/node-api';

/** A whole column of numbers: INTEGER as Int32Array, DOUBLE as Float64Array. */
export type NumberColumn = Int32Array | Float64Array;

/** How long a bulk read may keep other requests waiting, in ms. */
const TURN_MS = 8;

/**
 * The named INTEGER and DOUBLE columns of a result, which have no nulls, as typed arrays.
 * @throws TypeError that names a column that is missing, of another type, or has a null
 */
export async function readNumbers<const N extends string>(
  result: DuckDBMaterializedResult,
  names: readonly N[],
): Promise<Record<N, NumberColumn>> {
  const columns = names.map((name) => ({ name, values: emptyNumbers(result, name) }));
  await copy(result, columns, 'number');
  return Object.fromEntries(columns.map(({ name, values }) => [name, values])) as Record<N, NumberColumn>;
}

/** The named VARCHAR columns of a result, which have no nulls. @throws TypeError as `readNumbers` */
export async function readTexts<const N extends string>(
  result: DuckDBMaterializedResult,
  names: readonly N[],
): Promise<Record<N, string[]>> {
  const columns = names.map((name) => ({ name, values: new Array<string>(result.rowCount) }));
  await copy(result, columns, 'string');
  return Object.fromEntries(columns.map(({ name, values }) => [name, values])) as Record<N, string[]>;
}

type Target = { name: string; values: { [row: number]: DuckDBValue } };

/** Copies chunk by chunk, with a pause for other work every few milliseconds. */
async function copy(result: DuckDBMaterializedResult, columns: readonly Target[], type: 'number' | 'string') {
  const places = columns.map(({ name }) => placeOf(result, name));
  let turn = performance.now();
  let first = 0;
  for (let index = 0; index < result.chunkCount; index += 1) {
    const chunk = result.getChunk(index);
    for (const [n, { name, values }] of columns.entries()) {
      const vector = chunk.getColumnVector(places[n] ?? 0);
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
}

function placeOf(result: DuckDBMaterializedResult, name: string): number {
  const place = result.columnNames().indexOf(name);
  if (place === -1) throw new TypeError(`There is no column ${name}.`);
  return place;
}

function emptyNumbers(result: DuckDBMaterializedResult, name: string): NumberColumn {
  const type = result.columnTypeId(placeOf(result, name));
  if (type === DuckDBTypeId.INTEGER) return new Int32Array(result.rowCount);
  if (type === DuckDBTypeId.DOUBLE) return new Float64Array(result.rowCount);
  throw new TypeError(`Column ${name} is ${DuckDBTypeId[type]}; bulk reads take INTEGER and DOUBLE.`);
}
