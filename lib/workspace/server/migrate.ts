import 'server-only';
import { randomUUID } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { MIGRATIONS } from './schema';

/**
 * Brings a database to the newest schema: each migration is one transaction, followed by a checkpoint because a kill
 * may come before the engine would write one by itself.
 * `prepare` runs before all that may be a checkpoint.
 * @throws Error naming both versions when the workspace was written by a newer Headwater
 */
export async function migrate(
  connection: DuckDBConnection,
  migrations = MIGRATIONS,
  prepare = async () => {},
): Promise<void> {
  const version = await schemaVersion(connection);
  if (version > migrations.length) {
    throw new Error(
      `This workspace has schema version ${version}, this Headwater knows version ${migrations.length}. ` +
        'Start it with the newer Headwater that wrote it; nothing was changed.',
    );
  }
  for (const [index, statements] of migrations.entries()) {
    if (index >= version) await migrateTo(connection, index + 1, statements, prepare);
  }
}

async function migrateTo(
  connection: DuckDBConnection,
  version: number,
  statements: readonly string[],
  prepare: () => Promise<void>,
) {
  await connection.run('BEGIN TRANSACTION');
  try {
    for (const statement of statements) await connection.run(statement);
    if (version === 1) await addInfo(connection);
    await connection.run("UPDATE workspace_info SET value = $version WHERE name = 'schema_version'", {
      version: String(version),
    });
    await prepare();
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK');
    throw error;
  }
  await prepare();
  await connection.run('CHECKPOINT');
}

async function addInfo(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    "INSERT INTO workspace_info VALUES ('schema_version', '0'), ('workspace_id', $id), ('created_at', $now)",
    { id: randomUUID(), now: new Date().toISOString() },
  );
}

async function schemaVersion(connection: DuckDBConnection): Promise<number> {
  const tables = await connection.runAndReadAll(
    "SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = 'main' AND table_name = 'workspace_info'",
  );
  if (tables.currentRowCount === 0) return 0;
  const rows = await connection.runAndReadAll(
    "SELECT value FROM workspace_info WHERE name = 'schema_version'",
  );
  return Number(rows.getRows()[0]?.[0] ?? 0);
}
