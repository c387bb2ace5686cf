import 'server-only';
import { log } from '@/lib/log/log';
import { read } from '@/lib/workspace/server/read';
import type { Reader } from '@/lib/workspace/server/reader';
import { evidence, objects } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';
import { buildGraph } from '../graph/build-graph';
import type { CatalogRows } from '../graph/catalog-rows';
import type { LineageGraph } from '../graph/graph';
import { fileName, importsByNumber } from './published-imports';
import { nullableNumberColumns, numberColumns, textColumns } from './typed-columns';

const DEADLINE_MS = 120_000;

/** Reads one snapshot's objects and evidence in one transaction and builds its graph. */
export async function loadGraph(snapshot: number): Promise<LineageGraph> {
  const started = performance.now();
  const rows = await read((db) => readRows(db, snapshot), { deadlineMs: DEADLINE_MS });
  const readMs = performance.now() - started;
  const graph = buildGraph(rows);
  log.info(
    {
      phase: 'graph',
      snapshot,
      objects: graph.size,
      edges: graph.edges.from.length,
      readMs: Math.round(readMs),
      durationMs: Math.round(performance.now() - started),
    },
    'lineage graph built',
  );
  if (graph.danglingEvidence > 0) {
    log.warn(
      { snapshot, evidence: graph.danglingEvidence },
      'evidence names objects that are not in the snapshot',
    );
  }
  return graph;
}

async function readRows(db: Reader, snapshot: number): Promise<CatalogRows> {
  return {
    snapshot,
    objects: textColumns(await db.columns(OBJECTS, { snapshot }), [
      'source',
      'object',
      'database',
      'schema',
      'name',
      'type',
    ]),
    evidence: await readEvidence(db, snapshot),
    schemasByArrival: await readSchemas(db),
  };
}

const OBJECTS = `
  SELECT source, object, database_name AS database, schema_name AS schema, object_name AS name, object_type AS type
  FROM ${asOf(objects)} AS o
  ORDER BY lower(database_name), lower(schema_name), lower(object_name), object, _from DESC, source`;

const EVIDENCE = `
  SELECT source, object, from_object AS from, to_object AS to, kind, method, start_line AS startLine,
    start_column AS startColumn, end_line AS endLine, end_column AS endColumn, confidence, _from AS import,
    _file AS ordinal, CAST(_record AS DOUBLE) AS record
  FROM ${asOf(evidence)} AS e
  ORDER BY method, _from, _file, _record`;

async function readEvidence(db: Reader, snapshot: number): Promise<CatalogRows['evidence']> {
  const columns = await db.columns(EVIDENCE, { snapshot });
  const texts = textColumns(columns, ['source', 'object', 'from', 'to', 'kind', 'method']);
  const numbers = numberColumns(columns, ['confidence', 'import', 'ordinal', 'record']);
  const span = nullableNumberColumns(columns, ['startLine', 'startColumn', 'endLine', 'endColumn']);
  const imports = await importsByNumber(db, [...new Set(numbers.import)]);
  const file = numbers.import.map((number, row) => fileName(imports.get(number), numbers.ordinal[row] ?? 0));
  return { ...texts, ...numbers, ...span, file };
}

/** In the order of the records that first named them, over all snapshots. */
const SCHEMAS = `
  SELECT database_name AS database, schema_name AS schema
  FROM (SELECT *, row_number() OVER (PARTITION BY lower(database_name), lower(schema_name)
          ORDER BY _from, _file, _record) AS nth FROM catalog_objects)
  WHERE nth = 1 ORDER BY _from, _file, _record`;

async function readSchemas(db: Reader): Promise<CatalogRows['schemasByArrival']> {
  const { database, schema } = textColumns(await db.columns(SCHEMAS), ['database', 'schema']);
  return database.map((name, row) => ({ database: name, schema: schema[row] ?? '' }));
}
