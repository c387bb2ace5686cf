import { z } from 'zod';
import { ColumnRules, DatasetChoice, Encoding, RowMode } from '@/lib/imports/row-choices';
import { RowType } from '@/lib/imports/row-type';
import { TypedChecks } from '../draft/rows/typed-checks';

/** A part of a dialect as somebody fixed it: what was not said must not be filled in, because it is still asked. */
const Csv = z
  .object({
    ...{ delimiter: z.string(), quote: z.string(), escape: z.string(), header: z.boolean() },
    ...{ headerLine: z.int(), skipRows: z.int(), headerRows: z.int() },
    decimalMark: z.enum(['.', ',']),
    thousands: z.enum(['', ',', '.', ' ']),
    nullTexts: z.array(z.string()),
  })
  .partial();

const Column = z
  .object({
    type: RowType,
    dateOrder: z.enum(['dmy', 'mdy']),
    as: z.string().nullable(),
    isConfirmed: z.boolean(),
    rules: ColumnRules,
    checks: TypedChecks,
  })
  .partial();

/** What was decided about one file of rows, as a browser keeps it. */
export const StoredRowEdits = z.object({
  given: z.object({ encoding: Encoding, csv: Csv }).partial(),
  columns: z.record(z.string(), Column),
  isAllText: z.boolean(),
  answers: z.record(z.string(), z.string()),
  dataset: z.string().nullable(),
});

/** What was decided about one dataset; the rest is as in the dataset. */
export const StoredDataset = z
  .object({
    mode: RowMode,
    key: z.array(z.string()),
    nullKeys: z.enum(['reject', 'skip']),
    blankCells: z.enum(['keep', 'null']),
    newColumns: z.enum(['add', 'ignore', 'stop']),
    checks: DatasetChoice.shape.checks,
  })
  .partial();

/** Which file wins where two have the same key. */
export const StoredOrder = z.object({
  by: z.enum(['upload', 'modified', 'given']),
  hand: z.array(z.string()),
});
