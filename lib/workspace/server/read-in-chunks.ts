import 'server-only';
import { beginRead } from './begin-read';
import { Guard } from './guard';
import type { Reader } from './reader';
import { usableWorkspace } from './workspace';

/** A reader that can also hand out the rows of a SELECT as they come. */
export type ChunkReader = Reader & {
  chunks(sql: string, params?: Parameters<Reader['columns']>[1]): AsyncGenerator<unknown[][]>;
};

/**
 * A read transaction for answers that are too big to hold: what `fn` yields is handed on as fast as it is taken, and the
 * transaction ends with it, or when nobody takes more, after `deadlineMs` at the latest.
 * @throws AppError deadline, interrupted, unavailable
 */
export async function* readInChunks<T>(
  fn: (db: ChunkReader) => AsyncGenerator<T>,
  options: { deadlineMs: number; signal?: AbortSignal | undefined },
): AsyncGenerator<T> {
  const { session, end } = await beginRead(await usableWorkspace(), new Guard(options));
  let complete = false;
  try {
    yield* fn(session);
    complete = true;
  } finally {
    await end(complete);
  }
}
