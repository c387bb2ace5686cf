import type { Stage } from './open-stage';
import type { StageDb } from './stage-db';

/** The engine has few threads; more files at a time only take memory. */
const LANES_MAX = 4;

/**
 * Works on several things side by side, each on a connection of its own; results in the order of the things. The first failure
 * stops the others.
 * @throws what the first failed work threw
 */
export async function runLanes<T, R>(
  stage: Stage,
  things: readonly T[],
  concurrency: number,
  work: (db: StageDb, thing: T, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  const stop = new AbortController();
  const results: R[] = [];
  const failures: unknown[] = [];
  const queue = things.map((thing, index) => ({ thing, index }));
  const lane = async () => {
    for (let next = queue.shift(); next && !stop.signal.aborted; next = queue.shift()) {
      const db = await stage.connect();
      const interrupt = () => db.interrupt();
      stop.signal.addEventListener('abort', interrupt);
      try {
        results[next.index] = await work(db, next.thing, stop.signal);
      } catch (error) {
        failures.push(error);
        stop.abort();
      } finally {
        stop.signal.removeEventListener('abort', interrupt);
        db.close();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, LANES_MAX, things.length) }, lane));
  // The first one is the cause; the others were stopped because of it.
  if (failures.length > 0) throw failures[0];
  return results;
}
