import type { CsvDialect } from '@/lib/formats/csv/dialect';
import type { JsonPlace } from '@/lib/formats/json/json-scanner';
import type { CellFormat } from '@/lib/formats/rows/cell-format';
import type { InferredColumn } from '@/lib/formats/rows/infer-column';
import type { FileFormat } from '@/lib/imports/contract';
import type { Compression, Encoding, FileChoice } from '@/lib/imports/row-choices';
import type { RowType } from '@/lib/imports/row-type';
import type { WorkerFile } from '../protocol';
import type { ConvertedJson } from './convert-json';

/** A column as it is in the file. `engine`: its own type where the format has types, else null (text). */
export type FileColumn = {
  readonly name: string;
  readonly engine: string | null;
  /** Holds all cells looked at without loss. */
  readonly guess: InferredColumn;
};

/** A file of rows whose format is known, before its records are read. */
export type RowFile = {
  readonly file: WorkerFile;
  readonly dataset: string;
  readonly choice: FileChoice | null;
  readonly compression: Compression | null;
  readonly columns: readonly FileColumn[];
} & RowSource;

/** Where the records are: text in UTF-8 at `path` (the upload itself, or what was unpacked from it), or Parquet. */
export type RowSource =
  | {
      readonly format: Exclude<FileFormat, 'parquet'>;
      readonly path: string;
      readonly encoding: Encoding;
      readonly dialect: CsvDialect;
      readonly cells: CellFormat;
      /** JSON is read from the CSV at `path` that its records were written to. */
      readonly json: {
        readonly kind: JsonPlace;
        readonly path: string;
        readonly converted: ConvertedJson;
      } | null;
    }
  | {
      readonly format: 'parquet';
      readonly path: string;
      readonly records: number;
      /** Bytes of a record, as large as they are in any row group on average. */
      readonly recordBytes: number;
    };

export type TextRowFile = Extract<RowFile, { encoding: Encoding }>;
export type ParquetRowFile = Extract<RowFile, { format: 'parquet' }>;

/** Of which column of the file a column of the dataset is filled, and how its text is read. */
export type ColumnSource = {
  readonly index: number;
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy' | undefined;
  readonly format: string | undefined;
};

/** A column of a dataset in this import. `open`: nobody fixed its type, so it may become wider. */
export type PlannedColumn = {
  readonly name: string;
  type: RowType;
  readonly open: boolean;
  readonly isNew: boolean;
  /** No file has had a value in it yet, so that its type is nobody's guess. */
  blank: boolean;
  widenedFrom: RowType | null;
};
