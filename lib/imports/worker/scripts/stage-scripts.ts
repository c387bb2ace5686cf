import { AppError } from '@/lib/errors/app-error';
import { dialectNames } from '@/lib/lineage/sql/dialect-names';
import { proposeDialect } from '@/lib/lineage/sql/propose-dialect';
import { createKnownColumns, createKnownObjects } from '../extract/known-objects';
import { stageHints } from '../extract/stage-hints';
import { prepareModel } from '../lineage/prepare-model';
import { stageLineage } from '../lineage/stage-lineage';
import type { Stage } from '../open-stage';
import { fileOfPlace, PLACE_BITS, recordOfPlace } from '../places';
import type { StagedFile, WorkerJob } from '../protocol';
import type { Locate } from '../read-records';
import type { SqlValue, StageDb } from '../stage-db';
import { countOutcomes, stageRejects } from '../stage-rejects';
import type { ScriptFile, ScriptRecord } from './script-file';

type Placed = ScriptRecord & { readonly place: number };

/**
 * Stages what the scripts define, each object as its last definition in the order of the files says, and what their SQL tells.
 * @throws AppError `incomplete-extract` when scripts that tell nothing would replace a source
 */
export async function stageScripts(
  stage: Stage,
  db: StageDb,
  job: WorkerJob,
  files: readonly ScriptFile[],
): Promise<StagedFile[]> {
  refuseSilent(job, files);
  const { source } = job;
  await stageRecords(db, job, await settle(db, files));
  await stageHints(db, stage, source);
  await createKnownColumns(db, job.knownColumnsFile);
  // What a definition gives is told by the definition that came, not by the one before it.
  await db.run(
    `DELETE FROM known_columns WHERE object IN (SELECT object FROM stage.main.catalog_definitions)
       AND object NOT IN (SELECT object FROM stage.main.catalog_columns)`,
  );
  await prepareModel(db, job);
  await stageLineage(db, job, { columnsOfViews: true });
  for (const file of files) await stageRejects(db, file.file.ordinal, locateIn(file));
  await noteScripts(db, job, files);
  const outcomes = new Map((await countOutcomes(db)).map((it) => [it.file, it]));
  return files.map(({ file: { ordinal }, encoding, records }): StagedFile => {
    const { rejected = 0, duplicates = 0, skipped = 0 } = outcomes.get(ordinal) ?? {};
    const read = records.length;
    return {
      ...{ ordinal, format: 'sql', role: 'script', dataset: null, compression: null, encoding },
      ...{
        columns: [RAW],
        delimiter: null,
        rowBytes: null,
        read,
        staged: read - duplicates - rejected - skipped,
      },
      ...{ duplicates, rejected, skipped },
    };
  });
}

function refuseSilent({ choices }: WorkerJob, files: readonly ScriptFile[]): void {
  if (choices.mode === 'merge' || files.some(({ records }) => records.length > 0)) return;
  throw new AppError(
    'incomplete-extract',
    `Nothing in ${files.map(({ file }) => file.name).join(', ')} defines, reads or changes anything. Replacing a source with it would ` +
      'remove everything that is known of it. Check the files and the SQL dialect.',
    { extra: { missing: ['objects'] } },
  );
}

/** Of definitions of one object the last one counts; the same text again is a repeat, another one is left out with a note. */
async function settle(db: StageDb, files: readonly ScriptFile[]): Promise<Placed[]> {
  const placed = files.flatMap(({ file, records }) =>
    records.map((record, index) => ({ ...record, place: file.ordinal * 2 ** PLACE_BITS + index + 1 })),
  );
  const nameOf = new Map(files.map(({ file }) => [file.ordinal, file.name]));
  const last = new Map<string, Placed>();
  for (const record of placed) if (record.reject === null) last.set(record.object, record);
  const reasons: SqlValue[][] = [];
  const repeats: SqlValue[][] = [];
  const skips: SqlValue[][] = [];
  const notes: SqlValue[][] = [];
  for (const { object, place, text, type, schema, name, reject } of placed) {
    const stays = last.get(object);
    if (reject !== null) reasons.push([place, 100, null, reject.code, reject.message]);
    else if (stays === undefined || stays.place === place) continue;
    else if (stays.text === text && stays.type === type) repeats.push([place]);
    else {
      skips.push([place]);
      const where = `${nameOf.get(Math.floor(stays.place / 2 ** PLACE_BITS))}, line ${stays.line}`;
      const full = [schema, name].filter((part) => part !== '').join('.');
      notes.push([
        place,
        'DEFINED_AGAIN',
        `${full} is defined again in ${where}; that later definition counts.`,
      ]);
    }
  }
  await db.append('reasons', reasons);
  await db.append('repeats', repeats);
  await db.append('skips', skips);
  await db.append('notes', notes);
  return placed.filter((record) => last.get(record.object)?.place === record.place);
}

