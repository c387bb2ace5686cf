import 'server-only';
import { z } from 'zod';
import type { InlineRows } from '../inline-rows';
import { quoteName } from '../quote';
import type { SqlParams } from '../sql-value';
import type { VersionedTable } from '../tables';
import { current, differs, ownColumns, rowColumns, sameKey } from '../versions';
import type { Writer } from './reader';

const FileOutcome = z.object({ file: z.int(), inserted: z.int(), updated: z.int(), unchanged: z.int() });
type FileOutcome = z.infer<typeof FileOutcome>;

/** What became of the staged records, by file, and how many current rows ended without a successor. */
export type VersionsOutcome = { files: FileOutcome[]; ended: number };

type Staged = {
  table: VersionedTable;
  /** The staged rows: a dotted name, or rows given in place; the table's own columns, `_file` and `_record`; keys are unique. */
  stage: string | InlineRows;
  snapshot: number;
  importId: string;
};

/**
 * Makes the staged rows the current ones: new keys are inserted, changed rows end and get a new version, unchanged
 * rows are not touched. Current rows inside `scope` (an SQL predicate over the table's columns, or null) whose key is
 * not staged end: with a scope this is `replace`, without one `upsert`.
 * @throws Error when a key is staged twice, or when the counts do not agree with what was written
 */
export async function applyVersions(
  db: Writer,
  { table, stage, scope, snapshot, importId }: Staged & { scope: { sql: string; params: SqlParams } | null },
): Promise<VersionsOutcome> {
  const target = quoteName(table.name);
  const { sql: staged, params } = stagedRows(stage);
  const match = sameKey(table, 't', 's');
  await assertUniqueKeys(db, table, { staged, params });
  const files = await db.all(
    FileOutcome,
    `SELECT s._file AS file, count(*) FILTER (t._from IS NULL) AS inserted,
       count(*) FILTER (t._from IS NOT NULL AND ${differs(table, 't', 's')}) AS updated,
       count(*) FILTER (t._from IS NOT NULL AND NOT ${differs(table, 't', 's')}) AS unchanged
     FROM ${staged} AS s LEFT JOIN ${current(table)} AS t ON ${match}
     GROUP BY s._file ORDER BY s._file`,
    params,
  );
  const ended = scope === null ? 0 : await endAbsent(db, { table, staged, params, scope, snapshot });
  const updates = sum(files, 'updated');
  const inserts = sum(files, 'inserted') + updates;
  if (updates > 0) {
    const updated = await db.run(
      `UPDATE ${target} AS t SET _to = $_snapshot FROM ${staged} AS s
       WHERE t._to IS NULL AND ${match} AND ${differs(table, 't', 's')}`,
      { ...params, _snapshot: snapshot },
    );
    assertAgree(table, updates, updated);
  }
  if (inserts > 0) {
    const inserted = await db.run(
      `INSERT INTO ${target} (${rowColumns(table)}) SELECT ${ownColumns(table, 's')}, $_snapshot, NULL, $_import, s._file, s._record
       FROM ${staged} AS s ANTI JOIN ${current(table)} AS t ON ${match}`,
      { ...params, _snapshot: snapshot, _import: importId },
    );
    assertAgree(table, inserts, inserted);
  }
  return { files, ended };
}

/** Mode `append`: every staged row is a new row, whatever is there already. For tables with or without a key. */
export async function appendVersions(
  db: Writer,
  { table, stage, snapshot, importId }: Staged,
): Promise<VersionsOutcome> {
  const { sql: staged, params } = stagedRows(stage);
  const files = await db.all(
    FileOutcome,
    `SELECT s._file AS file, count(*) AS inserted, 0 AS updated, 0 AS unchanged
     FROM ${staged} AS s GROUP BY s._file ORDER BY s._file`,
    params,
  );
  const written = await db.run(
    `INSERT INTO ${quoteName(table.name)} (${rowColumns(table)})
     SELECT ${ownColumns(table, 's')}, $_snapshot, NULL, $_import, s._file, s._record FROM ${staged} AS s`,
    { ...params, _snapshot: snapshot, _import: importId },
  );
  assertAgree(table, sum(files, 'inserted'), written);
  return { files, ended: 0 };
}

type Scoped = {
  table: VersionedTable;
  staged: string;
  params: SqlParams;
  scope: { sql: string; params: SqlParams };
  snapshot: number;
};

/** The keys to end come from a join: `NOT EXISTS` over a key that may be null costs more than twice as much. */
async function endAbsent(db: Writer, { table, staged, params, scope, snapshot }: Scoped): Promise<number> {
  const keys = table.key.map((name) => quoteName('c', name)).join(', ');
  const absent = `SELECT ${keys} FROM (SELECT * FROM ${current(table)} AS v WHERE ${scope.sql}) AS c
    ANTI JOIN ${staged} AS s ON ${sameKey(table, 'c', 's')}`;
  return db.run(
    `UPDATE ${quoteName(table.name)} AS t SET _to = $_snapshot FROM (${absent}) AS gone
     WHERE t._to IS NULL AND ${sameKey(table, 't', 'gone')}`,
    { ...params, ...scope.params, _snapshot: snapshot },
  );
}

async function assertUniqueKeys(
  db: Writer,
  table: VersionedTable,
  { staged, params }: { staged: string; params: SqlParams },
): Promise<void> {
  const key = table.key.map((name) => quoteName('s', name)).join(', ');
  const twice = `SELECT ${key} FROM ${staged} AS s GROUP BY ${key} HAVING count(*) > 1 LIMIT 1`;
  const { _record: records = [] } = await db.columns(
    `SELECT s._record FROM ${staged} AS s JOIN (${twice}) AS d ON ${sameKey(table, 's', 'd')} ORDER BY s._record LIMIT 2`,
    params,
  );
  if (records.length === 0) return;
  throw new Error(`Records ${records.join(' and ')} are staged for ${table.name} with the same key.`);
}

function assertAgree(table: VersionedTable, counted: number, written: number): void {
  if (counted === written) return;
  throw new Error(
    `${table.name}: ${counted} rows were counted but ${written} written; nothing is published.`,
  );
}

function sum(files: readonly FileOutcome[], count: 'inserted' | 'updated'): number {
  return files.reduce((total, file) => total + file[count], 0);
}

function stagedRows(stage: string | InlineRows): InlineRows {
  return typeof stage === 'string' ? { sql: quoteDotted(stage), params: {} } : stage;
}

function quoteDotted(name: string): string {
  const [first, ...rest] = name.split('.');
  return quoteName(first ?? '', ...rest);
}
