import { z } from 'zod';
import { defineEndpoint } from '@/lib/http/endpoint';
import { PageQuery, pageOf } from '@/lib/http/page';
import { ProblemSchema } from '@/lib/http/problem';
import { DisplayName, Owner } from '@/lib/identity/owner';

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

/** What a file holds: one of the five files of a metadata extract. */
export const FileRole = z.enum(['objects', 'definitions', 'dependencies', 'table_columns', 'query_logs']);
export type FileRole = z.infer<typeof FileRole>;

export const FileFormat = z.enum(['csv', 'parquet']);
export type FileFormat = z.infer<typeof FileFormat>;

export const Dialect = z.enum(['tsql']);
export type Dialect = z.infer<typeof Dialect>;

const Name = z
  .string()
  .trim()
  .min(1)
  .max(128)
  .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, 'a name without control characters');

/** The source of catalog facts: a name, the SQL dialect of its definitions, and the database its objects live in. */
export const SourceChoice = z.object({
  name: Name,
  dialect: Dialect.default('tsql'),
  /** Database part of the objects' names; the source's name when not given. */
  database: Name.optional(),
});

const mode = z.enum(['replace', 'merge']);
const onBadRecord = z.enum(['stop', 'keep']);
const maxRejects = z.int().min(0);
const maxRejectPercent = z.number().min(0).max(100);

/** The choices of one call, each optional; what is left out stays as it was. Unknown ones are refused, not ignored. */
export const ChoicesChange = z.strictObject({
  source: SourceChoice.optional(),
  mode: mode.optional(),
  onBadRecord: onBadRecord.optional(),
  maxRejects: maxRejects.optional(),
  maxRejectPercent: maxRejectPercent.optional(),
  owner: DisplayName.optional(),
  dryRun: z.literal(false, 'a dry run is not available yet').optional(),
});
export type ChoicesChange = z.infer<typeof ChoicesChange>;

/** What a person decides before the start; the same names as multipart fields. Without a source: the one named `default`. */
export const Choices = z.object({
  source: SourceChoice.optional(),
  mode: mode.default('replace'),
  onBadRecord: onBadRecord.default('stop'),
  maxRejects: maxRejects.default(1000),
  maxRejectPercent: maxRejectPercent.default(10),
  owner: DisplayName.optional(),
});
export type Choices = z.infer<typeof Choices>;

export const FileCounts = z.object({
  read: z.int(),
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  skipped: z.int(),
  ended: z.int(),
});
export type FileCounts = z.infer<typeof FileCounts>;

const Change = z.object({ added: z.int(), changed: z.int(), removed: z.int() });

/** The balanced count: read = inserted + updated + unchanged + duplicates + rejected + skipped. */
/** Notes of an import that are kept in words; all are counted. */
export const NOTES_KEPT_MAX = 100;

export const Receipt = z
  .object({
    balanced: z.boolean(),
    ...FileCounts.shape,
    files: z.array(z.object({ name: z.string(), role: FileRole, ...FileCounts.shape })),
    conflicts: z.object({ count: z.int(), items: z.array(z.never()) }),
    lineage: z.object({ objects: Change, edges: Change }),
    /** What was read but leads nowhere although no record was rejected: unknown objects in hints, columns not used. */
    notes: z.object({
      count: z.int(),
      items: z.array(
        z.object({ file: z.string(), record: z.int().nullable(), code: z.string(), message: z.string() }),
      ),
    }),
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
  /** tus upload address of this file. */
  uploadUrl: z.string(),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const Import = z
  .object({
    id: z.uuid(),
    number: z.int().nullable(),
    kind: z.enum(['import']),
    state: ImportState,
    phase: ImportPhase,
    owner: Owner,
    mode: Choices.shape.mode,
    source: SourceChoice.nullable(),
    dryRun: z.literal(false),
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
    phase: ImportPhase,
    percent: z.number(),
    startedAt: z.iso.datetime(),
    lastSignAt: z.iso.datetime(),
    etaSeconds: z.number().nullable(),
    waiting: z.int(),
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

const ImportId = z.object({
  id: z.string().regex(/^([0-9a-f-]{36}|[1-9][0-9]{0,9})$/, 'an import id or number'),
});

export const createImport = defineEndpoint({
  method: 'POST',
  path: '/api/imports',
  summary:
    'Make a draft from a JSON list of files; or, as multipart/form-data, upload and start in one call (409 when busy, before the body is read).',
  body: ChoicesChange.extend({
    id: z.uuid().optional(),
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
    files: z.array(z.file()).min(1).describe('After all other fields.'),
  }),
  response: Import,
  status: 201,
  errors: ['invalid-filename', 'too-large', 'disk-full', 'import-busy', 'conflicting-state', 'unavailable'],
});

/** How imports that are over ended: `published`, of these those `with-rejects`, or `not-published`. */
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
  body: z.object({ onBusy: z.enum(['refuse', 'wait']).default('refuse') }),
  response: Import,
  status: 202,
  errors: ['not-found', 'import-busy', 'conflicting-state', 'disk-full'],
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
    groups: z.array(
      z.object({
        column: z.string().nullable(),
        code: z.string(),
        message: z.string(),
        records: z.int(),
        files: z.array(z.string()),
        example: z.string(),
      }),
    ),
    kept: z.int(),
  }),
  errors: ['not-found'],
});

export const getStats = defineEndpoint({
  method: 'GET',
  path: '/api/stats',
  summary: 'Counts since the server started, and durations of imports.',
  response: z.object({
    uploadAttempts: z.int(),
    blockedAttempts: z.int(),
    currentlyProcessing: z.int(),
    imports: z.object({ succeeded: z.int(), failed: z.int(), cancelled: z.int() }),
    durationsMs: z.object({ p50: z.number().nullable(), p95: z.number().nullable() }),
  }),
});

export const getHealth = defineEndpoint({
  method: 'GET',
  path: '/api/health',
  summary:
    'Runs a query, checks the import lock, the workspace lock file and free disk space. 503 when one fails.',
  response: z.object({
    status: z.enum(['ok', 'failing']),
    checks: z.record(z.string(), z.object({ ok: z.boolean(), detail: z.string() })),
  }),
});
