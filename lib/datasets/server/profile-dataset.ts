import 'server-only';
import { z } from 'zod';
import type { EndpointInput, EndpointResponse } from '@/lib/http/endpoint';
import { rowsAsOf } from '@/lib/workspace/data-table';
import { quoteName } from '@/lib/workspace/quote';
import { read } from '@/lib/workspace/server/read';
import type { Reader } from '@/lib/workspace/server/reader';
import type { SqlParams } from '@/lib/workspace/sql-value';
import type { profileDataset as endpoint } from '../contract';
import type { DatasetColumn } from '../dataset';
import { datasetAt } from './dataset-at';
import { selectRows } from './row-selection';

type Query = EndpointInput<typeof endpoint>['query'];
type Profile = EndpointResponse<typeof endpoint>;

const BINS = 24;
const TOP = 5;
/** Up to so many rows distinct values are counted exactly. */
const EXACT_ROWS = 1_000_000;
/** Up to so many rows few distinct values are counted exactly; a column has few when the estimate says so. */
const FEW_EXACT_ROWS = 5_000_000;
const FEW_VALUES = 20_000;
/** Up to so many rows histograms and frequent values are of all; of more, about so many are taken. */
const SAMPLE_ROWS = 200_000;

/** The columns of the rows that match, at a glance. @throws AppError not-found, stale-snapshot, invalid-request, deadline */
export async function profileDataset(name: string, query: Query, signal?: AbortSignal): Promise<Profile> {
  const started = performance.now();
  return read(
    async (db) => {
      const { dataset, snapshot } = await datasetAt(db, name, query.snapshot);
      const { where, params } = await selectRows(db, dataset, query);
      const from = `${rowsAsOf(dataset.table)} AS r WHERE ${where}`;
      const all = { ...params, snapshot };
      const rows = await countRows(db, from, all);
      const isExact = rows <= EXACT_ROWS;
      const facts = await columnFacts(db, dataset.columns, from, all, isExact);
      const few =
        isExact || rows > FEW_EXACT_ROWS
          ? new Map<number, number>()
          : await countFew(db, dataset.columns, facts, from, all);
      // Chosen by where rows came from: the same ones each time, and only the columns that are looked at are read.
      const part = Math.ceil(rows / SAMPLE_ROWS);
      const sample = part <= 1 ? from : `${from} AND hash(r._import, r._file, r._record) % ${part} = 0`;
      const sampled = part <= 1 ? rows : await countRows(db, sample, all);
      const columns: Profile['columns'] = [];
      for (const [index, column] of dataset.columns.entries()) {
        const fact = facts[index] ?? { filled: 0, distinct: 0, min: null, max: null };
        columns.push({
          name: column.name,
          type: column.type,
          ...fact,
          distinct: few.get(index) ?? fact.distinct,
          isEstimate: !isExact && !few.has(index),
          histogram: isOrdered(column) && fact.filled > 0 ? await histogram(db, column, sample, all) : [],
          top: isOrdered(column) || fact.filled === 0 ? [] : await frequent(db, column, sample, all),
        });
      }
      return { snapshot, rows, columns, sampled, answeredInMs: performance.now() - started };
    },
    { signal },
  );
}

async function countRows(db: Reader, from: string, params: SqlParams): Promise<number> {
  const counted = await db.one(z.object({ n: z.int() }), `SELECT count(*) AS n FROM ${from}`, params);
  return counted?.n ?? 0;
}

const isOrdered = ({ type }: DatasetColumn) => !/^(text|boolean|uuid|blob|json|time)$/.test(type);
/** A place on a line, for equal parts: numbers as they are, times in seconds. */
const place = ({ type, storedAs }: DatasetColumn) =>
  /^(date|timestamp)/.test(type)
    ? `CAST(epoch(${quoteName('r', storedAs)}) AS DOUBLE)`
    : `CAST(${quoteName('r', storedAs)} AS DOUBLE)`;

const Fact = z.object({
  filled: z.int(),
  distinct: z.int(),
  min: z.string().nullable(),
  max: z.string().nullable(),
});

async function columnFacts(
  db: Reader,
  columns: readonly DatasetColumn[],
  from: string,
  params: SqlParams,
  isExact: boolean,
): Promise<z.infer<typeof Fact>[]> {
  const parts = columns.map((column, index) => {
    const name = quoteName('r', column.storedAs);
    const distinct = isExact ? `count(DISTINCT ${name})` : `approx_count_distinct(${name})`;
    const range = /^(blob|json)$/.test(column.type)
      ? 'min := NULL::VARCHAR, max := NULL::VARCHAR'
      : `min := CAST(min(${name}) AS VARCHAR), max := CAST(max(${name}) AS VARCHAR)`;
    return `struct_pack(filled := count(${name}), "distinct" := ${distinct}, ${range}) AS c${index}`;
  });
  if (parts.length === 0) return [];
  const found = await db.columns(`SELECT ${parts.join(', ')} FROM ${from}`, params);
  return columns.map((_, index) => Fact.parse(found[`c${index}`]?.[0]));
}

/** Exact numbers of distinct values, by the place of their column, where an estimate found few. */
async function countFew(
  db: Reader,
  columns: readonly DatasetColumn[],
  facts: ReadonlyArray<z.infer<typeof Fact>>,
  from: string,
  params: SqlParams,
): Promise<Map<number, number>> {
  const few = columns.flatMap((column, index) =>
    (facts[index]?.distinct ?? FEW_VALUES) < FEW_VALUES ? [{ index, storedAs: column.storedAs }] : [],
  );
  if (few.length === 0) return new Map();
  const parts = few.map(({ index, storedAs }) => `count(DISTINCT ${quoteName('r', storedAs)}) AS c${index}`);
  const found = await db.columns(`SELECT ${parts.join(', ')} FROM ${from}`, params);
  return new Map(few.map(({ index }) => [index, Number(found[`c${index}`]?.[0])]));
}

async function histogram(
  db: Reader,
  column: DatasetColumn,
  from: string,
  params: SqlParams,
): Promise<number[]> {
  const rows = await db.all(
    z.object({ bin: z.int(), rows: z.int() }),
    `WITH places AS (SELECT ${place(column)} AS p FROM ${from}),
       ends AS (SELECT min(p) AS low, max(p) AS high FROM places WHERE isfinite(p))
     SELECT CASE WHEN high = low THEN 0
         ELSE CAST(least(${BINS} - 1, floor((p - low) / (high - low) * ${BINS})) AS INTEGER) END AS bin, count(*) AS rows
     FROM places, ends WHERE isfinite(p) GROUP BY bin`,
    params,
  );
  const bins = new Array<number>(BINS).fill(0);
  for (const { bin, rows: count } of rows) bins[bin] = count;
  return bins;
}

function frequent(
  db: Reader,
  column: DatasetColumn,
  from: string,
  params: SqlParams,
): Promise<Profile['columns'][number]['top']> {
  const name = quoteName('r', column.storedAs);
  const value = column.type === 'blob' ? `to_base64(${name})` : `CAST(${name} AS VARCHAR)`;
  return db.all(
    z.object({ value: z.string(), rows: z.int() }),
    `SELECT left(value, 200) AS value, rows FROM (
       SELECT value, count(*) AS rows FROM (SELECT ${value} AS value FROM ${from}) WHERE value IS NOT NULL
       GROUP BY value ORDER BY rows DESC, value LIMIT ${TOP}) ORDER BY rows DESC, value`,
    params,
  );
}
