import { z } from 'zod';
import { defineEndpoint } from '@/lib/http/endpoint';
import { PageQuery, pageOf, SnapshotQuery } from '@/lib/http/page';
import { Owner } from '@/lib/identity/owner';
import { Reject, RejectGroup } from '@/lib/imports/contract';
import { RowType } from '@/lib/imports/row-type';

const DatasetRef = z.object({ name: z.string().min(1).max(300) });

/** An import as the pages of a dataset name it. */
const ByImport = z.object({ import: z.int(), owner: Owner, at: z.iso.datetime() });

export const DatasetSummary = z
  .object({
    name: z.string(),
    /** Its id in the lineage. */
    object: z.string(),
    rows: z.int(),
    columns: z.int(),
    /** Columns that identify a row; may be empty. */
    key: z.array(z.string()),
    created: ByImport,
    /** The newest import that changed it, up to the snapshot. */
    changed: ByImport,
  })
  .meta({ id: 'DatasetSummary' });
export type DatasetSummary = z.infer<typeof DatasetSummary>;

const RowColumn = z.object({ name: z.string(), type: RowType, isKey: z.boolean() });

export const listDatasets = defineEndpoint({
  method: 'GET',
  path: '/api/datasets',
  summary: 'Datasets by name; `q` is part of the name.',
  query: SnapshotQuery.extend({ ...PageQuery.shape, q: z.string().max(200).optional() }),
  response: pageOf(DatasetSummary).extend({ snapshot: z.int() }),
  errors: ['stale-snapshot', 'deadline'],
});

export const getDataset = defineEndpoint({
  method: 'GET',
  path: '/api/datasets/{name}',
  summary: 'One dataset by `schema.name`, with its columns.',
  params: DatasetRef,
  query: SnapshotQuery,
  response: DatasetSummary.omit({ columns: true }).extend({
    snapshot: z.int(),
    columns: z.array(RowColumn),
    /** Imports that loaded it, up to the snapshot, and the records that they rejected. */
    loads: z.int(),
    rejected: z.int(),
    /** Objects of the lineage that read it. */
    readers: z.int(),
  }),
  errors: ['not-found', 'stale-snapshot', 'deadline'],
});

/** A cell: text, or a number or boolean where that is exact; 64-bit, decimal and time cells are text, blobs base64. */
export const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Cell = z.infer<typeof Cell>;

/** Where a row came from: number of the import, name of its file, record (1-based) and physical line there. */
export const RowOrigin = z.object({
  import: z.int(),
  file: z.string(),
  record: z.int(),
  line: z.int().nullable(),
});

export const DatasetRow = z.object({ values: z.record(z.string(), Cell), from: RowOrigin });
export type DatasetRow = z.infer<typeof DatasetRow>;

/** Which rows, in which order; the same for rows, profile and export. */
export const RowQuery = SnapshotQuery.extend({
  /** Comma list of columns, `-` before one for descending; a JSON list where names have commas. Without it: as they are stored. */
  sort: z.string().max(2000).optional(),
  /** `UnitPrice > 2000 and Territory = 'North West'`: = != < <= > >= contains, `is empty`, `is not empty`; names with blanks in "double" quotes. */
  filter: z.string().max(4000).optional(),
});

export const listRows = defineEndpoint({
  method: 'GET',
  path: '/api/datasets/{name}/rows',
  summary:
    'Rows as of a snapshot, sorted and filtered, each with where it came from. `offset` jumps; a cursor stays on its snapshot.',
  params: DatasetRef,
  query: RowQuery.extend({
    ...PageQuery.shape,
    offset: z.coerce.number().int().min(0).max(1_000_000_000).optional(),
  }),
  response: pageOf(DatasetRow).extend({
    snapshot: z.int(),
    columns: z.array(RowColumn),
    /** Rows of the dataset without the filter. */
    rows: z.int(),
    offset: z.int(),
    answeredInMs: z.number(),
  }),
  errors: ['not-found', 'stale-snapshot', 'deadline'],
});

export const exportRows = defineEndpoint({
  method: 'GET',
  path: '/api/datasets/{name}/export',
  summary:
    'Download the rows: `csv` (lossless, or with `safe=true` without anything a spreadsheet takes for a formula), `json`, `ndjson` or `parquet`.',
  params: DatasetRef,
  query: RowQuery.extend({
    format: z.enum(['csv', 'json', 'ndjson', 'parquet']).default('csv'),
    safe: z.stringbool().default(false),
  }),
  response: z.unknown().describe('The file.'),
  errors: ['not-found', 'stale-snapshot', 'deadline'],
});

const Load = z.object({
  ...ByImport.shape,
  kind: z.enum(['import', 'rollback']),
  mode: z.string(),
  files: z.array(z.string()),
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  rowsBefore: z.int(),
  rowsAfter: z.int(),
});

