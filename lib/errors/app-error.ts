import type { ErrorCode } from './codes';

/** One bad field of a request: `name` is a dotted path, `reason` a sentence. */
export type InvalidParam = { name: string; reason: string };

/**
 * The one error that verbs throw on purpose. `detail` is shown to people: what happened, where, what to do.
 * `extra` becomes further members of the problem document (for example `limitBytes`, `currentJob`).
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly extra: Record<string, unknown>;
  readonly invalidParams: InvalidParam[] | undefined;

  /** Each route bundle has its own copy of this class, and errors cross between them (the lock, the open workspace). */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AppError' && 'code' in value;
  }

  constructor(
    code: ErrorCode,
    detail: string,
    options: { extra?: Record<string, unknown>; invalidParams?: InvalidParam[]; cause?: unknown } = {},
  ) {
    super(detail, { cause: options.cause });
    this.code = code;
    this.extra = options.extra ?? {};
    this.invalidParams = options.invalidParams;
  }
}