/** Fills the stage and the tables that hints and lineage look into: `listed`, `known`, `defined`, `typed_definitions`. */
async function stageRecords(db: StageDb, job: WorkerJob, records: readonly Placed[]): Promise<void> {
  await db.run(
    `CREATE TABLE script_records (_place BIGINT, object VARCHAR, database_name VARCHAR, schema_name VARCHAR, object_name VARCHAR,
       object_type VARCHAR, definition VARCHAR);
     CREATE TABLE script_columns (_place BIGINT, object VARCHAR, column_name VARCHAR, ordinal BIGINT, data_type VARCHAR, nullable BOOLEAN)`,
  );
  await db.append(
    'script_records',
    records.map((it) => [it.place, it.object, it.database, it.schema, it.name, it.type, it.text]),
  );
  await db.append(
    'script_columns',
    records.flatMap(({ place, object, columns }) =>
      distinct(columns).map((it, at) => [place, object, it.name, at + 1, it.type, it.nullable]),
    ),
  );
  await db.run(
    `CREATE TABLE listed AS SELECT _place, NULL::BIGINT AS id, schema_name, object_name, object_type AS native_type, object_type, object
     FROM script_records;
     CREATE TABLE defined AS SELECT _place, object, schema_name, object_name FROM script_records;
     CREATE VIEW typed_definitions AS SELECT _place, definition FROM script_records`,
  );
  await createKnownObjects(db, job.knownObjectsFile);
  const place = `${fileOfPlace('_place')}, ${recordOfPlace('_place')}`;
  const known =
    job.knownObjectsFile === null
      ? 'NULL'
      : '(SELECT any_value(id) FROM before WHERE before.object = r.object)';
  const source = { source: job.source.name };
  await db.run(
    `INSERT INTO stage.main.catalog_objects
     SELECT $source, object, coalesce(${known}::VARCHAR, ''), database_name, schema_name, object_name, object_type, object_type, ${place}
     FROM script_records AS r`,
    source,
  );
  await db.run(
    `INSERT INTO stage.main.catalog_definitions SELECT $source, object, definition, ${place} FROM script_records`,
    source,
  );
  await db.run(
    `INSERT INTO stage.main.catalog_columns
     SELECT $source, object, column_name, ordinal::INTEGER, data_type, nullable, ${place} FROM script_columns`,
    source,
  );
}

function distinct<T extends { readonly name: string }>(columns: readonly T[]): T[] {
  return [...new Map(columns.toReversed().map((it) => [it.name.toLowerCase(), it])).values()].toReversed();
}

/** What a rejected record shows of itself, as one column of that name. */
const RAW = 'sql';

function locateIn({ records }: ScriptFile): Locate {
  return async (wanted, mostBytes) =>
    new Map(
      wanted.flatMap((number) => {
        const record = records[number - 1];
        if (record === undefined) return [];
        const raw = JSON.stringify({ [RAW]: shortened(record.text, mostBytes) });
        return [[number, { line: record.reject?.line ?? record.line, byteOffset: null, raw }] as const];
      }),
    );
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}… [${text.length - most} more characters]`;
}

async function noteScripts(db: StageDb, { source }: WorkerJob, files: readonly ScriptFile[]): Promise<void> {
  const note = (ordinal: number, code: string, message: string) =>
    db.run('INSERT INTO stage.main.stage_notes VALUES ($ordinal, NULL, $code, $message)', {
      ordinal,
      code,
      message,
    });
  for (const { file, records, uses } of files) {
    if (records.length === 0)
      await note(file.ordinal, 'NOTHING_FOUND', 'Nothing in this script defines, reads or changes anything.');
    if (uses !== null)
      await note(
        file.ordinal,
        'OTHER_DATABASE',
        `Line ${uses.line} goes to the database ${uses.database}; the database of this source is ${source.database}. The objects after the first USE are put there, ` +
          `those after a USE of yet another database into that. Give ${uses.database} as the database of the source if that is where they are.`,
      );
    const looksLike = proposeDialect(records.map(({ text }) => text).join('\n'));
    if (looksLike !== null && looksLike !== source.dialect)
      await note(
        file.ordinal,
        'DIALECT_IN_DOUBT',
        `It looks like ${dialectNames[looksLike]} but was read as ${dialectNames[source.dialect]}. If that is wrong, import it again with the other dialect.`,
      );
  }
  await db.run(
    `INSERT INTO stage.main.stage_notes
     SELECT ${fileOfPlace('_place')}, ${recordOfPlace('_place')}, code, message FROM notes ORDER BY _place, code, message`,
  );
}
