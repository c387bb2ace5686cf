import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { ascendingKeys } from './ascending-keys';

async function look(keys: readonly string[], rows: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  try {
    await connection.run(`CREATE TABLE rows AS ${rows}`);
    return (await connection.runAndReadAll(ascendingKeys(keys, 'rows'))).getRows()[0] ?? [];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

test('sorted keys are told from keys that come again, however far apart', async () => {
  expect(await look(['id'], 'SELECT i AS id FROM range(300000) t(i)')).toEqual([true, false]);
  expect(await look(['id'], 'SELECT i % 150000 AS id FROM range(300000) t(i)')).toEqual([false, false]);
  expect(await look(['id'], 'SELECT i // 2 AS id FROM range(300000) t(i)')).toEqual([false, false]);
  expect(await look(['id'], "SELECT 'x' AS id WHERE false")).toEqual([true, false]);
});

test('a key of two columns is compared as a whole, and a missing part is told', async () => {
  const pairs = 'SELECT i // 10 AS a, i % 10 AS b FROM range(100000) t(i)';
  expect(await look(['a', 'b'], pairs)).toEqual([true, false]);
  expect(await look(['b', 'a'], pairs)).toEqual([false, false]);
  expect((await look(['a', 'b'], `${pairs} UNION ALL SELECT 10000, NULL`))[1]).toBe(true);
});
