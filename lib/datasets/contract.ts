import { z } from 'zod';
import { defineEndpoint } from '@/lib/http/endpoint';
import { PageQuery, pageOf, SnapshotQuery } from '@/lib/http/page';
import { Owner } from '@/lib/identity/owner';
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
    /** Imports that changed it, up to the snapshot. */
    loads: z.int(),
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
  /** Comma list of columns, `-` before one for descending; a JSON list where names have commas. Without it: as they were loaded. */
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
