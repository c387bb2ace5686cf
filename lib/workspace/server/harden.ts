import 'server-only';
import { availableParallelism } from 'node:os';
import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteText } from '../quote';
import type { WorkspacePaths } from './state';

const THREADS_MAX = 4;
const SPILL_BYTES_MAX = 32 * 1024 ** 3;

/** Settings that must hold from the first moment, before the engine reads the file. */
export function engineOptions(paths: WorkspacePaths, memoryBytes: number): Record<string, string> {
  return {
    memory_limit: `${memoryBytes}B`,
    threads: String(Math.min(THREADS_MAX, availableParallelism())),
    temp_directory: paths.spill,
    max_temp_directory_size: `${SPILL_BYTES_MAX}B`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_unsigned_extensions: 'false',
    allow_persistent_secrets: 'false',
    enable_external_file_cache: 'false',
    // It narrows the keys of a large join on the way, and the engine then no longer skips row groups by the keys of the other side.
    disabled_optimizers: 'compressed_materialization',
  };
}

/**
 * Locks the engine down: no file outside the staging folder, no network, no extension, and no way back. The order
 * matters: nothing but these two can be set after the last line. The engine keeps access to its own database file by path, so a
 * statement naming that file would still be let through: one more reason to run no SQL text but our own.
 */
export async function harden(connection: DuckDBConnection, paths: WorkspacePaths): Promise<void> {
  await connection.run(`SET allowed_directories = [${quoteText(`${paths.staging}/`)}]`);
  // The limit so that a big write does not take all memory that big questions may: see `withRoom`; the schema is what `USE` sets.
  await connection.run("SET allowed_configs = ['memory_limit', 'schema']");
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}
