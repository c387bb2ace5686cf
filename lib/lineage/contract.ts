import { z } from 'zod';
import { defineEndpoint } from '@/lib/http/endpoint';
import { PageQuery, pageOf, SnapshotQuery } from '@/lib/http/page';
import { LogReading } from './query-log-contract';

/**
 * What an object is. `script`: the statements of a file of SQL outside of any definition. `other` keeps types we do not know, with the original text in `nativeType`. Two are known only from
 * definitions that name them: `external` is of another database or server, `unresolved` should be in the catalogue and is not.
 */
export const ObjectType = z.enum([
  'table',
  'view',
  'procedure',
  'function',
  'trigger',
  'synonym',
  'file',
  'dataset',
  'script',
  'external',
  'unresolved',
  'other',
]);
export type ObjectType = z.infer<typeof ObjectType>;

export const EdgeKind = z.enum(['reads', 'writes', 'deletes', 'truncates', 'calls', 'references']);
export type EdgeKind = z.infer<typeof EdgeKind>;

/**
 * How a column takes part in another: its value as it is, in an expression, an aggregate or a window; or, without a value
 * that flows, in the filter or the join that decides on the rows.
 */
export const ColumnEdgeKind = z.enum(['direct', 'expression', 'aggregate', 'window', 'filter', 'join']);
export type ColumnEdgeKind = z.infer<typeof ColumnEdgeKind>;

/** How we know of an edge. `query-log`: a statement that was logged took rows from the one object into the other. */
export const EvidenceMethod = z.enum(['declared', 'hint', 'parsed', 'query-log']);
export type EvidenceMethod = z.infer<typeof EvidenceMethod>;

const Position = z.object({ line: z.int(), column: z.int() });
/** 1-based, end exclusive. */
const Span = z.object({ start: Position, end: Position });

/** One proof of an edge: which record of which file of which import said so, and where in the SQL text, if it is there. */
export const Evidence = z.object({
  method: EvidenceMethod,
  origin: z.object({ source: z.string(), import: z.int(), file: z.string(), record: z.int().nullable() }),
  /** Object whose definition holds `span`. */
  object: z.string().nullable(),
  span: Span.nullable(),
  /** The words within `span` that say so: the name; for a column where it is named, then its entry of FROM. Left out where not known for sure. */
  at: z.array(Span).optional(),
  /** Only with method `query-log`: the logged statements that say so, as `GET /api/query-logs/{id}` shows them. */
  logged: z.string().optional(),
  confidence: z.number().min(0).max(1),
});
export type Evidence = z.infer<typeof Evidence>;

/** `agreed`: two or more methods; else the one method there is. `query-log-only`: seen, but nothing says that it is a rule. */
export const Verdict = z.enum(['agreed', 'declared-only', 'hint-only', 'parsed-only', 'query-log-only']);
export type Verdict = z.infer<typeof Verdict>;

/**
 * `unread`: there is a text, but none of it was read (it took too long, or it was imported before SQL was read).
 * `missing`: an object that is made of SQL, and no source brought its text.
 */
export const DefinitionState = z.enum(['read', 'unread', 'missing']);
export type DefinitionState = z.infer<typeof DefinitionState>;

/** An object of whose definition something was not read: statements, parts of statements, or all of it. */
export const NotRead = z.object({
  node: z.string(),
  definition: DefinitionState,
  statements: z.int(),
  parts: z.int(),
});
export type NotRead = z.infer<typeof NotRead>;

/** Data flows from `from` to `to`, drawn left to right. */
export const Edge = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  kind: EdgeKind,
  verdict: Verdict,
  evidence: z.array(Evidence),
});
export type Edge = z.infer<typeof Edge>;

/** As `Edge`, from column to column; null stands for the object as a whole: its rows, or a procedure that moves the value. */
export const ColumnEdge = Edge.extend({
  kind: ColumnEdgeKind,
  fromColumn: z.string().nullable(),
  toColumn: z.string().nullable(),
});
export type ColumnEdge = z.infer<typeof ColumnEdge>;

