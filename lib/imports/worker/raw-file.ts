import type { CsvDialect } from '@/lib/formats/csv/dialect';
import type { RoleFound } from '@/lib/formats/extract/detect-role';
import type { ExtractRole } from '@/lib/imports/contract';
import type { WorkerFile } from './protocol';

/** A file whose format and role are known, before its records are read. */
export type RecognisedFile = {
  readonly file: WorkerFile;
  readonly role: ExtractRole;
  /** The file's own column names, in order. */
  readonly header: readonly string[];
  readonly detection: RoleFound;
} & (
  | { readonly format: 'csv'; readonly dialect: CsvDialect }
  /** `types`: engine type of each column, as in `header`. `records`: what the footer says. */
  | { readonly format: 'parquet'; readonly types: readonly string[]; readonly records: number }
);

export type CsvFile = Extract<RecognisedFile, { format: 'csv' }>;

/**
 * A file whose records are in the worker's memory: view `rows_<ordinal>` has `_record` and the expected columns as the
 * file has them. `read` is the independent count; `rejected` records could not even be split into cells.
 */
export type LoadedFile = RecognisedFile & {
  readonly read: number;
  readonly rows: number;
  readonly rejected: number;
};
