import type { CsvChoice, Encoding } from '@/lib/imports/row-choices';
import type { RowType } from '@/lib/imports/row-type';
import type { RecordCount } from '../record-count';

export type DateOrder = 'dmy' | 'mdy';

/** What a person fixed about a file; everything else is found in its content. */
export type RowGiven = {
  encoding?: Encoding;
  csv?: Partial<CsvChoice>;
  /** Where the records are in a JSON document; empty for the document itself. */
  path?: string;
};

/** What was found about one column of a file of rows. */
export type RowColumn = {
  name: string;
  /** Holds every value that was seen without loss. */
  type: RowType;
  dateOrder?: DateOrder;
  /** Share of the records that have a value, 0 to 1. */
  filled: number;
  /** Why it is this type, where that is not plain: "Kept as text: 38 % start with 0". */
  note: string | null;
};

/** One record as it is written; `line` is physical, 1-based, null where the format has no lines. */
export type RowRecord = { number: number; line: number | null; cells: readonly (string | null)[] };

/** An answer to a question: what it fixes, with a real value of the file. */
export type RowAnswer = {
  id: string;
  label: string;
  /** A value of the file and what it becomes. */
  example: string;
  /** What else follows. */
  follows: string;
  change: RowChange;
};

/** Fixes parts of the dialect, and types and targets of columns by their 0-based position. */
export type RowChange = {
  csv?: Partial<CsvChoice>;
  path?: string;
  /** Text: all columns, whatever they will be named. */
  columns?: Record<number, ColumnChange> | 'text';
};
/** `as`: its column in the dataset, null: not imported. */
export type ColumnChange = { type?: RowType; dateOrder?: DateOrder; as?: string | null };

/** Something that only a person can know. `column`: 0-based, null for the whole file. */
export type RowQuestion = { id: string; column: number | null; text: string; answers: RowAnswer[] };

/** The beginning of a file of rows: how it is read, its columns, its first records, and what has to be asked. */
export type RowTable = {
  encoding: Encoding | null;
  csv: CsvChoice | null;
  /** Where the records are in a JSON document; null for other formats. */
  path: string | null;
  /** Where else they could be, this one among them; empty where there is nothing to choose. */
  paths: readonly string[];
  columns: RowColumn[];
  /** All records of the part that was read. */
  records: RowRecord[];
  count: RecordCount;
  questions: RowQuestion[];
  /** Why there are no records to show, when there are none. */
  note: string | null;
};

/** The beginning of a file, unpacked, as it was read; reading it again with other choices costs no I/O. */
export type RowSample =
  | {
      format: 'csv' | 'json' | 'ndjson';
      bytes: Uint8Array;
      whole: boolean;
      /** Of the file as it is packed, and how many of them gave `bytes`. */
      fileBytes: number;
      packedBytes: number;
    }
  | {
      format: 'parquet';
      /** `isNanos`: its times are counted in nanoseconds. */
      columns: { name: string; type: RowType; isNanos: boolean }[];
      rows: (string | null)[][];
      records: number;
      note: string | null;
    };
