import { z } from 'zod';
import { defineEndpoint } from '@/lib/http/endpoint';
import { PageQuery, pageOf } from '@/lib/http/page';
import { ProblemSchema } from '@/lib/http/problem';
import { DisplayName, Owner } from '@/lib/identity/owner';
import { Reading } from '@/lib/lineage/contract';
import { LogReading } from '@/lib/lineage/query-log-contract';
import { Choices, ChoicesChange, ImportMode, SourceChoice } from './choices';
import { FileCounts } from './file-counts';
import { Counted, Pause, WidenedColumn } from './pause';
import { RollbackOutcome } from './rollback';
import { Compression, Encoding, RowMode } from './row-choices';

/** The only states an import can have. */
export const ImportState = z.enum([
  'draft',
  'waiting',
  'checking',
  'publishing',
  'succeeded',
  'failed',
  'cancelled',
  'interrupted',
]);
export type ImportState = z.infer<typeof ImportState>;

/** One of the five files of a metadata extract. */
export const ExtractRole = z.enum(['objects', 'definitions', 'dependencies', 'table_columns', 'query_logs']);
export type ExtractRole = z.infer<typeof ExtractRole>;

/** What a file holds: a part of a metadata extract, rows of a dataset, or SQL. */
export const FileRole = z.enum([...ExtractRole.options, 'rows', 'script']);
export type FileRole = z.infer<typeof FileRole>;

export const FileFormat = z.enum(['csv', 'parquet', 'json', 'ndjson', 'sql']);
export type FileFormat = z.infer<typeof FileFormat>;

const Change = z.object({ added: z.int(), changed: z.int(), removed: z.int() });

/** Notes of an import that are kept in words; all are counted. */
export const NOTES_KEPT_MAX = 100;

const Cells = z.record(z.string(), z.string().nullable());
const ConflictSide = z.object({
  file: z.string(),
  record: z.int(),
  line: z.int().nullable(),
  values: Cells,
});

/** One key with different values in two files: the later file in the stated order wins. */
export const Conflict = z.object({
  dataset: z.string(),
  key: Cells,
  winner: ConflictSide,
  loser: ConflictSide,
  /** The columns that differ. */
  columns: z.array(z.string()),
});
export type Conflict = z.infer<typeof Conflict>;

/** What an import did to one dataset, besides the counts of its files. */
export const DatasetChange = z.object({
  name: z.string(),
  created: z.boolean(),
  columnsAdded: z.array(z.string()),
  columnsWidened: z.array(WidenedColumn).default([]),
  /** How its rows were brought in; null for a roll back. */
  mode: RowMode.nullable().default(null),
  rowsBefore: z.int(),
  rowsAfter: z.int(),
});
export type DatasetChange = z.infer<typeof DatasetChange>;

/** Statements by how they were read, of the definitions and the query log that one import brought, and those with something to tell. */
export const ImportCoverage = Reading.extend({
  objects: z.int(),
  withDiagnostics: z.int(),
  /** Definitions of which nothing was read. */
  unreadObjects: z.int(),
  /** Definitions that were not read again, because they would tell the same as before. */
  reused: z.int().default(0),
  /** Null when no query log came. */
  queryLog: LogReading.nullable().default(null),
});
export type ImportCoverage = z.infer<typeof ImportCoverage>;

