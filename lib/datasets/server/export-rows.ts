import 'server-only';
import { create as contentDisposition } from 'content-disposition';
import type { EndpointInput } from '@/lib/http/endpoint';
import { rowsAsOf } from '@/lib/workspace/data-table';
import { type ChunkReader, readInChunks } from '@/lib/workspace/server/read-in-chunks';
import type { exportRows as endpoint } from '../contract';
import type { Dataset } from '../dataset';
import { csvLine, withoutFormula } from '../export/csv-lines';
import { type ParquetColumn, parquetColumn } from '../export/parquet-columns';
import { parquetFile } from '../export/parquet-file';
import { cellSql } from '../row-sql';
import { datasetAt } from './dataset-at';
import { cell } from './read-rows';
import { selectRows } from './row-selection';

type Query = EndpointInput<typeof endpoint>['query'];
type Bytes = Uint8Array<ArrayBuffer>;
type Ready = {
  dataset: Dataset;
  snapshot: number;
  rows: (cells: readonly string[]) => AsyncGenerator<unknown[][]>;
};

/** Long enough for a slow line and many rows, short enough not to keep the database from tidying up for ever. */
const DEADLINE_MS = 30 * 60_000;
const TYPES: Record<Query['format'], string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
};

/**
 * The rows of a dataset as a download, streamed: never held as a whole. `safe` makes a CSV file that spreadsheets cannot
 * take for formulas; without it the values are exactly those of the dataset.
 * @throws AppError not-found, stale-snapshot, invalid-request, all before the first byte
 */
export async function exportRows(name: string, query: Query, signal?: AbortSignal): Promise<Response> {
  const pieces = readInChunks((db) => write(db, name, query), { deadlineMs: DEADLINE_MS, signal });
  // The first piece is empty and comes after everything that can be refused was checked.
  await pieces.next();
  const body = new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  const file = `${name.replace(/^main\./, '')}.${query.format}`;
  return new Response(body, {
    headers: {
      'Content-Type': TYPES[query.format],
      'Content-Disposition': contentDisposition(file),
      'Content-Security-Policy': 'sandbox',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

async function* write(db: ChunkReader, name: string, query: Query): AsyncGenerator<Bytes> {
  const ready = await prepare(db, name, query);
  yield new Uint8Array();
  if (query.format === 'parquet') {
    const columns: ParquetColumn[] = ready.dataset.columns.map(parquetColumn);
    yield* parquetFile(columns, ready.rows(columns.map((column) => column.sql)));
    return;
  }
  const encoder = new TextEncoder();
  for await (const text of query.format === 'csv' ? csv(ready, query.safe) : json(ready, query.format)) {
    yield encoder.encode(text);
  }
}

async function prepare(db: ChunkReader, name: string, query: Query): Promise<Ready> {
  const { dataset, snapshot } = await datasetAt(db, name, query.snapshot);
  const { where, order, params } = await selectRows(db, dataset, query);
  const rows = (cells: readonly string[]) =>
    db.chunks(`SELECT ${cells.join(', ')} FROM ${rowsAsOf(dataset.table)} AS r WHERE ${where} ${order}`, {
      ...params,
      snapshot,
    });
  return { dataset, snapshot, rows };
}

async function* csv({ dataset, rows }: Ready, isSafe: boolean): AsyncGenerator<string> {
  const guarded = (value: string) => (isSafe ? withoutFormula(value) : value);
  const isText = dataset.columns.map(({ type }) => type === 'text' || type === 'json');
  yield csvLine(dataset.columns.map((column) => guarded(column.name)));
  const cells = dataset.columns.map((column) => {
    const sql = cellSql(column, 'r');
    return sql.startsWith('CAST') ? sql : `CAST(${sql} AS VARCHAR)`;
  });
  for await (const chunk of rows(cells)) {
    const lines = chunk.map((row) =>
      csvLine(
        row.map((value, index) => {
          if (value === null || value === undefined) return null;
          return isText[index] === true ? guarded(String(value)) : String(value);
        }),
      ),
    );
    yield lines.join('');
  }
}

async function* json({ dataset, rows }: Ready, format: 'json' | 'ndjson'): AsyncGenerator<string> {
  const names = dataset.columns.map((column) => column.name);
  const cells = dataset.columns.map((column) => cellSql(column, 'r'));
  let first = true;
  if (format === 'json') yield '[';
  for await (const chunk of rows(cells)) {
    const lines = chunk.map((row) =>
      JSON.stringify(Object.fromEntries(names.map((name, index) => [name, cell(row[index])]))),
    );
    if (format === 'ndjson') yield `${lines.join('\n')}\n`;
    else yield `${first ? '\n' : ',\n'}${lines.join(',\n')}`;
    first = false;
  }
  if (format === 'json') yield '\n]\n';
}
