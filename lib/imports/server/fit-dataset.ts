import 'server-only';
import { z } from 'zod';
import { type Dataset, type DatasetColumn, dataTable } from '@/lib/datasets/dataset';
import { AppError } from '@/lib/errors/app-error';
import { currentRows } from '@/lib/workspace/data-table';
import { quoteName } from '@/lib/workspace/quote';
import {
  addDataColumn,
  createDataTable,
  storedColumns,
  widenDataColumn,
} from '@/lib/workspace/server/change-data-table';
import type { Writer } from '@/lib/workspace/server/reader';
import { engineType } from '../row-type';
import { widens } from '../widens';
import type { StagedDataset } from './staged-datasets';

/** A dataset that has room for the staged rows, and which of their columns is which of its own. */
export type FittedDataset = {
  dataset: Dataset;
  created: boolean;
  columnsAdded: string[];
  columns: Array<{ staged: string; stored: string }>;
};

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/**
 * Makes the dataset fit what is staged: creates it, adds its new columns, widens types. `table` is the name of a table
 * that never existed, for a new dataset.
 * @throws AppError conflicting-state when a type would narrow, or the key is not that of the dataset
 */
export async function fitDataset(
  db: Writer,
  existing: Dataset | undefined,
  staged: StagedDataset,
  table: string,
): Promise<FittedDataset> {
  if (existing === undefined) return create(db, staged, table);
  const stored = (await storedColumns(db, existing.table)).map((column) => column.name);
  const columns: DatasetColumn[] = [...existing.columns];
  const columnsAdded: string[] = [];
  const pairs: FittedDataset['columns'] = [];
  for (const { name, type } of staged.columns) {
    const index = columns.findIndex((column) => sameName(column.name, name));
    const known = columns[index];
    if (known === undefined) {
      const storedAs = freeName(name, stored);
      await addDataColumn(db, existing.table, { name: storedAs, type: engineType(type) });
      stored.push(storedAs);
      columns.push({ name, type, storedAs });
      columnsAdded.push(name);
      pairs.push({ staged: name, stored: storedAs });
      continue;
    }
    if (known.type !== type) {
      assertWidens(existing, known, type);
      await widenDataColumn(db, existing.table, { name: known.storedAs, type: engineType(type) });
      columns[index] = { ...known, type };
    }
    pairs.push({ staged: name, stored: known.storedAs });
  }
  const dataset = { ...existing, columns };
  const key = await keyOf(db, dataset, staged);
  return { dataset: { ...dataset, key }, created: false, columnsAdded, columns: pairs };
}

async function create(db: Writer, staged: StagedDataset, table: string): Promise<FittedDataset> {
  const columns = staged.columns.map((column) => ({ ...column, storedAs: column.name }));
  await createDataTable(
    db,
    table,
    columns.map(({ storedAs, type }) => ({ name: storedAs, type: engineType(type) })),
  );
  const dataset = { name: staged.dataset, table, columns, key: spelled(staged.key, columns) };
  return {
    dataset,
    created: true,
    columnsAdded: columns.map((column) => column.name),
    columns: columns.map(({ name, storedAs }) => ({ staged: name, stored: storedAs })),
  };
}

/** A column that went away left its name and its old values in the table. */
function freeName(name: string, stored: readonly string[]): string {
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? name : `${name} (${n})`;
    if (!stored.some((taken) => sameName(taken, candidate))) return candidate;
  }
}

function assertWidens(dataset: Dataset, known: DatasetColumn, type: DatasetColumn['type']): void {
  if (widens(known.type, type)) return;
  throw new AppError(
    'conflicting-state',
    `The column ${known.name} of ${dataset.name} has the type ${known.type}; it cannot become ${type}. ` +
      'Choose a type that keeps every value, or load the column under another name.',
    { extra: { dataset: dataset.name, column: known.name, from: known.type, to: type } },
  );
}

/**
 * The key after this import. A dataset without one can be given one when its rows allow it; another key needs all rows to
 * be replaced.
 */
async function keyOf(db: Writer, dataset: Dataset, staged: StagedDataset): Promise<readonly string[]> {
  const wanted = spelled(staged.key, dataset.columns);
  if (wanted.length === 0 && staged.mode === 'append' && dataset.key.length > 0) {
    throw keyError(dataset, 'Name its key, so that no row gets in twice.');
  }
  const same = wanted.length === dataset.key.length && wanted.every((name) => dataset.key.includes(name));
  if (same) return dataset.key;
  if (staged.mode === 'replace') return wanted;
  if (dataset.key.length > 0) throw keyError(dataset, 'Another key needs mode "replace".');
  await assertKeyFits(db, dataset, wanted);
  return wanted;
}

async function assertKeyFits(db: Writer, dataset: Dataset, wanted: readonly string[]): Promise<void> {
  const { name, key } = dataTable({ ...dataset, key: wanted });
  const columns = key.map((column) => quoteName('c', column));
  const bad = await db.one(
    z.object({ times: z.int() }),
    `SELECT count(*) AS times FROM ${currentRows(name)} AS c GROUP BY ${columns.join(', ')}
     HAVING count(*) > 1 OR ${columns.map((column) => `bool_or(${column} IS NULL)`).join(' OR ')} LIMIT 1`,
  );
  if (bad === undefined) return;
  throw new AppError(
    'conflicting-state',
    `${dataset.name} has rows with the same or no ${wanted.join(', ')}, so this cannot be its key. ` +
      'Choose other key columns, or mode "replace".',
    { extra: { dataset: dataset.name, key: wanted } },
  );
}

function keyError(dataset: Dataset, what: string): AppError {
  return new AppError('conflicting-state', `${dataset.name} has the key ${dataset.key.join(', ')}. ${what}`, {
    extra: { dataset: dataset.name, key: dataset.key },
  });
}

/** Key columns as the dataset spells them. */
function spelled(key: readonly string[], columns: readonly DatasetColumn[]): string[] {
  return key.map((name) => columns.find((column) => sameName(column.name, name))?.name ?? name);
}