/**
 * `depth` is the signed number of hops from the root on the shortest way: negative upstream, positive downstream. A node
 * that is both (a cycle) has the smaller of the depths at which it is drawn; upstream when they are equal.
 */
export const TraceNode = z.object({
  id: z.string(),
  database: z.string(),
  schema: z.string(),
  name: z.string(),
  type: ObjectType,
  depth: z.int(),
  /** Distinct direct neighbours in the whole graph, the object itself not counted. */
  inDegree: z.int(),
  outDegree: z.int(),
  /** Colour slot of the schema, 1 to 8; 9 for all further schemas. */
  slot: z.int().min(1).max(9),
});
export type TraceNode = z.infer<typeof TraceNode>;

/** The objects that an ambiguous name may mean, as `candidates` of the problem that refuses it. */
export const NameCandidates = z.array(TraceNode.pick({ id: true, database: true, schema: true, name: true }));
export type NameCandidates = z.infer<typeof NameCandidates>;

export const Trace = z
  .object({
    level: z.literal('object'),
    snapshot: z.int(),
    root: z.string(),
    nodes: z.array(TraceNode),
    edges: z.array(Edge),
    shown: z.int(),
    /** All connected objects: every ancestor, every descendant, and the root. */
    total: z.int(),
    connected: z.object({ up: z.int(), down: z.int(), levelsUp: z.int(), levelsDown: z.int() }),
    /**
     * Hidden neighbours of a drawn node that lead further away from the root: `up` for nodes upstream, `down` for nodes
     * downstream, both for the root and nodes in a cycle with it. `limit`: the depth allows them, the limit does not.
     * An object hidden behind two nodes is counted at both; `oneStepAway` counts it once.
     */
    hidden: z.array(
      z.object({
        node: z.string(),
        direction: z.enum(['up', 'down']),
        count: z.int(),
        reason: z.enum(['depth', 'limit']),
      }),
    ),
    /** Distinct hidden objects exactly one hop beyond the depth: what one more step of depth would draw. */
    oneStepAway: z.object({ up: z.int(), down: z.int() }),
    /**
     * Connected objects that are not drawn, each on the side where it is nearer (up when equal), so that
     * shown + beyond.up + beyond.down = total.
     */
    beyond: z.object({ up: z.int(), down: z.int() }),
    /** The same objects by reason: shown + depth + limit = total. */
    notDrawn: z.object({ depth: z.int(), limit: z.int() }),
    /** Entries of `expand` that opened nothing: unknown, not drawn, or not leading away from the root. */
    notExpanded: z.array(z.string()),
    /** Drawn objects that were not fully read: what they are made of and go into may be incomplete. */
    notRead: z.array(NotRead),
    /** Sources that brought a list of dependencies: that the others declare nothing says nothing. */
    declaring: z.array(z.string()),
    answeredInMs: z.number(),
  })
  .meta({ id: 'Trace' });
export type Trace = z.infer<typeof Trace>;

/** A column that takes part in a trace, with its signed number of hops and the kinds of edges that bring it in. */
export const TracedColumn = z.object({
  name: z.string(),
  depth: z.int(),
  kinds: z.array(ColumnEdgeKind),
  /** Of a temporary table, table variable or the like inside the object. */
  local: z.boolean(),
  /** As the catalog has it; null when it does not know the column. */
  dataType: z.string().nullable(),
});
export type TracedColumn = z.infer<typeof TracedColumn>;

/**
 * Everything that a column (or any column of an object) is made of and goes into, within exact hops. Counts are of columns;
 * those inside procedures are none. `hidden` counts what lies one hop further.
 */
