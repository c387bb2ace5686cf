import 'server-only';
import type { ProgressMeter } from '../../progress-meter';
import type { DryRun } from '../dry-run/dry-run';
import type { Lease } from '../lock/lock';
import type { SpareWorker } from '../stage/worker-process';
import type { ImportRecord } from './import-record';

/** The import that holds the lock. Plain data: route bundles share it, each with its own copy of the functions. */
export type ActiveRun = {
  readonly id: string;
  readonly lease: Lease;
  readonly meter: ProgressMeter;
  record: ImportRecord;
  /** Ends the run; the reason is an AppError, or nothing when a person cancelled it. */
  readonly stop: AbortController;
  cancelledBy: string | null;
  /** Lets it go on, while it waits for an answer. */
  goOn: (() => void) | null;
  /** Resolves when the number is given and stored, or could not be. */
  readonly numbered: Promise<void>;
  /** Resolves when the outcome is stored, the folders are gone and the lock is free. Never rejects. */
  readonly over: Promise<void>;
  readonly settleNumbered: () => void;
  readonly settleOver: () => void;
};

export type ImportsState = {
  /** Imports without a number: drafts, waiting ones, and those cancelled before they started. Each has a journal. */
  readonly unstarted: Map<string, ImportRecord>;
  run: ActiveRun | null;
  /** Dry runs of drafts, oldest first: those that go on or wait, and the last ones that are over. */
  readonly dryRuns: Map<string, DryRun>;
  /** Number of the newest snapshot. */
  snapshot: number | null;
  /** Usual time to publish one record, from past imports. */
  publishMsPerRow: number | null;
  readonly counters: {
    uploadAttempts: number;
    blockedAttempts: number;
    succeeded: number;
    failed: number;
    cancelled: number;
    durationsMs: number[];
    /** Of all succeeded imports: how long they held the lock in all, attempts after the first, and their records. */
    busyMs: number;
    retries: number;
    records: Record<
      'read' | 'inserted' | 'updated' | 'unchanged' | 'duplicates' | 'rejected' | 'skipped',
      number
    >;
  };
  /** Told after every publish, before the lock is free. */
  readonly publishedListeners: Set<(snapshot: number) => Promise<void> | void>;
  /** Told whenever an import changed its state. */
  readonly changeListeners: Set<() => void>;
  /** Last task of each import's queue. */
  readonly queues: Map<string, Promise<unknown>>;
  /** Settles when the recovery at boot is over. */
  ready: Promise<void> | null;
  sweepTimer: NodeJS.Timeout | null;
  /** A worker process that waits for the next job; it is nobody's import yet. */
  spare: SpareWorker | null;
};

const KEY = Symbol.for('headwater.imports');
const holder = globalThis as { [KEY]?: ImportsState };

/** The state of all imports in this process: one for all route bundles. */
export function importsState(): ImportsState {
  holder[KEY] ??= {
    unstarted: new Map(),
    run: null,
    dryRuns: new Map(),
    snapshot: null,
    publishMsPerRow: null,
    counters: {
      uploadAttempts: 0,
      blockedAttempts: 0,
      succeeded: 0,
      failed: 0,
      cancelled: 0,
      durationsMs: [],
      busyMs: 0,
      retries: 0,
      records: { read: 0, inserted: 0, updated: 0, unchanged: 0, duplicates: 0, rejected: 0, skipped: 0 },
    },
    publishedListeners: new Set(),
    changeListeners: new Set(),
    queues: new Map(),
    ready: null,
    sweepTimer: null,
    spare: null,
  };
  return holder[KEY];
}

/** Tells everybody who waits for an import that one changed. */
export function notifyChange(): void {
  for (const listener of [...importsState().changeListeners]) listener();
}

/** Forgets everything, for the next workspace of this process. */
export function forgetImports(): void {
  delete holder[KEY];
}
