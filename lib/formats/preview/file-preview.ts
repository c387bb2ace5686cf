import type { ExtractRole, FileFormat } from '@/lib/imports/contract';
import type { Compression, Encoding } from '@/lib/imports/row-choices';
import type { RecordCount } from './record-count';
import type { RowSample } from './rows/row-table';

/** How a CSV file is read: what was found by looking at its first records. */
export type PreviewDialect = { delimiter: string; quote: string; header: boolean };

export type PreviewColumn = {
  name: string;
  /** As the file says it (Parquet), or as its first records look (CSV). */
  type: string;
  /** Part of the extract format; other columns are not imported. */
  expected: boolean;
};

/** The first records as they will be read; null is an empty value, long values are cut with their length said. */
export type PreviewTable = {
  columns: PreviewColumn[];
  rows: (string | null)[][];
  /** Why there are no rows, when there are none to show. */
  note: string | null;
};

/** The beginning of a script; `share` of its bytes, 1 when it is all of it. What is in it depends on the dialect. */
export type ScriptPreview = {
  kind: 'script';
  format: 'sql';
  encoding: Encoding;
  text: string;
  share: number;
};

/** What a look at a chosen file found, without sending it. */
export type FilePreview =
  | ScriptPreview
  | {
      kind: 'extract';
      format: FileFormat;
      role: ExtractRole;
      /** Of the columns that this kind of file needs. */
      found: number;
      expected: number;
      records: RecordCount;
      dialect: PreviewDialect | null;
      table: PreviewTable;
      /** Things worth knowing that do not stop the import. */
      notes: string[];
    }
  | {
      kind: 'rows';
      format: FileFormat;
      compression: Compression | null;
      /** Its beginning, to be read with other choices without reading the file again. */
      sample: RowSample;
      records: RecordCount;
      /** Why it is not a file of an extract although it resembles one; null for plain rows. */
      hint: string | null;
    }
  | {
      kind: 'unrecognised';
      format: FileFormat;
      records: RecordCount;
      dialect: PreviewDialect | null;
      table: PreviewTable;
      /** What was found instead, or what is missing. */
      reason: string;
      /** What all five files look like; null where the reason says enough. */
      expected: string | null;
    }
  | { kind: 'unsupported'; reason: string }
  | { kind: 'broken'; reason: string };