export const ColumnTrace = z
  .object({
    level: z.literal('column'),
    snapshot: z.int(),
    root: z.string(),
    column: z.string().nullable(),
    nodes: z.array(TraceNode.extend({ columns: z.array(TracedColumn) })),
    edges: z.array(ColumnEdge),
    shown: z.int(),
    total: z.int(),
    connected: z.object({ up: z.int(), down: z.int(), levelsUp: z.int(), levelsDown: z.int() }),
    hidden: Trace.shape.hidden,
    notDrawn: Trace.shape.notDrawn,
    notRead: Trace.shape.notRead,
    declaring: Trace.shape.declaring,
    answeredInMs: z.number(),
  })
  .meta({ id: 'ColumnTrace' });
export type ColumnTrace = z.infer<typeof ColumnTrace>;

export const getLineage = defineEndpoint({
  method: 'GET',
  path: '/api/lineage',
  summary:
    'The lineage of one object: exact hops up and down, each edge with its evidence, hidden neighbours counted.',
  query: SnapshotQuery.extend({
    object: z.string().min(1).max(600),
    up: z.coerce.number().int().min(0).max(10).default(1),
    down: z.coerce.number().int().min(0).max(10).default(1),
    level: z.enum(['object', 'column']).default('object'),
    /** At level `column`: the column to trace; all columns of the object when left out. */
    column: z.string().min(1).max(300).optional(),
    /** At level `column`: follow filters and joins too, through which no value flows. */
    influence: z.enum(['true', 'false']).default('false'),
    /** At level `column`: show the columns of temporary tables inside procedures. */
    locals: z.enum(['true', 'false']).default('false'),
    /** Comma list of `id:up` and `id:down`: hidden neighbours to open in place. */
    expand: z
      .string()
      .max(4000)
      .regex(/^$|^[0-9a-f]{16}:(up|down)(,[0-9a-f]{16}:(up|down))*$/, 'a comma list of `id:up` and `id:down`')
      .default(''),
    limit: z.coerce.number().int().min(1).max(5000).default(2000),
  }),
  response: z.discriminatedUnion('level', [Trace, ColumnTrace]),
  errors: ['not-found', 'stale-snapshot', 'deadline'],
});

/** The columns of some objects, in their order, and the column edges that join any two of these objects. */
export const ObjectColumns = z
  .object({
    snapshot: z.int(),
    objects: z.array(
      z.object({ id: z.string(), columns: z.array(z.object({ name: z.string(), dataType: z.string() })) }),
    ),
    edges: z.array(ColumnEdge),
    /** Ids that no object of the snapshot has. */
    unknown: z.array(z.string()),
  })
  .meta({ id: 'ObjectColumns' });
export type ObjectColumns = z.infer<typeof ObjectColumns>;

export const getObjectColumns = defineEndpoint({
  method: 'GET',
  path: '/api/lineage/columns',
  summary: 'The columns of up to 100 objects, and the column edges among them.',
  query: SnapshotQuery.extend({
    /** Comma list of ids. */
    objects: z
      .string()
      .regex(/^[0-9a-f]{16}(,[0-9a-f]{16}){0,99}$/, 'a comma list of up to 100 ids of objects'),
    /** Filters and joins too, through which no value flows. */
    influence: z.enum(['true', 'false']).default('false'),
    /** "false": no edges, so that the answer does not wait for the column edges of the whole snapshot. */
    edges: z.enum(['true', 'false']).default('true'),
  }),
  response: ObjectColumns,
  errors: ['stale-snapshot', 'deadline'],
});

export const getEvidence = defineEndpoint({
  method: 'GET',
  path: '/api/objects/{id}/evidence',
  summary: 'Every proof of every edge of one object.',
  params: z.object({ id: z.string().min(1).max(600) }),
  query: SnapshotQuery,
  response: z.object({
    snapshot: z.int(),
    object: z.string(),
    incoming: z.array(Edge),
    outgoing: z.array(Edge),
    neighbours: z.array(TraceNode.omit({ depth: true })),
    /** As in a trace: of the object and its neighbours. */
    notRead: Trace.shape.notRead,
    declaring: Trace.shape.declaring,
  }),
  errors: ['not-found', 'stale-snapshot', 'deadline'],
});

