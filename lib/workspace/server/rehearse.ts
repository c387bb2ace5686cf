import 'server-only';
import { quoteName } from '../quote';
import type { SqlParams } from '../sql-value';
import { beginRead } from './begin-read';
import { Guard } from './guard';
import type { Writer } from './reader';
import { usableWorkspace } from './workspace';

/** A Writer whose changes nobody ever sees: it can change shadows, the engine refuses everything else. */
export type Rehearsal = Writer & {
  /** From here on the table is a temporary copy of its current rows (those that match `where`), which can be changed. */
  shadow(table: string, where?: { sql: string; params: SqlParams }): Promise<void>;
};

/**
 * Runs `fn` in a read-only transaction, beside all others and without any lock. The code of a write does its work on shadows, to tell what
 * it would change.
 * @throws what `fn` throws; AppError interrupted (the signal fired), unavailable
 */
export async function rehearse<T>(fn: (db: Rehearsal) => Promise<T>, signal: AbortSignal): Promise<T> {
  const workspace = await usableWorkspace();
  const { session, end } = await beginRead(workspace, new Guard({ signal }));
  const shadow: Rehearsal['shadow'] = async (table, where = { sql: 'true', params: {} }) => {
    const name = quoteName(table);
    await session.run(
      `CREATE TEMPORARY TABLE ${name} AS SELECT * FROM ${name} AS v WHERE v._to IS NULL AND (${where.sql})`,
      where.params,
    );
  };
  try {
    return await fn(Object.assign(session, { shadow }));
  } finally {
    // Never complete: a connection that is closed takes its shadows along.
    await end(false);
  }
}
