import { z } from 'zod';
import { RowType } from './row-type';

/** Parts of a dataset's name: no dots (they part schema and name), no separators of paths, nothing invisible. */
const PART = String.raw`[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069./\\"]{1,128}`;

/** `schema.name` of a dataset; without a schema it is `main`. Names that differ only in case are one dataset. */
export const DatasetName = z
  .string()
  .trim()
  .transform((text) => (text.includes('.') ? text : `main.${text}`))
  .pipe(
    z
      .string()
      .regex(new RegExp(`^${PART}\\.${PART}$`, 'u'), 'a name such as schema.name, without / \\ and "'),
  );

const ColumnName = z
  .string()
  .min(1)
  .max(300)
  .refine((name) => !name.includes('\0'), 'a column name without NUL');

/** How the rows of a file change a dataset. */
export const RowMode = z.enum(['append', 'replace', 'upsert']);
export type RowMode = z.infer<typeof RowMode>;

/** What a blank cell of an upsert does to the value that is there. */
export const BlankCells = z.enum(['keep', 'null']);
export type BlankCells = z.infer<typeof BlankCells>;

const Limit = z.union([z.number(), z.string().max(100)]);

/** What a cell must fulfil besides its type; limits of 64-bit, decimal and time columns are text. */
const ColumnChecks = {
  required: z.boolean().optional(),
  minLength: z.int().min(1).optional(),
  maxLength: z.int().min(1).optional(),
  allowed: z.array(z.string().max(1000)).max(1000).optional(),
  min: Limit.optional(),
  max: Limit.optional(),
};

/** A confirmed column: its name in the file, its name in the dataset (null: not loaded), and how its text is read. */
export const ColumnChoice = z.strictObject({
  name: ColumnName,
  as: ColumnName.nullable(),
  type: RowType,
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']).optional(),
  /** strptime format, where one order is not enough. */
  format: z.string().min(1).max(100).optional(),
  ...ColumnChecks,
});
export type ColumnChoice = z.infer<typeof ColumnChoice>;

/** What a confirmed column says beyond its type: how its times are written, and what its cells must fulfil. */
export const ColumnRules = ColumnChoice.omit({ name: true, as: true, type: true, dateOrder: true });
export type ColumnRules = z.infer<typeof ColumnRules>;

export const CsvChoice = z.strictObject({
  delimiter: z.string().length(1),
  quote: z.string().max(1),
  escape: z.string().max(1),
  header: z.boolean(),
  /** Physical line of the first header row, 1-based; lines above it are a preamble. */
  headerLine: z.int().min(1).max(10_000).default(1),
  /** Physical lines before the first record when there is no header. */
  skipRows: z.int().min(0).max(10_000).default(0),
  headerRows: z.int().min(1).max(10).default(1),
  decimalMark: z.enum(['.', ',']).default('.'),
  thousands: z.enum(['', ',', '.', ' ']).default(''),
  /** Texts that mean null; an empty cell always does, an empty text in quotes does not. */
  nullTexts: z.array(z.string().max(100)).max(20).default([]),
});
export type CsvChoice = z.infer<typeof CsvChoice>;

export const Compression = z.enum(['gzip', 'zstd']);
export type Compression = z.infer<typeof Compression>;

export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1']);
export type Encoding = z.infer<typeof Encoding>;

/** What was confirmed about one file, by its name or its 1-based ordinal. With `columns`, nothing is detected any more. */
export const FileChoice = z.strictObject({
  file: z.union([z.string().min(1).max(1024), z.int().min(1)]),
  /** `rows`: rows of a dataset, whatever the columns say. `auto`: an extract file wins where the columns fit. */
  kind: z.enum(['rows', 'auto']).default('auto'),
  dataset: DatasetName.optional(),
  compression: Compression.nullable().optional(),
  encoding: Encoding.optional(),
  csv: CsvChoice.optional(),
  /** Where the records are in a JSON document: a dotted path to an array. */
  json: z.strictObject({ path: z.string().max(300).optional() }).optional(),
  columns: z.array(ColumnChoice).min(1).max(5000).optional(),
});
export type FileChoice = z.infer<typeof FileChoice>;

/** The choices of row files; `datasets` overrides them for one dataset each. */
const DATASET_CHOICES = {
  key: z.array(ColumnName).min(1).max(32).optional(),
  /** `reject`: a record without a complete key is rejected (`NULL_KEY`); `skip`: it counts as skipped. */
  nullKeys: z.enum(['reject', 'skip']).optional(),
  blankCells: BlankCells.optional(),
  /** Columns of the file that the dataset does not have; `stop` unless the dataset is new. */
  newColumns: z.enum(['add', 'ignore', 'stop']).optional(),
};

export const DatasetChoice = z.strictObject({
  mode: RowMode.optional(),
  ...DATASET_CHOICES,
  checks: z
    .array(z.strictObject({ column: ColumnName, ...ColumnChecks }))
    .max(5000)
    .optional(),
});
export type DatasetChoice = z.infer<typeof DatasetChoice>;

/** All choices that only row files have; the same names as multipart fields. */
export const ROW_CHOICES = {
  dataset: DatasetName.optional(),
  ...DATASET_CHOICES,
  /** Which file wins when two have the same key with different values: the later one in this order. */
  conflictOrder: z.enum(['upload', 'modified', 'given']).optional(),
  formats: z.array(FileChoice).max(100).optional(),
  /** False: what was confirmed is not offered for the next file with the same header. */
  saveRecipe: z.boolean().optional(),
  datasets: z.record(DatasetName, DatasetChoice).optional(),
};
