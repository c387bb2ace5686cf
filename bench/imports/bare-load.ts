import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** The memory that the bare engine and the import worker get. */
export const MEMORY_BYTES = 512 * 1024 * 1024;

/** Milliseconds of `CREATE TABLE AS` from the files with the sniffer, no checks, no counts, no versions, no receipt, and the checkpoint. */
export async function bareLoad(folder: string, paths: readonly string[]): Promise<number> {
  const file = join(folder, 'bare.duckdb');
  const started = performance.now();
  const instance = await DuckDBInstance.create(file, { threads: '2', memory_limit: `${MEMORY_BYTES}B` });
  const connection = await instance.connect();
  for (const [index, path] of paths.entries())
    await connection.run(`CREATE TABLE t${index} AS SELECT * FROM '${path}'`);
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
  const ms = performance.now() - started;
  await rm(file);
  return ms;
}
