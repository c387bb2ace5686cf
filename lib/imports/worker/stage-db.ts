import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { z } from 'zod';

export type SqlValue = string | number | bigint | boolean | null;
type Params = Record<string, SqlValue>;

/** One connection of the worker's own engine. `$name` parameters; BIGINT arrives as a number when it is a safe one. */
export class StageDb {
  private readonly connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.connection = connection;
  }

  async run(sql: string, params?: Params): Promise<void> {
    await this.connection.run(sql, bound(params));
  }

  async all<T>(row: z.ZodType<T>, sql: string, params?: Params): Promise<T[]> {
    const reader = await this.connection.runAndReadAll(sql, bound(params));
    return reader.getRowObjectsJS().map((it) => row.parse(numbers(it)));
  }

  async one<T>(row: z.ZodType<T>, sql: string, params?: Params): Promise<T> {
    const [first] = await this.all(row, sql, params);
    if (first === undefined) throw new Error(`No row from: ${sql}`);
    return first;
  }

  async count(sql: string, params?: Params): Promise<number> {
    return (await this.one(Count, `SELECT count(*) AS n FROM (${sql})`, params)).n;
  }

  /** Row by row in chunks, without holding the whole result. */
  async *stream<T>(row: z.ZodType<T>, sql: string): AsyncGenerator<T> {
    const result = await this.connection.stream(sql);
    for await (const rows of result.yieldRowObjectJs()) for (const it of rows) yield row.parse(numbers(it));
  }

  /** All values of text columns, some thousand rows at a time, each column by itself. */
  async *cells(sql: string, params?: Params): AsyncGenerator<Array<Array<string | null>>> {
    const result = await this.connection.stream(sql, bound(params));
    for (
      let chunk = await result.fetchChunk();
      chunk && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    )
      yield chunk.getColumns() as Array<Array<string | null>>;
  }

  /** Appends rows to a table in the order of its columns. */
  async append(table: string, rows: Iterable<readonly SqlValue[]>): Promise<void> {
    const appender = await this.connection.createAppender(table);
    for (const row of rows) {
      for (const value of row) {
        if (value === null) appender.appendNull();
        else if (typeof value === 'string') appender.appendVarchar(value);
        else if (typeof value === 'boolean') appender.appendBoolean(value);
        else appender.appendBigInt(BigInt(value));
      }
      appender.endRow();
    }
    appender.closeSync();
  }

  /** Share of the running statement that is done, 0 to 1. */
  get progress(): number {
    return Math.max(0, this.connection.progress.percentage) / 100;
  }

  /** Stops the running statement. */
  interrupt(): void {
    this.connection.interrupt();
  }

  close(): void {
    this.connection.closeSync();
  }
}

const Count = z.object({ n: z.number() });

/** A whole JavaScript number is bound as BIGINT, so that no count passes through a floating point type. */
function bound(params?: Params): Record<string, DuckDBValue> | undefined {
  if (params === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value,
    ]),
  );
}

function numbers(row: Record<string, unknown>): Record<string, unknown> {
  for (const [name, value] of Object.entries(row))
    if (typeof value === 'bigint' && value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER)
      row[name] = Number(value);
  return row;
}
