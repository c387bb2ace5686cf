import 'server-only';
import type { Readable } from 'node:stream';
import { AppError } from '@/lib/errors/app-error';

/** A sender that is silent for this long is taken for gone. */
export const IDLE_MS = 60_000;

/**
 * Passes a body on piece by piece, and throws when no byte arrives for `idleMs`. Only waiting for the sender counts,
 * not the time the receiver takes. Leaving the loop early destroys the body.
 * @throws AppError deadline
 */
export async function* withIdleLimit(source: Readable, idleMs: number): AsyncGenerator<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  try {
    for (;;) {
      const { done, value } = await inTime(pieces.next(), idleMs);
      if (done) return;
      yield value;
    }
  } finally {
    source.destroy();
  }
}

async function inTime<T>(next: Promise<T>, idleMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const seconds = Math.ceil(idleMs / 1000);
      reject(new AppError('deadline', `No byte arrived for ${seconds} s, so the upload was stopped.`));
    }, idleMs);
  });
  try {
    return await Promise.race([next, silence]);
  } finally {
    clearTimeout(timer);
  }
}
