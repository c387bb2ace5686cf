import 'server-only';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { quoteText } from '../quote';
import { ROW_GROUP_ROWS } from '../row-group';

/** What the engine calls the database of a workspace. */
const NAME = 'workspace';

/**
 * Opens a database file, made new when there is none. It is attached to an engine without one of its own, because only a database that is attached can
 * be told the size of its row groups; `connect` makes connections that see its tables.
 * @throws Error of the engine: no such folder, no database, open in another program
 */
export async function openEngine(path: string, options: Record<string, string>): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(':memory:', options);
  try {
    const connection = await instance.connect();
    await connection.run(attachSql(path)).finally(() => connection.disconnectSync());
  } catch (error) {
    instance.closeSync();
    throw error;
  }
  return instance;
}

/** The statement that attaches a database file as the one of a workspace. */
export const attachSql = (path: string) =>
  `ATTACH ${quoteText(path)} AS ${NAME} (ROW_GROUP_SIZE ${ROW_GROUP_ROWS})`;

/** A new connection to the database of `openEngine`. */
export async function connect(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  try {
    await connection.run(`USE ${NAME}`);
  } catch (error) {
    connection.disconnectSync();
    throw error;
  }
  return connection;
}
