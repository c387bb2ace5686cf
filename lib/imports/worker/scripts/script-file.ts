import type { Encoding } from '@/lib/imports/row-choices';
import type { ScriptObject } from '@/lib/lineage/sql/script/script-objects';
import type { WorkerFile } from '../protocol';

/** What a script defines, or the script itself: one record of its file. */
export type ScriptRecord = Pick<ScriptObject, 'type' | 'text' | 'columns'> & {
  readonly database: string;
  readonly schema: string;
  readonly name: string;
  /** Id of the object. */
  readonly object: string;
  /** Line of the file where it begins. */
  readonly line: number;
  /** Why it cannot be loaded. */
  readonly reject: { readonly code: string; readonly message: string; readonly line: number } | null;
};

/** A script and its records in order. */
export type ScriptFile = {
  readonly file: WorkerFile;
  readonly encoding: Encoding;
  readonly records: readonly ScriptRecord[];
  /** Database that the script goes to with USE, when it is another one; where it says so. */
  readonly uses: { readonly database: string; readonly line: number } | null;
};
