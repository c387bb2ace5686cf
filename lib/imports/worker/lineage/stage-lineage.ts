import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { extractEach } from '@/lib/lineage/sql/model/extract-model';
import { openDefinitionPool } from '@/lib/lineage/sql/threads/definition-pool';
import type { JobSource } from '../job-source';
import type { SqlValue, StageDb } from '../stage-db';
import { type LineageRows, lineageRows } from './evidence-rows';
import { type PlacedDefinition, readCatalog, readDefinitions } from './read-model';

/** For one definition; the slowest of real estates takes a hundredth of it. */
const DEADLINE_MS = 20_000;
const HEAP_MEGABYTES = 512;
/** Definitions that take as long as it takes to load the parser once more. */
const WORTH_A_THREAD = 300;

const TABLES = `
  CREATE TABLE parsed_edges (object VARCHAR, from_object VARCHAR, to_object VARCHAR, kind VARCHAR,
    start_line BIGINT, start_column BIGINT, end_line BIGINT, end_column BIGINT, percent BIGINT, _file BIGINT, _record BIGINT);
  CREATE TABLE parsed_columns (object VARCHAR, from_object VARCHAR, from_column VARCHAR, to_object VARCHAR, to_column VARCHAR,
    kind VARCHAR, start_line BIGINT, start_column BIGINT, end_line BIGINT, end_column BIGINT, percent BIGINT,
    _file BIGINT, _record BIGINT);
  CREATE TABLE parsed_problems (object VARCHAR, code VARCHAR, severity VARCHAR, message VARCHAR,
    start_line BIGINT, start_column BIGINT, end_line BIGINT, end_column BIGINT, _file BIGINT, _record BIGINT);
  CREATE TABLE parsed_coverage (object VARCHAR, parsed BIGINT, repaired BIGINT, scanned BIGINT, dynamic BIGINT,
    unresolved BIGINT, ambiguous BIGINT, disagreements BIGINT, _file BIGINT, _record BIGINT);
  CREATE TABLE parsed_views (object VARCHAR, column_name VARCHAR, ordinal BIGINT, _file BIGINT, _record BIGINT);
  CREATE TABLE parsed_objects (object VARCHAR, database_name VARCHAR, schema_name VARCHAR, object_name VARCHAR,
    object_type VARCHAR, _file BIGINT, _record BIGINT)`;

/**
 * Reads the staged definitions and stages what they tell: edges between objects and between columns with their places, the
 * objects that only they name, what could not be read, and how much of each was.
 */
export async function stageLineage(
  db: StageDb,
  source: JobSource,
  threads: number,
  { columnsOfViews }: { columnsOfViews: boolean },
): Promise<void> {
  const count = await db.count('FROM stage.main.catalog_definitions');
  if (count === 0) return;
  await db.run(TABLES);
  const { database, dialect } = source;
  const needed = Math.min(threads, Math.ceil(count / WORTH_A_THREAD));
  const definitions = await readAll(db, source, needed);
  const catalog = await readCatalog(db, database);
  const rows = { edges: [], columnEdges: [], diagnostics: [], coverage: [], columns: [], named: [] } as Rows;
  const known = new Set<string>();
  let turn = performance.now();
  for (const { definition, facts } of extractEach(definitions, catalog, dialect)) {
    addRows(rows, lineageRows(definition, facts, database), { definition, known });
    if (rows.columnEdges.length >= BATCH) await flush(db, rows);
    // The server waits for signs of life, which this thread gives between two definitions.
    if (performance.now() - turn < TURN_MS) continue;
    await nextTurn();
    turn = performance.now();
  }
  await flush(db, rows);
  await store(db, source.name);
  if (columnsOfViews) await db.run(VIEW_COLUMNS, { source: source.name });
}

type Rows = Record<'edges' | 'columnEdges' | 'diagnostics' | 'coverage' | 'columns' | 'named', SqlValue[][]>;

const BATCH = 50_000;
const TURN_MS = 100;

function addRows(
  rows: Rows,
  { edges, columnEdges, diagnostics, coverage, columns, named }: LineageRows,
  { definition: { file, record }, known }: { definition: PlacedDefinition; known: Set<string> },
): void {
  rows.edges.push(...edges);
  rows.columnEdges.push(...columnEdges);
  rows.diagnostics.push(...diagnostics);
  rows.coverage.push(coverage);
  rows.columns.push(...columns);
  for (const { id, database, schema, name, type } of named) {
    if (!known.has(id)) rows.named.push([id, database, schema, name, type, file, record]);
    known.add(id);
  }
}

async function flush(db: StageDb, rows: Rows): Promise<void> {
  await db.append('parsed_edges', rows.edges.splice(0));
  await db.append('parsed_columns', rows.columnEdges.splice(0));
  await db.append('parsed_problems', rows.diagnostics.splice(0));
  await db.append('parsed_coverage', rows.coverage.splice(0));
  await db.append('parsed_views', rows.columns.splice(0));
  await db.append('parsed_objects', rows.named.splice(0));
}

/** In threads beside this one, which holds no parser: imports without definitions do not wait for it to load. */
async function readAll(db: StageDb, source: JobSource, threads: number): Promise<PlacedDefinition[]> {
  const file = fileURLToPath(new URL('./definition-thread.mjs', import.meta.url));
  const pool = openDefinitionPool({ file, threads, deadlineMs: DEADLINE_MS, heapMegabytes: HEAP_MEGABYTES });
  try {
    return await readDefinitions(db, source, pool);
  } finally {
    await pool.close();
  }
}

const SPAN = 'start_line::INTEGER, start_column::INTEGER, end_line::INTEGER, end_column::INTEGER';
const PLACE = '_file::INTEGER, _record';

/** Of scripts, which list no columns of views; the types are not told. */
const VIEW_COLUMNS = `
  INSERT INTO stage.main.catalog_columns
  SELECT $source, object, column_name, ordinal::INTEGER, '', NULL, ${PLACE}
  FROM parsed_views ANTI JOIN stage.main.catalog_columns USING (object)`;

async function store(db: StageDb, source: string): Promise<void> {
  const statements = [
    `INSERT INTO stage.main.catalog_objects
     SELECT $source, object, '', database_name, schema_name, object_name, object_type, object_type, ${PLACE}
     FROM parsed_objects ANTI JOIN known USING (object)`,
    `INSERT INTO stage.main.catalog_evidence
     SELECT $source, object, from_object, to_object, kind, 'parsed', ${SPAN}, percent / 100, ${PLACE} FROM parsed_edges`,
    `INSERT INTO stage.main.catalog_column_evidence
     SELECT $source, object, from_object, from_column, to_object, to_column, kind, 'parsed', ${SPAN}, percent / 100, ${PLACE}
     FROM parsed_columns`,
    `INSERT INTO stage.main.catalog_diagnostics
     SELECT DISTINCT $source, object, code, severity, message, ${SPAN}, ${PLACE} FROM parsed_problems`,
    `INSERT INTO stage.main.catalog_coverage
     SELECT $source, object, parsed::INTEGER, repaired::INTEGER, scanned::INTEGER, dynamic::INTEGER, unresolved::INTEGER,
       ambiguous::INTEGER, disagreements::INTEGER, ${PLACE} FROM parsed_coverage`,
  ];
  for (const sql of statements) await db.run(sql, { source });
}
