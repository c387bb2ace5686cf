import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { ObjectFacts } from '@/lib/lineage/sql/model/object-facts';
import { openModel } from '@/lib/lineage/sql/model/open-model';
import type { Outline } from '@/lib/lineage/sql/model/outline';
import type { WorkerJob } from '../protocol';
import type { StageDb } from '../stage-db';
import { lineageRows } from './evidence-rows';
import { LineageBatch } from './lineage-batch';
import { openReader } from './open-reader';
import { createReadable, listDefinitions, readCatalog } from './read-model';
import { extractorVersion } from './stored-reading';
import { isUnchanged, keepPrint, modelPrint, reuseAll } from './unchanged-model';

const MARK_TYPES = 'at_line BIGINT, at_column BIGINT, at_length BIGINT';
const ENTRY_TYPES = 'entry_line BIGINT, entry_column BIGINT, entry_length BIGINT';
const TABLES = `
  CREATE TABLE parsed_edges (object VARCHAR, from_object VARCHAR, to_object VARCHAR, kind VARCHAR,
    start_line BIGINT, start_column BIGINT, end_line BIGINT, end_column BIGINT, percent BIGINT, ${MARK_TYPES}, _file BIGINT, _record BIGINT);
  CREATE TABLE parsed_columns (object VARCHAR, from_object VARCHAR, from_column VARCHAR, to_object VARCHAR, to_column VARCHAR,
    kind VARCHAR, start_line BIGINT, start_column BIGINT, end_line BIGINT, end_column BIGINT, percent BIGINT,
    ${MARK_TYPES}, ${ENTRY_TYPES}, _file BIGINT, _record BIGINT);
  CREATE TABLE parsed_problems (object VARCHAR, code VARCHAR, severity VARCHAR, message VARCHAR,
    start_line BIGINT, start_column BIGINT, end_line BIGINT, end_column BIGINT, _file BIGINT, _record BIGINT);
  CREATE TABLE parsed_coverage (object VARCHAR, parsed BIGINT, repaired BIGINT, scanned BIGINT, dynamic BIGINT,
    unresolved BIGINT, ambiguous BIGINT, disagreements BIGINT, _file BIGINT, _record BIGINT);
  CREATE TABLE parsed_readings (object VARCHAR, fingerprint VARCHAR, trail VARCHAR);
  CREATE TABLE parsed_reused (object VARCHAR);
  CREATE TABLE parsed_views (object VARCHAR, column_name VARCHAR, ordinal BIGINT, _file BIGINT, _record BIGINT);
  CREATE TABLE parsed_objects (object VARCHAR, database_name VARCHAR, schema_name VARCHAR, object_name VARCHAR,
    object_type VARCHAR, _file BIGINT, _record BIGINT)`;

/**
 * Reads the staged definitions and stages what they tell: edges between objects and between columns with their places, the
 * objects that only they name, what could not be read, and how much of each was. What came out of a definition the last time, and would again,
 * stays in the workspace as it is: such a definition is only named (table `stage_reused`). `prepareModel` comes first.
 */
export async function stageLineage(
  db: StageDb,
  job: LineageJob,
  { columnsOfViews }: { columnsOfViews: boolean },
): Promise<void> {
  if ((await db.count('FROM stage.main.catalog_definitions')) === 0) return;
  await db.run(TABLES);
  const { source } = job;
  await createReadable(db, source, await extractorVersion());
  const print = await modelPrint(db);
  if (await isUnchanged(db, print)) await reuseAll(db, { columnsOfViews });
  else await bindModel(db, job);
  await keepPrint(db, print);
  await store(db, source.name);
  if (columnsOfViews) await db.run(VIEW_COLUMNS, { source: source.name });
}

/** Binds the definitions one after the other, those that would come out otherwise than the last time. */
async function bindModel(db: StageDb, job: LineageJob): Promise<void> {
  const { source } = job;
  const definitions = await listDefinitions(db, source.dialect);
  const catalog = await readCatalog(db);
  const listed = new Set(
    (await db.all(Listed, 'SELECT DISTINCT object FROM known')).map(({ object }) => object),
  );
  const reader = openReader(db, job, definitions);
  try {
    const outlines = await reader.readUnknown();
    const outlined = definitions.map((it) => ({
      ...it,
      outline: it.known?.outline ?? outlineIn(outlines, it.id),
    }));
    const model = openModel(outlined, catalog, source.dialect);
    const rows = new LineageBatch(db, listed);
    let turn = performance.now();
    for (const definition of model.order) {
      if (definition.known !== null && model.reuse(definition.object, definition.known.reading)) {
        rows.reuse(definition, definition.known);
      } else {
        const { body, text } = await reader.take(definition);
        const object = { ...definition.object, text };
        const { facts, reading } = model.bind(object, body);
        const { outline, fingerprint } = definition;
        const found = lineageRows({ ...definition, object }, facts, source.database);
        rows.add(definition, found, isWhole(facts) ? { fingerprint, outline, reading } : null);
      }
      await rows.flush(BATCH);
      // The server waits for signs of life, which this thread gives between two definitions.
      if (performance.now() - turn < TURN_MS) continue;
      await nextTurn();
      turn = performance.now();
    }
    await rows.flush(1);
  } finally {
    await reader.close();
  }
}

type LineageJob = Pick<WorkerJob, 'source' | 'stageDir' | 'threads'>;
const BATCH = 20_000;
const TURN_MS = 100;
const Listed = z.object({ object: z.string() });

/** One that was given up may be read the next time. */
function isWhole({ diagnostics }: ObjectFacts): boolean {
  return diagnostics.every(({ code }) => code !== 'definition-skipped');
}

function outlineIn(outlines: ReadonlyMap<string, Outline>, id: string): Outline {
  const outline = outlines.get(id);
  if (outline === undefined) throw new Error(`Nothing was read of ${id}.`);
  return outline;
}

const SPAN = 'start_line::INTEGER, start_column::INTEGER, end_line::INTEGER, end_column::INTEGER';
const PLACE = '_file::INTEGER, _record';
const MARK = 'at_line::INTEGER, at_column::INTEGER, at_length::INTEGER';
const ENTRY = 'entry_line::INTEGER, entry_column::INTEGER, entry_length::INTEGER';

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
     SELECT $source, object, from_object, to_object, kind, 'parsed', ${SPAN}, percent / 100, ${MARK}, ${PLACE} FROM parsed_edges`,
    `INSERT INTO stage.main.catalog_column_evidence
     SELECT $source, object, from_object, from_column, to_object, to_column, kind, 'parsed', ${SPAN}, percent / 100,
       ${MARK}, ${ENTRY}, ${PLACE} FROM parsed_columns`,
    `INSERT INTO stage.main.catalog_diagnostics
     SELECT DISTINCT $source, object, code, severity, message, ${SPAN}, ${PLACE} FROM parsed_problems`,
    `INSERT INTO stage.main.catalog_coverage
     SELECT $source, object, parsed::INTEGER, repaired::INTEGER, scanned::INTEGER, dynamic::INTEGER, unresolved::INTEGER,
       ambiguous::INTEGER, disagreements::INTEGER, ${PLACE} FROM parsed_coverage`,
  ];
  for (const sql of statements) await db.run(sql, { source });
  await db.run(
    'INSERT INTO stage.main.stage_readings FROM parsed_readings; INSERT INTO stage.main.stage_reused FROM parsed_reused',
  );
}
