import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { movesRows } from '@/lib/lineage/sql/ir/moves-rows';
import { openModel } from '@/lib/lineage/sql/model/open-model';
import type { Outlined } from '@/lib/lineage/sql/model/outline';
import { readScript } from '@/lib/lineage/sql/read-script';
import type { SqlObject } from '@/lib/lineage/sql/sql-object';
import { type ReadAnswer, unpackBody } from '@/lib/lineage/sql/threads/read-answer';
import { blankParameters } from '@/lib/lineage/sql/tokens/blank-parameters';
import type { JobSource } from '../job-source';
import { openThreads } from '../lineage/open-threads';
import { readCatalog } from '../lineage/read-model';
import type { WorkerJob } from '../protocol';
import type { SqlValue, StageDb } from '../stage-db';
import { findPatterns, keptAs, type LogPattern } from './find-patterns';
import { isGivenUp, readLog } from './read-log';
import { packLog, type StoredLog } from './stored-log';

const TABLES = `
  CREATE TABLE log_readings (pattern VARCHAR, hash VARCHAR, seen BIGINT, statements BIGINT, unread BIGINT, _file BIGINT, _record BIGINT);
  CREATE TABLE log_flows (pattern VARCHAR, from_object VARCHAR, to_object VARCHAR, percent BIGINT, _file BIGINT, _record BIGINT);
  CREATE TABLE log_kept (object VARCHAR, fingerprint VARCHAR, trail VARCHAR);
  CREATE TABLE log_reused (object VARCHAR);
  CREATE TABLE log_unknown (pattern VARCHAR, hash VARCHAR)`;

/**
 * Reads the staged query logs with the same engine and stages what they show: rows that a statement took from one object into
 * another, as edges of kind `reads` with method `query-log`, and how much of the logs was read. That somebody once wrote into an
 * object makes no edge of kind `writes`: there is nobody it would begin at. Names that nothing else knows are left out: what
 * was typed into a console makes no objects. A pattern that was read before is not read again. `prepareModel` comes first.
 */
export async function stageLogs(db: StageDb, job: Pick<WorkerJob, 'source' | 'threads'>): Promise<void> {
  const { source } = job;
  const patterns = await findPatterns(db, source);
  if (patterns.length === 0) return;
  await db.run(TABLES);
  const model = openModel<Outlined>([], await readCatalog(db), source.dialect);
  const told = new Map<string, StoredLog>();
  for (const { id, known } of patterns) {
    const holds = known !== null && (known.reading === null || model.reuse(asked(id, source), known.reading));
    if (holds) told.set(id, known);
  }
  await db.append(
    'log_reused',
    [...told.keys()].map((id) => [keptAs(id)]),
  );
  const unknown = patterns.filter(({ id }) => !told.has(id));
  await db.append(
    'log_unknown',
    unknown.map(({ id, hash }) => [id, hash]),
  );
  const byId = new Map(unknown.map((pattern) => [pattern.id, pattern]));
  const kept: SqlValue[][] = [];
  for await (const { object, answer } of readTexts(db, job, unknown.length)) {
    const body = unpackBody(answer.body);
    const log = readLog(body, movesRows(body) ? model.bind(object, body) : null, source.database);
    told.set(object.origin, log);
    const fingerprint = byId.get(object.origin)?.fingerprint;
    if (fingerprint !== undefined && !isGivenUp(body))
      kept.push([keptAs(object.origin), fingerprint, packLog(log)]);
  }
  await db.append('log_kept', kept);
  await store(db, source.name, { patterns, told });
}

/** Objects of the catalogue, and those that definitions name. */
const LISTED = 'SELECT object FROM known UNION SELECT object FROM stage.main.catalog_objects';
const TextRow = z.object({ pattern: z.string(), command_text: z.string() });
/** Texts that wait for a thread. */
const WAITING_MOST = 200;
const NOTHING: StoredLog = { statements: 0, unread: 0, flows: [], reading: null };

function asked(id: string, { database, dialect }: JobSource, text = ''): SqlObject {
  return { database, schema: null, name: id, type: 'script', dialect, text, origin: id, offset: 0 };
}

/** The texts of `log_unknown`, read in threads, in the order of their records. Definitions in them move nothing when they are made. */
async function* readTexts(
  db: StageDb,
  { source, threads }: Pick<WorkerJob, 'source' | 'threads'>,
  count: number,
): AsyncGenerator<{ object: SqlObject; answer: ReadAnswer }> {
  if (count === 0) return;
  const pool = openThreads(threads, count);
  const reading: { object: SqlObject; answer: Promise<ReadAnswer> }[] = [];
  const first = async () => {
    const next = reading.shift();
    await nextTurn();
    return next === undefined ? [] : [{ object: next.object, answer: await next.answer }];
  };
  try {
    const rows = db.stream(
      TextRow,
      `SELECT pattern, command_text FROM stage.main.catalog_query_logs JOIN log_unknown USING (hash) ORDER BY _file, _record`,
    );
    for await (const { pattern, command_text } of rows) {
      const text = blankParameters(command_text, source.dialect);
      const outside = readScript(text, source.dialect, pattern).find(({ type }) => type === 'script');
      if (outside === undefined) continue;
      const object = asked(pattern, source, outside.text);
      const answer = pool.read(object);
      // Awaited in its turn; until then a failure is not to end the process.
      answer.catch(() => undefined);
      reading.push({ object, answer });
      if (reading.length >= WAITING_MOST) yield* await first();
    }
    while (reading.length > 0) yield* await first();
  } finally {
    await pool.close();
  }
}

const PLACE = '_file::INTEGER, _record';

async function store(
  db: StageDb,
  source: string,
  { patterns, told }: { patterns: readonly LogPattern[]; told: ReadonlyMap<string, StoredLog> },
): Promise<void> {
  const rows = patterns.map((pattern) => ({ ...pattern, ...(told.get(pattern.id) ?? NOTHING) }));
  await db.append(
    'log_readings',
    rows.map((it) => [it.id, it.hash, it.seen, it.statements, it.unread, it.file, it.record]),
  );
  await db.append(
    'log_flows',
    rows.flatMap(({ id, flows, file, record }) => flows.map((flow) => [id, ...flow, file, record])),
  );
  await db.run(
    `INSERT INTO stage.main.catalog_query_readings
     SELECT $source, pattern, hash, seen, statements::INTEGER, unread::INTEGER, ${PLACE} FROM log_readings`,
    { source },
  );
  await db.run(
    `INSERT INTO stage.main.catalog_evidence
     SELECT $source, pattern, from_object, to_object, 'reads', 'query-log', NULL, NULL, NULL, NULL, percent / 100, NULL, NULL, NULL, ${PLACE}
     FROM log_flows SEMI JOIN (${LISTED}) AS a ON a.object = from_object SEMI JOIN (${LISTED}) AS b ON b.object = to_object`,
    { source },
  );
  await db.run(
    'INSERT INTO stage.main.stage_readings FROM log_kept; INSERT INTO stage.main.stage_reused FROM log_reused',
  );
}
