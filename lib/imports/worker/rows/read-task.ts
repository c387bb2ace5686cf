import type { FileProgress } from '../progress';
import type { StageDb } from '../stage-db';
import type { RowFile } from './row-file';
import type { FilledColumn } from './select-records';

/** A file of rows, where it is read to, and as what. */
export type ReadTask<It extends RowFile> = {
  readonly db: StageDb;
  readonly it: It;
  readonly filled: readonly FilledColumn[];
  readonly nullKeys: 'reject' | 'skip';
  readonly stageDir: string;
  readonly progress: FileProgress;
};