/** The balanced count: read = inserted + updated + unchanged + duplicates + rejected + skipped. */
export const Receipt = z
  .object({
    balanced: z.boolean(),
    ...FileCounts.shape,
    files: z.array(
      z.object({
        name: z.string(),
        role: FileRole,
        dataset: z.string().nullable().default(null),
        ...FileCounts.shape,
      }),
    ),
    /** Keys that two files hold with different values: all counted, the first CONFLICTS_KEPT_MAX in words. */
    conflicts: z.object({ count: z.int(), items: z.array(Conflict) }),
    datasets: z.array(DatasetChange).default([]),
    lineage: z.object({ objects: Change, edges: Change }),
    /** How much of the SQL in these files was read; null when they brought none. */
    coverage: ImportCoverage.nullable().default(null),
    /** What was read but leads nowhere although no record was rejected: unknown objects in hints, columns not used. */
    notes: z.object({
      count: z.int(),
      items: z.array(
        z.object({ file: z.string(), record: z.int().nullable(), code: z.string(), message: z.string() }),
      ),
    }),
    /** What a roll back did; null for other imports. */
    rollback: RollbackOutcome.nullable().default(null),
    retries: z.int(),
    durationsMs: z.object({ upload: z.number(), stage: z.number(), check: z.number(), publish: z.number() }),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof Receipt>;

export const ImportPhase = z.enum(['upload', 'check', 'publish', 'done']);
export type ImportPhase = z.infer<typeof ImportPhase>;

/** `percent` is of the current phase and reaches 100 only in phase `done`; `etaSeconds` is null while estimating. */
export const Progress = z.object({
  phase: ImportPhase,
  percent: z.number().min(0).max(100),
  bytes: z.int(),
  totalBytes: z.int(),
  rows: z.int(),
  totalRows: z.int().nullable(),
  /** Bad records found so far. */
  rejected: z.int().default(0),
  bytesPerSecond: z.number(),
  rowsPerSecond: z.number(),
  etaSeconds: z.number().nullable(),
  /** Records read so far of each file, in the order of the files; empty while none is known. */
  files: z.array(z.object({ rows: z.int(), totalRows: z.int().nullable(), percent: z.number() })).default([]),
});
export type Progress = z.infer<typeof Progress>;

export const ImportFile = z.object({
  id: z.string(),
  name: z.string(),
  size: z.int(),
  received: z.int(),
  sha256: z.string().nullable(),
  format: FileFormat.nullable(),
  role: FileRole.nullable(),
  compression: Compression.nullable().default(null),
  encoding: Encoding.nullable().default(null),
  /** The dataset that its rows went to. */
  dataset: z.string().nullable().default(null),
  /** The newest import that brought the very same bytes and still stands; null when there is none, or not known yet. */
  sameAs: z.object({ number: z.int(), at: z.iso.datetime() }).nullable().default(null),
  /** tus upload address of this file. */
  uploadUrl: z.string(),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const Import = z
  .object({
    id: z.uuid(),
    number: z.int().nullable(),
    kind: z.enum(['import', 'rollback']),
    state: ImportState,
    phase: ImportPhase,
    owner: Owner,
    mode: ImportMode,
    source: SourceChoice.nullable(),
    /** The dataset of its rows when there is only one. */
    dataset: z.string().nullable().default(null),
    /** Number of the import whose rejected records it brings again. */
    parent: z.int().nullable().default(null),
    /** Numbers of the imports that brought its rejected records again, oldest first. */
    children: z.array(z.int()).default([]),
    /** Number of the import that it rolls back, and of the one that rolled it back. */
    rollsBack: z.int().nullable().default(null),
    rolledBackBy: z.int().nullable().default(null),
    /** Nothing is published; the receipt says what would have happened. Never a snapshot. */
    dryRun: z.boolean(),
    choices: Choices,
    files: z.array(ImportFile),
    progress: Progress,
    /** 1-based place in the line while `waiting`. */
    position: z.int().nullable(),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    receipt: Receipt.nullable(),
    problem: ProblemSchema.nullable(),
    cancelledBy: z.string().nullable(),
    /** What the last dry run of a draft counted; of a started import, what its start expected (`expectedDryRun`). */
    counted: Counted.nullable().default(null),
    /** The question it asked when its turn came; null when it had none. */
    pause: Pause.nullable().default(null),
  })
  .meta({ id: 'Import' });
export type Import = z.infer<typeof Import>;

/** Who holds the import lock, as every uploader may see it. */
export const CurrentJob = z
  .object({
    id: z.uuid(),
    number: z.int(),
    owner: Owner,
    files: z.array(z.string()),
    /** 1-based place of the file that is worked on; null when that cannot be told. */
    file: z.int().nullable().default(null),
    phase: ImportPhase,
    percent: z.number(),
    startedAt: z.iso.datetime(),
    lastSignAt: z.iso.datetime(),
    etaSeconds: z.number().nullable(),
    waiting: z.int(),
    /** While it waits for its owner's answer: when it is cancelled without one. */
    pausedUntil: z.iso.datetime().nullable().default(null),
  })
  .meta({ id: 'CurrentJob' });
export type CurrentJob = z.infer<typeof CurrentJob>;

export const LockStatus = z.object({
  holder: CurrentJob.nullable(),
  waiting: z.array(z.object({ id: z.uuid(), owner: Owner, position: z.int(), since: z.iso.datetime() })),
  /** Number of the newest snapshot, so that one poll tells readers everything that changed. */
  snapshot: z.int().nullable(),
});
export type LockStatus = z.infer<typeof LockStatus>;

/** A record that was not loaded. `line` is the physical line (header = 1); null where the format has no lines. */
export const Reject = z.object({
  file: z.string(),
  record: z.int().nullable(),
  line: z.int().nullable(),
  byteOffset: z.int().nullable(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  raw: z.string(),
  reasons: z.array(z.object({ column: z.string().nullable(), code: z.string(), message: z.string() })),
});
export type Reject = z.infer<typeof Reject>;

/** Rejected records by column and code. */
export const RejectGroup = z.object({
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  records: z.int(),
  example: z.string(),
});

/** Number of the import whose corrected rejects the files bring: its choices count unless others are given, and only these records come. */
const Parent = z.int().min(1);

export const ImportId = z.object({
  id: z.string().regex(/^([0-9a-f-]{36}|[1-9][0-9]{0,9})$/, 'an import id or number'),
});

export const createImport = defineEndpoint({
  method: 'POST',
  path: '/api/imports',
  summary:
    'Make a draft from a JSON list of files; or, as multipart/form-data, upload and start in one call (409 when busy, before a file is read), or count only (dryRun before the files: needs no lock and has no number).',
  body: ChoicesChange.extend({
    id: z.uuid().optional(),
    parent: Parent.optional(),
    files: z
      .array(
        z.object({
          name: z.string().min(1).max(1024),
          size: z.int().min(0),
          lastModified: z.number().optional(),
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .optional(),
        }),
      )
      .min(1)
      .max(100),
  }),
  multipart: ChoicesChange.omit({ source: true }).extend({
    source: z
      .string()
      .describe('The name of the source, or {name, dialect, database} as JSON text.')
      .optional(),
    parent: Parent.optional(),
    files: z.array(z.file()).min(1).describe('After all other fields.'),
  }),
  response: Import,
  status: 201,
  errors: ['invalid-filename', 'too-large', 'disk-full', 'import-busy', 'conflicting-state', 'unavailable'],
});

/** How imports that are over ended: `published`, of these those `with-rejects`, or `not-published`; dry runs are none of these. */
export const ImportOutcome = z.enum(['published', 'with-rejects', 'not-published']);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

export const listImports = defineEndpoint({
  method: 'GET',
  path: '/api/imports',
  summary:
    'Imports, newest first; running and waiting ones on top. Drafts only with state=draft. `counts` of what matches `q`, whatever the other filters.',
  query: PageQuery.extend({
    state: ImportState.optional(),
    outcome: ImportOutcome.optional(),
    q: z.string().max(200).optional(),
  }),
  response: pageOf(Import).extend({
    counts: z.object({ all: z.int(), published: z.int(), withRejects: z.int(), notPublished: z.int() }),
  }),
});

export const getImport = defineEndpoint({
  method: 'GET',
  path: '/api/imports/{id}',
  summary: 'One import by id or number.',
  params: ImportId,
  response: Import,
  errors: ['not-found'],
});

export const changeImport = defineEndpoint({
  method: 'PATCH',
  path: '/api/imports/{id}',
  summary: 'Change the choices of a draft.',
  params: ImportId,
  body: ChoicesChange,
  response: Import,
  errors: ['not-found', 'conflicting-state'],
});

export const startImport = defineEndpoint({
  method: 'POST',
  path: '/api/imports/{id}/start',
  summary:
    'Take the import lock, or wait in line. `Prefer: wait=30` answers 200 with the finished import if it ends in time.',
  params: ImportId,
  body: z.object({
    onBusy: z.enum(['refuse', 'wait']).default('refuse'),
    expectedDryRun: z
      .uuid()
      .describe(
        'The dry run of this draft that was seen. If the import would do something else now, it pauses and asks.',
      )
      .optional(),
  }),
  response: Import,
  status: 202,
  errors: ['not-found', 'invalid-request', 'import-busy', 'conflicting-state', 'disk-full'],
});

export const cancelImport = defineEndpoint({
  method: 'POST',
  path: '/api/imports/{id}/cancel',
  summary: 'Cancel a draft, a waiting or a running import; nothing of it stays.',
  params: ImportId,
  body: z.object({ by: DisplayName.optional() }),
  response: Import,
  status: 202,
  errors: ['not-found', 'conflicting-state'],
});

export const getLock = defineEndpoint({
  method: 'GET',
  path: '/api/imports/lock',
  summary: 'Who holds the import lock, who waits, and the newest snapshot.',
  response: LockStatus,
});

export const listRejects = defineEndpoint({
  method: 'GET',
  path: '/api/imports/{id}/rejects',
  summary:
    'Rejected records with their place and reasons; `format=csv` downloads them in the original form plus reason columns.',
  params: ImportId,
  query: PageQuery.extend({ format: z.enum(['json', 'csv']).default('json'), file: z.string().optional() }),
  response: pageOf(Reject).extend({
    /** All rejects by column and code. `kept` of `total` have stored details. */
    groups: z.array(RejectGroup.extend({ files: z.array(z.string()) })),
    kept: z.int(),
  }),
  errors: ['not-found'],
});