/** Statements by how they were read, and names and statements in doubt. */
export const Reading = z.object({
  statements: z.int(),
  parsed: z.int(),
  /** Read after a rewrite that the parser needed. */
  repaired: z.int(),
  /** Only the token scanner read it: tables, no columns. */
  scanned: z.int(),
  /** Text made at run time. */
  dynamic: z.int(),
  /** Of `statements`: the scanned ones, and those that run text that is not, or not wholly, known. */
  unread: z.int(),
  /** Parts of statements that were left out because the parser does not know them. */
  omitted: z.int(),
  unresolved: z.int(),
  ambiguous: z.int(),
  /** Statements in which parser and scanner saw different tables. */
  disagreements: z.int(),
});
export type Reading = z.infer<typeof Reading>;

/** With the edges that the definitions and dependency lists speak of, by verdict; a verdict without edges is left out. */
const ReadingWithEdges = Reading.extend({ edges: z.partialRecord(Verdict, z.int()) });

/** Something people should know about the lineage of a definition; the span is of that definition. */
export const Diagnostic = z.object({
  severity: z.enum(['info', 'warning', 'error']),
  code: z.string(),
  message: z.string(),
  span: Span,
});
export type Diagnostic = z.infer<typeof Diagnostic>;

/**
 * `unread`: something of the definition was not read. `doubt`: all was, with something to tell. `disagree`: an edge that
 * only the dependency list or only the text says, where there are both, or a statement in which parser and scanner saw
 * different tables.
 */
export const CoverageShow = z.enum(['all', 'unread', 'doubt', 'disagree']);
export type CoverageShow = z.infer<typeof CoverageShow>;

/** `told`: definitions of which something was not read first, then those with the most diagnostics. */
export const CoverageSort = z.enum([
  ...(['told', 'name', 'statements', 'parsed', 'repaired', 'scanned', 'dynamic', 'unread'] as const),
  ...(['omitted', 'unresolved', 'ambiguous', 'disagreements', 'declaredOnly', 'parsedOnly'] as const),
]);
export type CoverageSort = z.infer<typeof CoverageSort>;

/** How one definition was read. */
export const CoverageItem = ReadingWithEdges.extend({
  source: z.string(),
  definition: DefinitionState,
  object: TraceNode.pick({ id: true, database: true, schema: true, name: true, type: true, slot: true }),
  diagnostics: z.array(Diagnostic),
});
export type CoverageItem = z.infer<typeof CoverageItem>;

/** How the definitions of one source were read: `objects` of them, those without a text included. */
export const SourceCoverage = ReadingWithEdges.extend({
  source: z.string(),
  objects: z.int(),
  withDiagnostics: z.int(),
  withUnread: z.int(),
  withoutText: z.int(),
  /** It brought a list of dependencies. */
  declares: z.boolean(),
  /** Null when it brought no query log. */
  queryLog: LogReading.nullable(),
});
export type SourceCoverage = z.infer<typeof SourceCoverage>;

export const getCoverage = defineEndpoint({
  method: 'GET',
  path: '/api/coverage',
  summary:
    'How much of the SQL was read: per source, and per object those with something to tell first. `object` asks for one.',
  query: SnapshotQuery.extend(PageQuery.shape).extend({
    source: z.string().max(200).optional(),
    object: z.string().max(600).optional(),
    /** Part of `schema.name`. */
    q: z.string().max(200).optional(),
    show: CoverageShow.default('all'),
    sort: CoverageSort.default('told'),
    /** Left out: names from A, numbers from the largest. */
    order: z.enum(['asc', 'desc']).optional(),
  }),
  response: pageOf(CoverageItem).extend({
    snapshot: z.int(),
    sources: z.array(SourceCoverage),
    /** Definitions of each kind that match the other filters, whatever `show` asks for. */
    counts: z.record(CoverageShow, z.int()),
  }),
  errors: ['not-found', 'stale-snapshot', 'deadline'],
});
