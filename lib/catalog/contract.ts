import { z } from 'zod';
import { defineEndpoint } from '@/lib/http/endpoint';
import { PageQuery, pageOf, SnapshotQuery } from '@/lib/http/page';
import { Owner } from '@/lib/identity/owner';
import { ObjectType, TraceNode } from '@/lib/lineage/contract';

const Changes = z.object({ added: z.int(), changed: z.int(), removed: z.int() });

/** A succeeded import, seen as a state of the workspace. */
export const Snapshot = z.object({
  number: z.int(),
  importId: z.uuid(),
  owner: Owner,
  publishedAt: z.iso.datetime(),
  files: z.array(z.string()),
  objects: Changes,
  edges: Changes,
});
export type Snapshot = z.infer<typeof Snapshot>;

export const listSnapshots = defineEndpoint({
  method: 'GET',
  path: '/api/snapshots',
  summary: 'Snapshots, newest first.',
  query: PageQuery,
  response: pageOf(Snapshot),
});

export const getSnapshot = defineEndpoint({
  method: 'GET',
  path: '/api/snapshots/{n}',
  summary: 'One snapshot.',
  params: z.object({ n: z.coerce.number().int().min(1) }),
  response: Snapshot,
  errors: ['not-found'],
});

/** An object as lists show it. */
export const ObjectSummary = TraceNode.omit({ depth: true });
export type ObjectSummary = z.infer<typeof ObjectSummary>;

/**
 * One schema of the explorer. Above 500 matching objects `ranges` cut the sorted names into parts of at most 500; `first`
 * and `last` are the shortest beginnings that tell a range from the next one. A range opens as `GET /api/objects` with the
 * same filters, its `cursor` and `limit` = its `total`. Up to 500 objects, `ranges` is empty.
 */
export const SchemaSummary = z.object({
  database: z.string(),
  schema: z.string(),
  slot: z.int().min(1).max(9),
  total: z.int(),
  ranges: z.array(z.object({ first: z.string(), last: z.string(), total: z.int(), cursor: z.string() })),
});
export type SchemaSummary = z.infer<typeof SchemaSummary>;

/** Comma list of object types. */
const TypeList = z
  .string()
  .max(200)
  .refine((list) => list.split(',').every((type) => ObjectType.safeParse(type).success), {
    error: `a comma list of ${ObjectType.options.join(', ')}`,
  })
  .optional();

/** Filters of the explorer: `q` is part of `schema.name`, `type` a comma list of types, `unread` only what was not fully read. */
const ObjectFilter = SnapshotQuery.extend({
  q: z.string().max(200).optional(),
  type: TypeList,
  /** Only objects of whose definition something was not read, or that have none although they are made of SQL. */
  unread: z.enum(['true', 'false']).optional(),
});

export const listSchemas = defineEndpoint({
  method: 'GET',
  path: '/api/schemas',
  summary: 'Schemas with the number of objects that match the filters, and how many of each type there are.',
  query: ObjectFilter,
  response: z.object({
    snapshot: z.int(),
    items: z.array(SchemaSummary),
    /** Objects that match / objects in the snapshot. */
    matching: z.int(),
    total: z.int(),
    /** Objects that match `q`, by type, whatever `type` asks for. */
    types: z.partialRecord(ObjectType, z.int()),
    /** Objects that match `q` and `type` and were not fully read, whatever `unread` asks for. */
    unread: z.int(),
  }),
  errors: ['stale-snapshot', 'deadline'],
});

export const listObjects = defineEndpoint({
  method: 'GET',
  path: '/api/objects',
  summary: 'Objects by database, schema and name. A cursor stays on the snapshot it was made for.',
  query: ObjectFilter.extend({
    ...PageQuery.shape,
    database: z.string().max(300).optional(),
    schema: z.string().max(300).optional(),
    source: z.string().max(300).optional(),
  }),
  response: pageOf(ObjectSummary).extend({ snapshot: z.int() }),
  errors: ['stale-snapshot', 'deadline'],
});

export const Column = z.object({
  name: z.string(),
  dataType: z.string(),
  ordinal: z.int(),
  nullable: z.boolean().nullable(),
});
export type Column = z.infer<typeof Column>;

/** Where a fact came from. */
const Provenance = z.object({
  import: z.int(),
  file: z.string(),
  record: z.int().nullable(),
  owner: Owner,
  at: z.iso.datetime(),
});

export const ObjectDetail = ObjectSummary.extend({
  snapshot: z.int(),
  nativeType: z.string(),
  sources: z.array(z.string()),
  columns: z.array(Column),
  definition: z
    .object({ text: z.string(), dialect: z.string(), lines: z.int(), from: Provenance })
    .nullable(),
  connected: z.object({ up: z.int(), down: z.int(), levelsUp: z.int(), levelsDown: z.int() }),
  from: Provenance,
  /** Newest snapshot that changed the object, its columns or its definition. */
  changedIn: z.int(),
});
export type ObjectDetail = z.infer<typeof ObjectDetail>;

const ObjectRef = z.object({ id: z.string().min(1).max(600) });

export const getObject = defineEndpoint({
  method: 'GET',
  path: '/api/objects/{id}',
  summary:
    'One object by id, `database.schema.name`, or `schema.name` or `name` where that is unique; `[quoted.parts]` work too.',
  params: ObjectRef,
  query: SnapshotQuery,
  response: ObjectDetail,
  errors: ['not-found', 'stale-snapshot'],
});

export const getObjectHistory = defineEndpoint({
  method: 'GET',
  path: '/api/objects/{id}/history',
  summary: 'The snapshots that changed an object, its columns or its definition, newest first.',
  params: ObjectRef,
  response: z.object({
    object: z.string(),
    items: z.array(
      z.object({
        snapshot: z.int(),
        at: z.iso.datetime(),
        owner: Owner,
        changes: z.array(z.enum(['added', 'changed', 'removed', 'columns', 'definition'])),
      }),
    ),
  }),
  errors: ['not-found'],
});

export const SearchHit = z.object({
  kind: z.enum(['object', 'column', 'sql']),
  object: ObjectSummary,
  column: z.string().nullable(),
  /** Data type of a column hit. */
  dataType: z.string().nullable(),
  /** Text around the match; `[matchStart, matchEnd)` in UTF-16 units marks the match in it. */
  snippet: z.string(),
  matchStart: z.int(),
  matchEnd: z.int(),
  /** 1-based line of the definition for a `sql` hit. */
  line: z.int().nullable(),
  score: z.number(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const search = defineEndpoint({
  method: 'GET',
  path: '/api/search',
  summary:
    'Names, columns and SQL text in one box, ranked. `schema:`, `type:` and "exact" may be typed in q.',
  query: SnapshotQuery.extend({
    q: z.string().max(200),
    kind: z.enum(['object', 'column', 'sql']).optional(),
    /** Comma list of schemas. */
    schema: z.string().max(300).optional(),
    type: TypeList,
    limit: z.coerce.number().int().min(1).max(200).default(20),
  }),
  response: z.object({
    snapshot: z.int(),
    total: z.int(),
    totals: z.object({ object: z.int(), column: z.int(), sql: z.int() }),
    /** At most `limit` of each kind, best first; `totals` says how many there are. */
    items: z.array(SearchHit),
    answeredInMs: z.number(),
  }),
  errors: ['stale-snapshot', 'deadline'],
});
