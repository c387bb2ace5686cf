import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import type { EndpointInput, EndpointResponse } from '@/lib/http/endpoint';
import { quoteName } from '@/lib/workspace/quote';
import { read } from '@/lib/workspace/server/read';
import type { Reader } from '@/lib/workspace/server/reader';
import { type ComparedDatasets, comparedDatasets, isComparable } from '../comparison';
import type { compareRows as endpoint } from '../contract';
import type { Dataset } from '../dataset';
import { differencesSql } from '../differences-sql';
import { snapshotAt } from './dataset-at';
import { findDataset } from './find-datasets';
import { type ReadRow, readRows } from './read-rows';

type Query = EndpointInput<typeof endpoint>['query'];
type Answer = EndpointResponse<typeof endpoint>;

const Change = z.enum(['added', 'changed', 'removed']);

/**
 * The rows that differ between two snapshots, with how many of each kind and in which columns.
 * @throws AppError not-found (in neither snapshot), stale-snapshot, invalid-request (cursor, from after to), deadline
 */
export async function compareRows(name: string, query: Query, signal?: AbortSignal): Promise<Answer> {
  const started = performance.now();
  const offset = offsetOf(query);
  return read(
    async (db) => {
      const to = await snapshotAt(db, query.to);
      const from = await snapshotAt(db, query.from);
      if (from > to) throw invalid('from', `snapshot #${from} is newer than #${to}`);
      const compared = await datasetsAt(db, name, from, to);
      const page = await readPage(db, compared, { ...query, from, to, offset });
      const before = await rowsById(
        db,
        sideOf(compared, 'before'),
        page.items.map((item) => item.b),
      );
      const after = await rowsById(
        db,
        sideOf(compared, 'after'),
        page.items.map((item) => item.a),
      );
      const total =
        query.change === undefined ? page.added + page.changed + page.removed : page[query.change];
      const next = offset + page.items.length;
      return {
        from,
        to,
        key: compared.key.map((column) => column.name),
        columns: compared.columns.map((column, index) => ({
          name: column.name,
          type: (column.after ?? column.before)?.type ?? 'text',
          isKey: compared.key.includes(column),
          changed: page.changedIn[index] ?? 0,
        })),
        ...{ added: page.added, changed: page.changed, removed: page.removed, total, offset },
        items: page.items.map(({ change, b, a, differs }) => ({
          change,
          before: shown(before.get(b ?? -1), compared),
          after: shown(after.get(a ?? -1), compared),
          columns: compared.columns.flatMap((column, index) => (differs[index] === '1' ? column.name : [])),
        })),
        nextCursor: page.items.length > 0 && next < total ? String(next) : null,
        answeredInMs: performance.now() - started,
      };
    },
    { signal },
  );
}

async function datasetsAt(db: Reader, name: string, from: number, to: number): Promise<ComparedDatasets> {
  const full = name.includes('.') ? name : `main.${name}`;
  const before = await findDataset(db, full, from);
  const after = await findDataset(db, full, to);
  if (before !== undefined || after !== undefined) return comparedDatasets(before, after);
  throw new AppError(
    'not-found',
    `There is no dataset ${JSON.stringify(name)} in snapshot #${from} nor in #${to}.`,
  );
}

type Page = { from: number; to: number; offset: number; limit: number; change?: Query['change'] | undefined };

/** Counts and one page in one statement, so that rows are matched once. Numbers of the changed columns by their place. */
async function readPage(db: Reader, compared: ComparedDatasets, page: Page) {
  const { from, to, offset, limit, change = null } = page;
  const { sql, order } = differencesSql(compared);
  const flags = compared.columns.map((_, index) => `d${index}`);
  const counts = flags.map((flag, index) => `count(*) FILTER (${flag}) AS c${index}`);
  const found = await db.columns(
    `WITH d AS MATERIALIZED (
       SELECT *, CASE WHEN b IS NULL THEN 'added' WHEN a IS NULL THEN 'removed' ELSE 'changed' END AS change FROM ${sql}),
     counts AS (
       SELECT count(*) FILTER (change = 'added') AS added, count(*) FILTER (change = 'changed') AS changed,
         count(*) FILTER (change = 'removed') AS removed, ${counts.join(', ')} FROM d),
     page AS (
       SELECT b, a, change, ${order.join(', ')},
         concat(${flags.map((flag) => `CASE WHEN ${flag} THEN '1' ELSE '0' END`).join(', ')}) AS differs
       FROM d WHERE $change IS NULL OR change = $change ORDER BY ${order.join(', ')} LIMIT $limit OFFSET $offset)
     SELECT counts.*, page.b, page.a, page.change, page.differs FROM counts LEFT JOIN page ON true
     ORDER BY ${order.map((name) => `page.${name}`).join(', ')}`,
    { from, to, offset, limit, change },
  );
  const count = (column: string) => Number(found[column]?.[0] ?? 0);
  const id = (column: string, row: number) => {
    const value = found[column]?.[row] ?? null;
    return value === null ? null : Number(value);
  };
  return {
    ...{ added: count('added'), changed: count('changed'), removed: count('removed') },
    changedIn: flags.map((_, index) => count(`c${index}`)),
    items: (found.change ?? []).flatMap((kind, row) =>
      // Nothing on this page: the counts stand alone.
      kind === null
        ? []
        : {
            change: Change.parse(kind),
            b: id('b', row),
            a: id('a', row),
            differs: String(found.differs?.[row]),
          },
    ),
  };
}

/** A side with the types of the other where both are stored in one column, so that equal values look equal. */
function sideOf(
  { before, after, columns }: ComparedDatasets,
  which: 'before' | 'after',
): Dataset | undefined {
  const dataset = which === 'before' ? before : after;
  if (dataset === undefined) return undefined;
  const isOneTable = before?.table === after?.table;
  return {
    ...dataset,
    columns: columns.flatMap((column) => {
      const own = column[which];
      if (own === undefined) return [];
      const type = isComparable(column, isOneTable) ? (column.after ?? own).type : own.type;
      return { ...own, name: column.name, type };
    }),
  };
}

async function rowsById(
  db: Reader,
  dataset: Dataset | undefined,
  wanted: ReadonlyArray<number | null>,
): Promise<Map<number, ReadRow>> {
  const ids = wanted.flatMap((id) => id ?? []).sort((left, right) => left - right);
  if (ids.length === 0 || dataset === undefined) return new Map();
  const rows = await readRows(
    db,
    dataset,
    `${quoteName(dataset.table)} AS r WHERE r.rowid = ANY($ids) ORDER BY r.rowid`,
    { ids },
  );
  return new Map(rows.map((row, index) => [ids[index] ?? -1, row]));
}

/** Columns that a side does not have are null there. */
function shown(row: ReadRow | undefined, { columns }: ComparedDatasets) {
  if (row === undefined) return null;
  const values = Object.fromEntries(columns.map(({ name }) => [name, row.values[name] ?? null]));
  return { values, from: row.from };
}

function offsetOf({ cursor, offset }: Query): number {
  if (cursor === undefined) return offset ?? 0;
  if (offset !== undefined) throw invalid('cursor', 'give offset or cursor');
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw invalid('cursor', 'take it from nextCursor of the page before');
}

function invalid(name: string, reason: string): AppError {
  return new AppError('invalid-request', `${name}: ${reason}`, { invalidParams: [{ name, reason }] });
}