export const getDatasetHistory = defineEndpoint({
  method: 'GET',
  path: '/api/datasets/{name}/history',
  summary:
    'The imports that loaded a dataset, newest first; with `key` (JSON object of the key columns) also every version of that row.',
  params: DatasetRef,
  query: SnapshotQuery.extend({ key: z.string().max(8000).optional() }),
  response: z.object({
    snapshot: z.int(),
    loads: z.array(Load),
    versions: z.array(
      z.object({
        /** Snapshots that it was there from, and up to but without; null while it is there. */
        from: z.int(),
        to: z.int().nullable(),
        values: z.record(z.string(), Cell),
        origin: RowOrigin.extend({ owner: Owner, at: z.iso.datetime() }),
      }),
    ),
  }),
  errors: ['not-found', 'stale-snapshot', 'deadline'],
});

export const compareRows = defineEndpoint({
  method: 'GET',
  path: '/api/datasets/{name}/compare',
  summary:
    'Rows that differ between two snapshots, by key (without one, by where they came from). `offset` jumps; a dataset that is only in one of them counts as added or removed.',
  params: DatasetRef,
  query: PageQuery.extend({
    from: z.coerce.number().int().min(1),
    to: z.coerce.number().int().min(1).optional(),
    change: z.enum(['added', 'changed', 'removed']).optional(),
    offset: z.coerce.number().int().min(0).max(1_000_000_000).optional(),
  }),
  response: z.object({
    from: z.int(),
    to: z.int(),
    /** Columns by which rows are matched; none: a row is the record that it came from. */
    key: z.array(z.string()),
    /** Columns of either side; `changed` rows have another value there. */
    columns: z.array(RowColumn.extend({ changed: z.int() })),
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
    /** All of the wanted kind, on this page or not. */
    total: z.int(),
    offset: z.int(),
    items: z.array(
      z.object({
        change: z.enum(['added', 'changed', 'removed']),
        before: DatasetRow.nullable(),
        after: DatasetRow.nullable(),
        /** Columns whose value differs. */
        columns: z.array(z.string()),
      }),
    ),
    nextCursor: z.string().nullable(),
    answeredInMs: z.number(),
  }),
  errors: ['not-found', 'stale-snapshot', 'deadline'],
});

export const profileDataset = defineEndpoint({
  method: 'GET',
  path: '/api/datasets/{name}/profile',
  summary:
    'Each column of the rows that match: how many are filled, distinct values, range, a small histogram or the most frequent values.',
  params: DatasetRef,
  query: RowQuery.omit({ sort: true }),
  response: z.object({
    snapshot: z.int(),
    rows: z.int(),
    columns: z.array(
      z.object({
        name: z.string(),
        type: RowType,
        filled: z.int(),
        distinct: z.int(),
        /** Many distinct values of many rows are estimated; an estimate may be off by a fifth. */
        isEstimate: z.boolean(),
        min: z.string().nullable(),
        max: z.string().nullable(),
        /** Rows in equal parts from min to max; empty for text. */
        histogram: z.array(z.int()),
        /** Most frequent values of text and boolean columns. */
        top: z.array(z.object({ value: z.string(), rows: z.int() })),
      }),
    ),
    /** Histograms and frequent values are of this many rows, taken at random when there are more. */
    sampled: z.int(),
    answeredInMs: z.number(),
  }),
  errors: ['not-found', 'stale-snapshot', 'deadline'],
});

export const listDatasetRejects = defineEndpoint({
  method: 'GET',
  path: '/api/datasets/{name}/rejects',
  summary:
    'Records that the loads of a dataset rejected, newest load first, counted by column and code; `code` and `column` (empty: whole records) list one group. Downloads: `/api/imports/{id}/rejects?format=csv`.',
  params: DatasetRef,
  query: SnapshotQuery.extend({
    ...PageQuery.shape,
    code: z.string().max(100).optional(),
    column: z.string().max(300).optional(),
  }),
  response: pageOf(Reject.extend({ import: z.int() })).extend({
    snapshot: z.int(),
    /** Of `total` records `kept` have stored details and can be listed. */
    kept: z.int(),
    /** `message` as the newest of the imports said it. */
    groups: z.array(RejectGroup.extend({ imports: z.array(z.int()) })),
    /** Imports that rejected records, newest first. */
    loads: z.array(
      ByImport.extend({
        files: z.array(z.object({ name: z.string(), rejected: z.int() })),
        /** Imports that brought these records again. */
        children: z.array(z.int()),
        rolledBackBy: z.int().nullable(),
      }),
    ),
  }),
  errors: ['not-found', 'stale-snapshot', 'deadline'],
});
