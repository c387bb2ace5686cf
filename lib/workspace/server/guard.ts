import 'server-only';
import { AppError } from '@/lib/errors/app-error';

/** Ends a piece of engine work from outside: by its deadline, by the caller's signal or because the server stops. */
export class Guard {
  /** Rejects when the work must end; never resolves. */
  readonly stopped: Promise<never>;
  #reject: (error: AppError) => void = () => undefined;
  #error: AppError | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort = () => {
    const reason: unknown = this.#signal?.reason;
    const gaveUp = new AppError('interrupted', 'The caller gave up before the answer was ready.');
    this.stop(reason instanceof AppError ? reason : gaveUp);
  };

  constructor(options: { deadlineMs?: number; signal?: AbortSignal | undefined }) {
    this.stopped = new Promise<never>((_, reject) => {
      this.#reject = reject;
    });
    // Waited for only while work runs; a stop after the last waiter left must not end the process.
    this.stopped.catch(() => undefined);
    this.#signal = options.signal;
    if (options.signal?.aborted) this.#onAbort();
    options.signal?.addEventListener('abort', this.#onAbort, { once: true });
    const { deadlineMs } = options;
    if (deadlineMs !== undefined) {
      this.#timer = setTimeout(() => this.stop(deadlineError(deadlineMs)), deadlineMs);
    }
  }

  get error(): AppError | undefined {
    return this.#error;
  }

  /** Ends the work; the first reason stays. */
  stop(error: AppError): void {
    this.#error ??= error;
    this.#reject(this.#error);
    this.dispose();
  }

  /** @throws the reason when the work was stopped */
  check(): void {
    if (this.#error) throw this.#error;
  }

  /** Releases the timer and the listener. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }
}

function deadlineError(deadlineMs: number): AppError {
  return new AppError(
    'deadline',
    `The query took longer than ${deadlineMs / 1000} s and was stopped. Narrow it down and try again.`,
    { extra: { deadlineMs } },
  );
}
