import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { read } from '@/lib/workspace/server/read';
import type { Reader } from '@/lib/workspace/server/reader';
import { coverage, diagnostics } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';
import { Diagnostic, type getCoverage as endpoint } from '../contract';
import { at, type LineageGraph } from '../graph/graph';
import { toNode } from '../graph/to-node';
import { graphOf } from './graph-of';
import { requireObject } from './require-object';

type Answer = z.output<(typeof endpoint)['response']>;

const COUNTS = [
  'parsed',
  'repaired',
  'scanned',
  'dynamic',
  'unresolved',
  'ambiguous',
  'disagreements',
] as const;
const STATEMENTS = 'parsed + repaired + scanned + dynamic';

const Counts = z.object({
  source: z.string(),
  statements: z.int(),
  ...Object.fromEntries(COUNTS.map((name) => [name, z.int()])),
} as Record<(typeof COUNTS)[number] | 'statements', z.ZodInt> & { source: z.ZodString });
const SourceRow = Counts.extend({ objects: z.int(), withDiagnostics: z.int() });
const ObjectRow = Counts.extend({ object: z.string(), total: z.int() });

/**
 * How much of the SQL was read: numbers of each source, and one page of its definitions, those with more to tell first.
 * @throws AppError not-found, invalid-request (ambiguous name, cursor), stale-snapshot
 */
export async function getCoverage(query: z.output<(typeof endpoint)['query']>): Promise<Answer> {
  const graph = await graphOf(query.snapshot);
  const object = query.object === undefined ? null : at(graph.ids, requireObject(graph, query.object));
  const offset = offsetOf(query.cursor);
  const params = { snapshot: graph.snapshot, source: query.source ?? null, object };
  return read(async (db) => {
    const sources = await db.all(SourceRow, SOURCES, { snapshot: graph.snapshot });
    const rows = await db.all(ObjectRow, OBJECTS, { ...params, limit: query.limit, offset });
    const total = rows[0]?.total ?? 0;
    const found = await readDiagnostics(
      db,
      graph.snapshot,
      rows.map((row) => row.object),
    );
    return {
      snapshot: graph.snapshot,
      sources,
      total,
      nextCursor: offset + rows.length < total ? String(offset + rows.length) : null,
      items: rows.map(({ object, total: _, ...row }) => ({
        ...row,
        object: nodeOf(graph, object),
        diagnostics: found.get(`${row.source} ${object}`) ?? [],
      })),
    };
  });
}

const SOURCES = `
  SELECT source, count(*) AS objects, sum(${STATEMENTS})::BIGINT AS statements,
    ${COUNTS.map((name) => `sum(${name})::BIGINT AS ${name}`).join(', ')},
    count(*) FILTER ((source, object) IN (SELECT (source, object) FROM ${asOf(diagnostics)} AS d)) AS "withDiagnostics"
  FROM ${asOf(coverage)} AS c GROUP BY source ORDER BY source`;

const OBJECTS = `
  SELECT source, object, ${STATEMENTS} AS statements, ${COUNTS.join(', ')}, count(*) OVER () AS total
  FROM ${asOf(coverage)} AS c
  LEFT JOIN (SELECT source, object, count(*) AS told FROM ${asOf(diagnostics)} AS d GROUP BY ALL) AS d USING (source, object)
  WHERE ($source IS NULL OR source = $source) AND ($object IS NULL OR object = $object)
  ORDER BY coalesce(told, 0) DESC, source, object LIMIT $limit OFFSET $offset`;

const DiagnosticRow = z.object({
  key: z.string(),
  severity: Diagnostic.shape.severity,
  code: z.string(),
  message: z.string(),
  start_line: z.int(),
  start_column: z.int(),
  end_line: z.int(),
  end_column: z.int(),
});

async function readDiagnostics(db: Reader, snapshot: number, objects: readonly string[]) {
  const found = new Map<string, z.infer<typeof Diagnostic>[]>();
  if (objects.length === 0) return found;
  const rows = await db.all(
    DiagnosticRow,
    `SELECT source || ' ' || object AS key, severity, code, message, start_line, start_column, end_line, end_column
     FROM ${asOf(diagnostics)} AS d WHERE object = any($objects) ORDER BY ALL`,
    { snapshot, objects },
  );
  for (const { key, severity, code, message, ...span } of rows) {
    const start = { line: span.start_line, column: span.start_column };
    const end = { line: span.end_line, column: span.end_column };
    found.set(key, [...(found.get(key) ?? []), { severity, code, message, span: { start, end } }]);
  }
  return found;
}

function nodeOf(graph: LineageGraph, id: string): Answer['items'][number]['object'] {
  const object = graph.indexOf.get(id);
  if (object === undefined)
    throw new Error(`Coverage of ${id}, which is no object of snapshot #${graph.snapshot}.`);
  const { database, schema, name, type } = toNode(graph, object);
  return { id, database, schema, name, type };
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new AppError('invalid-request', 'The cursor is not valid. Take it from `nextCursor` of an answer.', {
    invalidParams: [{ name: 'cursor', reason: 'not a cursor of this list' }],
  });
}
