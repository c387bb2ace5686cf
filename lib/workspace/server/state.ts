import 'server-only';
import type { DuckDBInstance } from '@duckdb/node-api';
import type { DatabaseFile } from './block-journal/save-blocks';
import type { Pool } from './pool';
import type { ServerLock } from './server-lock';

/** Where things are in a workspace folder; absolute and without symbolic links. */
export type WorkspacePaths = {
  dir: string;
  database: string;
  lockFile: string;
  /** `uploads/<importId>/`: bytes as received, and the journal of the import. */
  uploads: string;
  /** `staging/<importId>/`: what the worker writes; the only folder the engine may open files in. */
  staging: string;
  /** Spill files of the engine; emptied at every start. */
  spill: string;
};

/**
 * The open workspace. Plain data, because each route bundle has its own copy of the functions that work on it.
 * `failure` is set once and for all when the engine is broken or the folder is no longer ours.
 */
export type Workspace = {
  readonly paths: WorkspacePaths;
  readonly instance: DuckDBInstance;
  /** For the journal of checkpoints; undefined where the engine lets nobody read its file. */
  readonly file: DatabaseFile | undefined;
  /** What the engine may take at most. */
  readonly memoryBytes: number;
  readonly pool: Pool;
  readonly lock: ServerLock;
  readonly onFatal: (failure: Error) => void;
  /** The end of the line of writes; each write waits for it. */
  writes: Promise<unknown>;
  /** True when committed changes still wait to be moved from the log into the database file. */
  checkpointDue: boolean;
  closing: boolean;
  failure: Error | undefined;
};
