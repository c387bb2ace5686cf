import { z } from 'zod';
import { errorCodeList } from '@/lib/errors/codes';
import { Choices, ImportMode, SourceChoice } from '@/lib/imports/choices';
import { FileFormat, FileRole } from '@/lib/imports/contract';
import {
  BlankCells,
  Compression,
  DatasetChoice,
  Encoding,
  FileChoice,
  RowMode,
} from '@/lib/imports/row-choices';
import { RowType } from '@/lib/imports/row-type';

/** One uploaded file as the worker sees it: `ordinal` is 1-based in its import, `name` inert text, `path` generated. */
export const WorkerFile = z.object({ ordinal: z.int(), name: z.string(), path: z.string(), size: z.int() });
export type WorkerFile = z.infer<typeof WorkerFile>;

/** A dataset as it is now, and what the rows of this import are to do with it. */
export const WorkerDataset = z.object({
  name: z.string(),
  exists: z.boolean(),
  /** Its columns in order; empty for a new one. */
  columns: z.array(z.object({ name: z.string(), type: RowType })),
  /** Columns that identify a row; empty: none. Records with the same key are resolved before the stage. */
  key: z.array(z.string()),
  mode: RowMode,
  nullKeys: z.enum(['reject', 'skip']),
  blankCells: BlankCells,
  newColumns: z.enum(['add', 'ignore', 'stop']),
  checks: DatasetChoice.shape.checks.unwrap(),
});
export type WorkerDataset = z.infer<typeof WorkerDataset>;

/** What counts for files that turn out to hold rows; a file of an extract takes nothing from here. */
export const WorkerRows = z.object({
  files: z.array(z.object({ ordinal: z.int(), dataset: z.string(), choice: FileChoice.nullable() })),
  datasets: z.array(WorkerDataset),
  /** Ordinals of all files: of two with the same key and different values, the later one here wins. */
  order: z.array(z.int()),
  /** A compressed file may grow to so many bytes, and so many times its size. */
  decompressed: z.object({ maxBytes: z.int(), maxRatio: z.number() }),
});
export type WorkerRows = z.infer<typeof WorkerRows>;

/** The one message that the server sends, right after the start. To cancel, the server kills the process. */
export const WorkerJob = z.object({
  importId: z.uuid(),
  files: z.array(WorkerFile),
  source: SourceChoice.extend({ database: z.string() }),
  choices: Choices.pick({ onBadRecord: true, maxRejects: true, maxRejectPercent: true }).extend({
    /** Of the files of an extract. */
    mode: ImportMode,
  }),
  rows: WorkerRows,
  /** Folder of the uploaded bytes (read only) and folder for the stage file and spill; nothing else is opened. */
  uploadDir: z.string(),
  stageDir: z.string(),
  /** Written by the worker: `<stageDir>/stage.duckdb`. */
  stageFile: z.string(),
  /**
   * In mode `merge`: CSV `native_id,object,schema_name,object_name,object_type` of the source's current objects, so that
   * references to objects outside the files resolve. Null in mode `replace`.
   */
  knownObjectsFile: z.string().nullable(),
  /** Likewise CSV `object,column_name,ordinal` of their columns, so that definitions that read them can be read. */
  knownColumnsFile: z.string().nullable(),
  /** CSV `object,fingerprint,trail`: what is kept of the definitions that the source has, so that they need not be read again; null: nothing. */
  keptReadingsFile: z.string().nullable(),
  memoryBytes: z.int(),
  threads: z.int(),
  concurrency: z.int(),
});
export type WorkerJob = z.infer<typeof WorkerJob>;

/** How each record of a file ended in the stage: read = staged + duplicates + rejected + skipped. */
export const StagedFile = z.object({
  ordinal: z.int(),
  format: FileFormat,
  role: FileRole,
  /** For rows: their dataset, and how the bytes were packed and written. */
  dataset: z.string().nullable().default(null),
  compression: Compression.nullable().default(null),
  encoding: Encoding.nullable().default(null),
  /** The file's own column names in order, and its delimiter (null where the format has none): the reject file repeats them. */
  columns: z.array(z.string()),
  delimiter: z.string().nullable(),
  /** For rows: bytes of a record as it is staged; null when they are too long for row groups. */
  rowBytes: z.number().nullable().default(null),
  read: z.int(),
  staged: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  skipped: z.int(),
});
export type StagedFile = z.infer<typeof StagedFile>;

/** What the worker tells. `failed` and `staged` are last words; a process that ends without them has crashed. */
export const WorkerMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    /** Bytes of the files worked through so far, and records counted. */
    bytes: z.int(),
    rows: z.int(),
    totalRows: z.int().nullable(),
    /** Bad records found so far; more may follow until the checks are done. */
    rejected: z.int(),
    /** The file that moved last. */
    file: z.int().nullable(),
    /** Each file by its ordinal: records read, of how many, and percent of its bytes. */
    files: z.array(
      z.object({ ordinal: z.int(), rows: z.int(), totalRows: z.int().nullable(), percent: z.number() }),
    ),
  }),
  z.object({
    type: z.literal('staged'),
    files: z.array(StagedFile),
    stageMs: z.number(),
    checkMs: z.number(),
  }),
  z.object({
    type: z.literal('failed'),
    code: z.enum(errorCodeList),
    detail: z.string(),
    extra: z.record(z.string(), z.unknown()),
    /** As far as they are known; the rejects themselves are in the stage file. */
    files: z.array(StagedFile),
  }),
]);
export type WorkerMessage = z.infer<typeof WorkerMessage>;
