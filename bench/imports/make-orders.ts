import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { MEMORY_BYTES } from './bare-load';

/**
 * Writes orders of six columns, some 85 bytes each as CSV, to `<name>.csv` and `<name>.parquet`; ids from `first` on. `odd`: every second
 * one has another amount than without. Returns the paths.
 */
export async function makeOrders(
  folder: string,
  name: string,
  rows: number,
  { first = 0, odd = false } = {},
): Promise<{ csv: string; parquet: string }> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${2 * MEMORY_BYTES}B`,
    temp_directory: folder,
  });
  const connection = await instance.connect();
  const more = odd ? ' + (i % 2) * 0.01' : '';
  const orders = `SELECT i AS id, (hash(i) % 1000000)::INTEGER AS customer, ((hash(i + 1) % 1000000) / 100${more})::DECIMAL(18, 2) AS amount,
    TIMESTAMP '2020-01-01' + to_seconds((hash(i + 2) % 100000000)::BIGINT) AS placed, md5(i::VARCHAR) AS token,
    ['Germany', 'France', 'United States', 'Japan'][1 + (hash(i + 3) % 4)::INTEGER] AS country
    FROM range(${first}, ${first + rows}) t(i)`;
  const [csv, parquet] = ['csv', 'parquet'].map((ending) => join(folder, `${name}.${ending}`)) as [
    string,
    string,
  ];
  await connection.run(`COPY (${orders}) TO '${csv}' (HEADER)`);
  await connection.run(`COPY (${orders}) TO '${parquet}'`);
  connection.closeSync();
  instance.closeSync();
  return { csv, parquet };
}
