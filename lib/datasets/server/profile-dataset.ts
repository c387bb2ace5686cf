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
/** Up to so many rows distinct values are counted exactly, and histograms are of all rows. */
const EXACT_ROWS = 1_000_000;

/** The columns of the rows that match, at a glance. @throws AppError not-found, stale-snapshot, invalid-request, deadline */
export async function profileDataset(name: string, query: Query, signal?: AbortSignal): Promise<Profile> {
  const started = performance.now();
  return read(
    async (db) => {
      const { dataset, snapshot } = await datasetAt(db, name, query.snapshot);
      const { where, params } = await selectRows(db, dataset, query);
      const from = `${rowsAsOf(dataset.table)} AS r WHERE ${where}`;
      const all = { ...params, snapshot };
      const counted = await db.one(z.object({ n: z.int() }), `SELECT count(*) AS n FROM ${from}`, all);
      const rows = counted?.n ?? 0;
      const isExact = rows <= EXACT_ROWS;
      const facts = await columnFacts(db, dataset.columns, from, all, isExact);
      const sample = isExact
        ? from
        : `(SELECT * FROM ${from} USING SAMPLE ${EXACT_ROWS} ROWS (reservoir, 1)) AS r`;
      const columns: Profile['columns'] = [];
      for (const [index, column] of dataset.columns.entries()) {
        const fact = facts[index] ?? { filled: 0, distinct: 0, min: null, max: null };
        columns.push({
          name: column.name,
          type: column.type,
          ...fact,
          isEstimate: !isExact,
          histogram: isOrdered(column) && fact.filled > 0 ? await histogram(db, column, sample, all) : [],
          top: isOrdered(column) || fact.filled === 0 ? [] : await frequent(db, column, sample, all),
        });
      }
      const sampled = Math.min(rows, EXACT_ROWS);
      return { snapshot, rows, columns, sampled, answeredInMs: performance.now() - started };
    },
    { signal },
  );
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
