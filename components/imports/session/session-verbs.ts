import type { Import } from '@/lib/imports/contract';
import type { SavedRecipe } from '@/lib/imports/recipe';
import type { DraftChoices } from '../draft/draft-choices';
import type { ConflictOrder } from '../draft/rows/conflict-order';
import type { DatasetEdits } from '../draft/rows/dataset-edits';
import type { RowEdits } from '../draft/rows/row-edits';
import type { Targets } from '../draft/rows/row-files';
import type { SessionState, Step } from './session-state';

/**
 * One import from the choosing of its files to its start. It lives outside the dialog, so uploads and a pressed start go
 * on while the dialog is closed. States are new objects after each change, for `useSyncExternalStore`.
 */
export type ImportSession = {
  state: () => SessionState;
  subscribe: (listener: () => void) => () => void;
  /** Adds files and looks into them. Returns what a screen reader should hear. */
  addFiles: (files: readonly File[]) => string;
  /** Resolves when every file was looked into. */
  looked: () => Promise<void>;
  removeFile: (key: string) => void;
  /** Leaves out a file that was imported before, or imports it once more. */
  skip: (key: string, isSkipped: boolean) => void;
  setChoices: (changes: Partial<DraftChoices>) => void;
  /** Fixes how one file of rows is read. */
  editRows: (key: string, edits: RowEdits) => void;
  /** All files of rows go into one dataset. */
  sendAllTo: (dataset: string) => void;
  /** Reads a file as rows although it could be a file of an extract, or as what it is. */
  readAs: (key: string, kind: 'rows' | 'auto') => void;
  setDataset: (name: string, changes: Partial<DatasetEdits>) => void;
  /** Says which file wins where two have the same key. */
  setOrder: (order: ConflictOrder) => void;
  /** Reads a file, and those with the same header, as a recipe says, or declines the offer (null). */
  takeRecipe: (key: string, recipe: SavedRecipe | null) => void;
  /** Reads all files that are read by this one's recipe as they were found. */
  takeBackRecipe: (key: string) => void;
  /** Says whether the choices are offered for the next file with the same header. */
  saveRecipe: (isSaved: boolean) => void;
  /** Tells what is known of the datasets that the files go to, and why one could not be looked up. */
  setTargets: (known: { targets: Targets; problem: string | null }) => void;
  proposeSource: (name: string) => void;
  goTo: (step: Step) => void;
  /** Makes the draft on the server, sends what is missing of the files, and starts the import or says who is busy. */
  start: (onBusy: 'refuse' | 'wait') => Promise<void>;
  /** Counts what the import would do; the draft and its bytes stay. */
  dryRun: () => Promise<void>;
  /** Ends the dry run that goes on. */
  endDryRun: () => Promise<void>;
  /** Goes back to the mapping after a refused start; the draft stays. */
  dismissBusy: () => void;
  retryUploads: () => void;
  /** Removes the draft here and on the server. */
  discard: () => Promise<void>;
  /** Back to the mapping with the same files and choices, after an import that did not publish; with the draft that it left, if any. */
  prepareAgain: (ended: Import) => Promise<void>;
  /** Begins anew once the import has started; the server goes on with it. */
  reset: () => void;
  /** Finds the draft that this browser left behind, if any. */
  resume: () => Promise<void>;
};
