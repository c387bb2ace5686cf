import 'server-only';
import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';

const WAIT_MS = 30_000;

type Held = { askToRelease: RequestRelease; released: Promise<void>; release: () => void };

/**
 * One request at a time per upload. A newcomer asks the holder to finish, as tus wants it: after a dropped connection
 * the server may not yet know that the old request is dead. Waiting costs nothing, unlike polling.
 */
export class UploadLocker implements Locker {
  readonly #held = new Map<string, Held>();

  newLock(id: string): Lock {
    return {
      lock: (stop, askToRelease) => this.#acquire(id, stop, askToRelease),
      unlock: async () => {
        const held = this.#held.get(id);
        this.#held.delete(id);
        held?.release();
      },
    };
  }

  async #acquire(id: string, stop: AbortSignal, askToRelease: RequestRelease): Promise<void> {
    const deadline = Date.now() + WAIT_MS;
    for (let held = this.#held.get(id); held !== undefined; held = this.#held.get(id)) {
      await held.askToRelease();
      await settledOrStopped(held.released, deadline - Date.now(), stop);
    }
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#held.set(id, { askToRelease, released, release });
  }
}

/** Waits for the release; throws tus's own error when the time is up or the request has ended. */
async function settledOrStopped(released: Promise<void>, waitMs: number, stop: AbortSignal): Promise<void> {
  if (stop.aborted || waitMs <= 0) throw ERRORS.ERR_LOCK_TIMEOUT;
  const limit = AbortSignal.any([stop, AbortSignal.timeout(waitMs)]);
  await new Promise<void>((resolve, reject) => {
    limit.addEventListener('abort', () => reject(ERRORS.ERR_LOCK_TIMEOUT), { once: true });
    released.then(resolve, reject);
  });
}
