import 'server-only';
import { importsState } from './imports-state';

/** Runs `task` after all earlier tasks of the same import, so that two requests about one import never overlap. */
export async function oneAtATime<T>(importId: string, task: () => Promise<T>): Promise<T> {
  const { queues } = importsState();
  const earlier = queues.get(importId) ?? Promise.resolve();
  const mine = earlier.then(task, task);
  const settled = mine.then(
    () => undefined,
    () => undefined,
  );
  queues.set(importId, settled);
  try {
    return await mine;
  } finally {
    if (queues.get(importId) === settled) queues.delete(importId);
  }
}
