import 'server-only';

/**
 * The right to change the workspace, held by one import at a time. `epoch` grows with every grant, so late work of an
 * earlier holder is recognised; it is also the token that `write()` wants.
 */
export type Lease = {
  readonly importId: string;
  readonly epoch: number;
  readonly takenAt: Date;
  /** Wall-clock time of the last sign of life, for people; expiry is counted on the monotonic clock. */
  readonly lastSignAt: Date;
  /** Aborted when the lease was taken away because its holder gave no sign of life. */
  readonly lost: AbortSignal;
  /** A sign of life. Does nothing when the lease is over. */
  heartbeat(): void;
  /** @throws AppError conflicting-state when the lease is over. */
  assertHeld(): void;
  /** Gives the lock to the first in line, or frees it. Safe to call twice, and after the lease was lost. */
  release(): void;
};

/** A place in the line. */
export type Place = { readonly importId: string; readonly since: Date };

/** The global import lock and its line. In memory for one server; a shared database can implement the same. */
export type ImportLock = {
  /** The lease, or null while somebody else holds the lock or waits for it. */
  take(importId: string): Lease | null;
  holder(): Lease | null;
  /** Adds an import at the end of the line (once) and returns its 1-based position. Starts it at once if it is free. */
  join(importId: string, since: Date): number;
  /** False when the import was not in line. */
  leave(importId: string): boolean;
  line(): readonly Place[];
  /** Who is called, with the lease, when an import reaches the front. */
  onTurn(start: (lease: Lease) => void): void;
  /** Called after every change of holder or line; returns how to stop. */
  subscribe(listener: () => void): () => void;
};
