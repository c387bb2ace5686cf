import { extractModel } from '@/lib/lineage/sql/model/extract-model';
import type { JobSource } from '../job-source';
import type { StageDb } from '../stage-db';
import { lineageRows, type NamedObject } from './evidence-rows';
import { readCatalog, readDefinitions } from './read-model';

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
  CREATE TABLE parsed_objects (object VARCHAR, database_name VARCHAR, schema_name VARCHAR, object_name VARCHAR,
    object_type VARCHAR, _file BIGINT, _record BIGINT)`;

/**
 * Reads the staged definitions and stages what they tell: edges between objects and between columns with their places, the
 * objects that only they name, what could not be read, and how much of each was.
 */
export async function stageLineage(db: StageDb, source: JobSource): Promise<void> {
  await db.run(TABLES);
  const { database, dialect } = source;
  const definitions = await readDefinitions(db, { database, dialect });
  const facts = extractModel(definitions, await readCatalog(db, database), dialect);
  const named = new Map<string, { object: NamedObject; file: number; record: number }>();
  const all = definitions.flatMap((definition, n) => {
    const found = facts[n];
    if (found === undefined) return [];
    const rows = lineageRows(definition, found, database);
    for (const object of rows.named) {
      if (!named.has(object.id))
        named.set(object.id, { object, file: definition.file, record: definition.record });
    }
    return [rows];
  });
  await db.append(
    'parsed_edges',
    all.flatMap(({ edges }) => edges),
  );
  await db.append(
    'parsed_columns',
    all.flatMap(({ columnEdges }) => columnEdges),
  );
  await db.append(
    'parsed_problems',
    all.flatMap(({ diagnostics }) => diagnostics),
  );
  await db.append(
    'parsed_coverage',
    all.map(({ coverage }) => coverage),
  );
  await db.append(
    'parsed_objects',
    [...named.values()].map(({ object: it, file, record }) => [
      ...[it.id, it.database, it.schema, it.name, it.type, file, record],
    ]),
  );
  await store(db, source.name);
}

const SPAN = 'start_line::INTEGER, start_column::INTEGER, end_line::INTEGER, end_column::INTEGER';
const PLACE = '_file::INTEGER, _record';

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
