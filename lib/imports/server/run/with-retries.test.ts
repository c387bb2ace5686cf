import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { withRetries } from './with-retries';

const { signal } = new AbortController();

/** Fails with the given errors in turn, then gives the number of attempts before it. */
function failing(...errors: Error[]) {
  const waits: number[] = [];
  const work = async (attempt: number) => {
    const error = errors[attempt];
    if (error !== undefined) throw error;
    return attempt;
  };
  return { waits, done: withRetries(work, { signal, waitMs: (attempt) => waits.push(attempt) * 0 }) };
}

const io = new Error('IO Error: Could not write file "workspace.duckdb": Input/output error');
const conflict = new Error('TransactionContext Error: Failed to commit: write-write conflict on key');

describe('withRetries', () => {
  it('tries again what may pass, and says how often', async () => {
    const { waits, done } = failing(io, conflict);
    expect(await done).toBe(2);
    expect(waits).toEqual([1, 2]);
  });

  it('gives up after four attempts', async () => {
    const { waits, done } = failing(io, io, io, io, io);
    await expect(done).rejects.toBe(io);
    expect(waits).toHaveLength(3);
  });

  it.each([
    ['a full disk', new Error('IO Error: Could not write: No space left on device')],
    ['a broken engine', new Error('FATAL Error: database has been invalidated')],
    ['what we decided', new AppError('conflicting-state', 'Conflict on purpose')],
    ['a fault of ours', new TypeError('x is undefined')],
  ])('does not try again after %s', async (_, error) => {
    const { waits, done } = failing(error);
    await expect(done).rejects.toBe(error);
    expect(waits).toEqual([]);
  });

  it('waits longer each time, at random, and stops when the import is stopped', async () => {
    const stop = new AbortController();
    const started = withRetries(
      async () => {
        stop.abort(new AppError('interrupted', 'The server stops.'));
        throw io;
      },
      { signal: stop.signal },
    );
    await expect(started).rejects.toBe(io);
  });
});
