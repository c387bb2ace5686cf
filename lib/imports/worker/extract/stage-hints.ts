import { z } from 'zod';
import { type Hint, parseHints } from '@/lib/lineage/hints/parse-hints';
import type { JobSource } from '../job-source';
import type { Stage } from '../open-stage';
import { fileOfPlace, recordOfPlace } from '../places';
import type { SqlValue, StageDb } from '../stage-db';
import { resolveNames } from './resolve-names';

const DefinitionRow = z.object({ _place: z.number(), definition: z.string() });

/**
 * Stages what the comment hints in the staged definitions say: an input feeds the object (`reads`), the object feeds an
 * output (`writes`). Names that nothing has, and text that is no name, become notes.
 */
export async function stageHints(db: StageDb, stage: Stage, source: JobSource): Promise<void> {
  await db.run(
    `CREATE TABLE hints (number BIGINT, _place BIGINT, direction VARCHAR, parts BIGINT, database_name VARCHAR, schema_name VARCHAR,
       name VARCHAR, written VARCHAR, start_line BIGINT, start_column BIGINT, end_line BIGINT, end_column BIGINT)`,
  );
  const found = await findHints(db, stage);
  if (found === 0) return;
  await db.run(
    `CREATE TABLE asked AS SELECT h.number, d.schema_name AS home, h.schema_name, h.name FROM hints AS h JOIN defined AS d USING (_place)
     WHERE h.parts <= 3 AND lower(coalesce(h.database_name, $database)) = lower($database)`,
    { database: source.database },
  );
  await resolveNames(db);
  await db.run(
    `INSERT INTO notes SELECT _place, 'HINT_UNKNOWN_OBJECT', 'Line ' || start_line || ', column ' || start_column
       || ': no object is named ' || written || ', which a lineage hint of ' || d.schema_name || '.' || d.object_name || ' names.'
     FROM hints JOIN defined AS d USING (_place) ANTI JOIN resolved USING (number) ORDER BY number`,
  );
  await db.run(
    `INSERT INTO stage.main.catalog_evidence
     SELECT $source, d.object, CASE h.direction WHEN 'input' THEN r.object ELSE d.object END,
       CASE h.direction WHEN 'input' THEN d.object ELSE r.object END, CASE h.direction WHEN 'input' THEN 'reads' ELSE 'writes' END,
       'hint', start_line::INTEGER, start_column::INTEGER, end_line::INTEGER, end_column::INTEGER, 0.9, NULL, NULL, NULL,
       ${fileOfPlace('h._place')}, ${recordOfPlace('h._place')}
     FROM hints AS h JOIN resolved AS r USING (number) JOIN defined AS d ON d._place = h._place ORDER BY number`,
    { source: source.name },
  );
}

const BATCH = 5000;

/** Fills `hints` and `notes` from the texts; on a connection of its own, so that texts and hints flow side by side. */
async function findHints(db: StageDb, stage: Stage): Promise<number> {
  const writer = await stage.connect();
  let found = 0;
  const hints: SqlValue[][] = [];
  const problems: SqlValue[][] = [];
  const flush = async (least: number) => {
    if (hints.length >= least) await writer.append('hints', hints.splice(0));
    if (problems.length >= least) await writer.append('notes', problems.splice(0));
  };
  const withHints = `SELECT d._place, d.definition FROM typed_definitions AS d JOIN defined USING (_place)
    WHERE contains(lower(d.definition), '@lineage_') ORDER BY d._place`;
  for await (const { _place, definition } of db.stream(DefinitionRow, withHints)) {
    const parsed = parseHints(definition);
    for (const hint of parsed.hints) hints.push(hintRow(found++, _place, hint));
    for (const { text, span } of parsed.problems)
      problems.push([
        _place,
        'HINT_UNREADABLE',
        `Line ${span.start.line}, column ${span.start.column}: ${text === '' ? 'a name is missing in a lineage hint' : `"${text}" in a lineage hint is not a name`}.`,
      ]);
    await flush(BATCH);
  }
  await flush(1);
  writer.close();
  return found;
}

function hintRow(
  number: number,
  place: number,
  { direction, parts, span: { start, end } }: Hint,
): SqlValue[] {
  const [name = '', schema = null, database = null] = parts.toReversed();
  const span = [start.line, start.column, end.line, end.column];
  return [number, place, direction, parts.length, database, schema, name, parts.join('.'), ...span];
}
