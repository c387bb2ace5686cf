import 'server-only';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { connect } from './connect';
import type { Guard } from './guard';

/** Connections for readers: idle ones, how many exist, and who waits for one. */
export type Pool = {
  readonly instance: DuckDBInstance;
  readonly limit: number;
  readonly idle: DuckDBConnection[];
  readonly waiters: Set<() => void>;
  readonly guards: Set<Guard>;
  open: number;
};

export function createPool(instance: DuckDBInstance, limit: number): Pool {
  return { instance, limit, idle: [], waiters: new Set(), guards: new Set(), open: 0 };
}

/** An idle connection, a new one, or the next that comes back; the guard ends the wait. */
export async function takeConnection(pool: Pool, guard: Guard): Promise<DuckDBConnection> {
  for (;;) {
    guard.check();
    const idle = pool.idle.pop();
    if (idle) return idle;
    if (pool.open < pool.limit) return connectOneMore(pool);
    await nextFree(pool, guard);
  }
}

async function connectOneMore(pool: Pool): Promise<DuckDBConnection> {
  pool.open += 1;
  try {
    return await connect(pool.instance);
  } catch (error) {
    pool.open -= 1;
    throw error;
  }
}

async function nextFree(pool: Pool, guard: Guard): Promise<void> {
  let wake: () => void = () => undefined;
  const free = new Promise<void>((resolve) => {
    wake = resolve;
  });
  pool.waiters.add(wake);
  try {
    await Promise.race([free, guard.stopped]);
  } finally {
    // A waiter that was woken and stopped at once must hand its turn on.
    if (!pool.waiters.delete(wake) && guard.error) wakeOne(pool);
  }
}

/** Gives a connection back, or closes it when it is not known to be clean. */
export function giveBack(pool: Pool, connection: DuckDBConnection, clean: boolean): void {
  if (clean) pool.idle.push(connection);
  else {
    connection.disconnectSync();
    pool.open -= 1;
  }
  wakeOne(pool);
}

function wakeOne(pool: Pool): void {
  const [wake] = pool.waiters;
  if (!wake) return;
  pool.waiters.delete(wake);
  wake();
}

/** Connections that a reader holds right now. */
export function busyConnections(pool: Pool): number {
  return pool.open - pool.idle.length;
}
