import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import type { EndpointInput, EndpointResponse } from '@/lib/http/endpoint';
import { unverifiedOwner } from '@/lib/identity/owner';
import { Import } from '@/lib/imports/contract';
import { engineType } from '@/lib/imports/row-type';
import { quoteName } from '@/lib/workspace/quote';
import { read } from '@/lib/workspace/server/read';
import type { Reader } from '@/lib/workspace/server/reader';
import type { getDatasetHistory as endpoint } from '../contract';
import type { Dataset } from '../dataset';
import { columnNamed } from '../row-sql';
import { datasetAt } from './dataset-at';
import { readRows } from './read-rows';

type History = EndpointResponse<typeof endpoint>;

const LOADS_MAX = 500;
const Key = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/**
 * The imports that loaded a dataset, and the versions of one of its rows, newest first.
 * @throws AppError not-found, stale-snapshot, invalid-request (a key that is not the dataset's)
 */
export async function getDatasetHistory(
  name: string,
  query: EndpointInput<typeof endpoint>['query'],
  signal?: AbortSignal,
): Promise<History> {
  return read(
    async (db) => {
      const { dataset, snapshot } = await datasetAt(db, name, query.snapshot);
      const versions = query.key === undefined ? [] : await versionsOf(db, dataset, query.key, snapshot);
      return { snapshot, loads: await loadsOf(db, dataset, snapshot), versions };
    },
    { signal },
  );
}

const LoadRow = z.object({ document: z.string().transform((text) => Import.parse(JSON.parse(text))) });

async function loadsOf(db: Reader, { name }: Dataset, snapshot: number): Promise<History['loads']> {
  const rows = await db.all(
    LoadRow,
    `SELECT document FROM imports
     WHERE number IN (SELECT snapshot FROM dataset_loads WHERE dataset = $name AND snapshot <= $snapshot)
     ORDER BY number DESC LIMIT ${LOADS_MAX}`,
    { name, snapshot },
  );
  return rows.map(({ document }) => toLoad(document, name));
}

function toLoad(import_: Import, name: string): History['loads'][number] {
  const change = import_.receipt?.datasets.find((one) => one.name === name);
  const files =
    import_.receipt?.files.filter((file) => file.dataset?.toLowerCase() === name.toLowerCase()) ?? [];
  // A roll back has no files: what it did is in its own counts.
  const counted = import_.kind === 'rollback' && import_.receipt !== null ? [import_.receipt] : files;
  const sum = (part: 'inserted' | 'updated' | 'unchanged' | 'rejected') =>
    counted.reduce((total, file) => total + file[part], 0);
  return {
    import: import_.number ?? 0,
    owner: import_.owner,
    at: import_.finishedAt ?? import_.createdAt,
    kind: import_.kind,
    mode: change?.mode ?? import_.choices.datasets?.[name]?.mode ?? import_.mode,
    files: files.map((file) => file.name),
    ...{ inserted: sum('inserted'), updated: sum('updated') },
    ...{ unchanged: sum('unchanged'), rejected: sum('rejected') },
    rowsBefore: change?.rowsBefore ?? 0,
    rowsAfter: change?.rowsAfter ?? 0,
  };
}

async function versionsOf(
  db: Reader,
  dataset: Dataset,
  text: string,
  snapshot: number,
): Promise<History['versions']> {
  const key = readKey(dataset, text);
  const conditions = dataset.key.map((name, index) => {
    const column = columnNamed(dataset, name);
    if (column === undefined) throw new Error(`${dataset.name} has no column ${name}.`);
    return `${quoteName('r', column.storedAs)} = TRY_CAST($k${index} AS ${engineType(column.type)})`;
  });
  const rows = await readRows(
    db,
    dataset,
    `${quoteName(dataset.table)} AS r WHERE ${conditions.join(' AND ')} AND r._from <= $snapshot ORDER BY r._from DESC`,
    { snapshot, ...Object.fromEntries(dataset.key.map((name, index) => [`k${index}`, String(key[name])])) },
  );
  return rows.map(({ values, from, version, by }) => ({
    ...version,
    values,
    origin: {
      ...from,
      owner: by?.owner ?? unverifiedOwner(undefined),
      at: by?.at ?? new Date(0).toISOString(),
    },
  }));
}

function readKey(dataset: Dataset, text: string): Record<string, unknown> {
  const invalid = (reason: string) =>
    new AppError('invalid-request', `key: ${reason}`, { invalidParams: [{ name: 'key', reason }] });
  if (dataset.key.length === 0)
    throw invalid(`${dataset.name} has no key, so its rows have one version each`);
  let parsed: z.infer<typeof Key>;
  try {
    parsed = Key.parse(JSON.parse(text));
  } catch {
    throw invalid('a JSON object of the key columns');
  }
  const missing = dataset.key.filter((name) => parsed[name] === undefined);
  if (missing.length > 0) throw invalid(`the key of ${dataset.name} needs ${missing.join(', ')}`);
  return parsed;
}
