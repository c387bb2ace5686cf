import 'server-only';
import {
  type DuckDBConnection,
  type DuckDBMaterializedResult,
  type DuckDBPreparedStatement,
  DuckDBResultReader,
  StatementType,
} from '@duckdb/node-api';
import { z } from 'zod';
import type { SqlParams } from '../sql-value';
import { bindParams } from './bind-params';
import type { Guard } from './guard';
import { jsValue } from './js-value';
import { type ColumnKinds, type Columns, readColumns } from './read-columns';

/** Runs single SELECT statements with `$name` parameters inside one transaction. */
export type Reader = {
  /** Every row, checked by `row`. */
  all<T>(row: z.ZodType<T>, sql: string, params?: SqlParams): Promise<T[]>;
  /** The first row, or undefined. */
  one<T>(row: z.ZodType<T>, sql: string, params?: SqlParams): Promise<T | undefined>;
  /** Whole columns by name, without a check of each row: for bulk reads. */
  columns(sql: string, params?: SqlParams): Promise<Record<string, unknown[]>>;
  /** Named columns without nulls, INTEGER and DOUBLE as typed arrays; other requests get their turn meanwhile. */
  bulk<const K extends ColumnKinds>(kinds: K, sql: string, params?: SqlParams): Promise<Columns<K>>;
};

/** A Reader that may also change rows and tables. */
export type Writer = Reader & {
  /** Runs one INSERT, UPDATE, DELETE, MERGE or DDL statement; returns the number of rows changed. */
  run(sql: string, params?: SqlParams): Promise<number>;
  /** Like `run`, for a statement that writes many rows: several threads write them where there is room for that. */
  runWide(sql: string, params?: SqlParams): Promise<number>;
};

type Begin = <T>(begin: () => T) => Promise<T>;

const READS: readonly StatementType[] = [StatementType.SELECT, StatementType.EXPLAIN];
const WRITES: readonly StatementType[] = [
  StatementType.INSERT,
  StatementType.UPDATE,
  StatementType.DELETE,
  StatementType.MERGE_INTO,
  StatementType.CREATE,
  StatementType.ALTER,
  StatementType.DROP,
];
const INTERRUPT_EVERY_MS = 10;

/** Engine calls on one connection, one after the other, each ended by the guard when it must. */
export class Session implements Writer {
  readonly #connection: DuckDBConnection;
  readonly #guard: Guard;
  readonly #onError: (error: unknown) => void;
  readonly #beginWide: Begin;
  #tail: Promise<unknown> = Promise.resolve();
  #ended = false;

  constructor(
    connection: DuckDBConnection,
    guard: Guard,
    onError: (error: unknown) => void,
    beginWide: Begin = async (begin) => begin(),
  ) {
    this.#connection = connection;
    this.#guard = guard;
    this.#onError = onError;
    this.#beginWide = beginWide;
  }

  async all<T>(row: z.ZodType<T>, sql: string, params: SqlParams = {}): Promise<T[]> {
    const result = await this.#query(sql, params, READS, readAll);
    return z.array(row).parse(result.convertRowObjects(jsValue));
  }

  async one<T>(row: z.ZodType<T>, sql: string, params: SqlParams = {}): Promise<T | undefined> {
    const result = await this.#query(sql, params, READS, readAll);
    const [first] = result.convertRowObjects(jsValue);
    return first === undefined ? undefined : row.parse(first);
  }

  async columns(sql: string, params: SqlParams = {}): Promise<Record<string, unknown[]>> {
    return (await this.#query(sql, params, READS, readAll)).convertColumnsObject(jsValue);
  }

  async bulk<const K extends ColumnKinds>(
    kinds: K,
    sql: string,
    params: SqlParams = {},
  ): Promise<Columns<K>> {
    return this.#query(sql, params, READS, (result) => readColumns(result, kinds));
  }

  /** Rows of one SELECT as the engine makes them, in chunks of about 2,000; each step is a call of its own. */
  async *chunks(sql: string, params: SqlParams = {}): AsyncGenerator<unknown[][]> {
    const statement = await this.#enqueue(() => this.#connection.prepare(sql));
    try {
      const result = await this.#enqueue(() => {
        if (!READS.includes(statement.statementType)) throw new Error('Only a SELECT can be read in chunks.');
        bindParams(statement, params);
        return statement.stream();
      });
      for (;;) {
        const chunk = await this.#enqueue(() => result.fetchChunk());
        if (chunk === null || chunk.rowCount === 0) return;
        yield chunk.convertRows(jsValue);
      }
    } finally {
      statement.destroySync();
    }
  }

  async run(sql: string, params: SqlParams = {}): Promise<number> {
    return this.#query(sql, params, WRITES, async ({ rowsChanged }) => rowsChanged);
  }

  async runWide(sql: string, params: SqlParams = {}): Promise<number> {
    return this.#prepared(sql, params, WRITES, async (statement) => {
      const pending = await this.#beginWide(() => statement.start());
      return (await pending.getResult()).rowsChanged;
    });
  }

  /** Runs one of our own control statements (BEGIN, COMMIT, ATTACH ...). */
  async control(sql: string): Promise<void> {
    await this.#enqueue(() => this.#connection.run(sql));
  }

  /** Waits for calls still running and refuses later ones, so the connection can be given back. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#tail.then(undefined, () => undefined);
  }

  #query<T>(
    sql: string,
    params: SqlParams,
    allowed: readonly StatementType[],
    take: (result: DuckDBMaterializedResult) => Promise<T>,
  ): Promise<T> {
    return this.#prepared(sql, params, allowed, async (statement) => take(await statement.run()));
  }

  #prepared<T>(
    sql: string,
    params: SqlParams,
    allowed: readonly StatementType[],
    use: (statement: DuckDBPreparedStatement) => Promise<T>,
  ): Promise<T> {
    return this.#enqueue(async () => {
      const statement = await this.#connection.prepare(sql);
      try {
        if (!allowed.includes(statement.statementType)) {
          throw new Error(`Statement type ${StatementType[statement.statementType]} is not allowed here.`);
        }
        bindParams(statement, params);
        return await use(statement);
      } finally {
        statement.destroySync();
      }
    });
  }

  #enqueue<T>(call: () => Promise<T>): Promise<T> {
    const next = this.#tail.then(
      () => this.#guarded(call),
      () => this.#guarded(call),
    );
    this.#tail = next;
    return next;
  }

  /** An interrupt is lost when it comes just before the engine starts the query, so it is repeated. */
  async #guarded<T>(call: () => Promise<T>): Promise<T> {
    this.#guard.check();
    if (this.#ended) throw new Error('This transaction has ended; do all its work inside the function.');
    let repeat: NodeJS.Timeout | undefined;
    let running = true;
    this.#guard.stopped.catch(() => {
      if (!running) return;
      this.#connection.interrupt();
      repeat = setInterval(() => this.#connection.interrupt(), INTERRUPT_EVERY_MS);
    });
    try {
      return await call();
    } catch (error) {
      this.#onError(error);
      this.#guard.check();
      throw error;
    } finally {
      running = false;
      clearInterval(repeat);
    }
  }
}

async function readAll(result: DuckDBMaterializedResult): Promise<DuckDBResultReader> {
  const reader = new DuckDBResultReader(result);
  await reader.readAll();
  return reader;
}
