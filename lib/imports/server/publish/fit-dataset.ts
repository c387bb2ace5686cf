import 'server-only';
import { z } from 'zod';
import { type Dataset, type DatasetColumn, dataTable } from '@/lib/datasets/dataset';
import { AppError } from '@/lib/errors/app-error';
import { type FittedColumn, fittedRows } from '@/lib/workspace/data-table';
import { quoteName } from '@/lib/workspace/quote';
import {
  addDataColumn,
  createDataTable,
  storedColumns,
  widenDataColumn,
} from '@/lib/workspace/server/change-data-table';
import type { Reader, Writer } from '@/lib/workspace/server/reader';
import type { WidenedColumn } from '../../pause';
import { engineType } from '../../row-type';
import { widens } from '../../widens';
import { distinctTexts } from './distinct-texts';
import type { StagedDataset } from './staged-datasets';

/** A dataset that has room for the staged rows, and which of their columns is which of its own. */
export type FittedDataset = {
  dataset: Dataset;
  created: boolean;
  columnsAdded: string[];
  columnsWidened: WidenedColumn[];
  columns: Array<{ staged: string; stored: string }>;
  /** Its current rows as they are once it has that room, to stand after FROM. */
  current: string;
};

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/**
 * Makes the dataset fit what is staged: creates it, adds its new columns, widens types. `table` is the name of a table
 * that never existed, for a new dataset; `rows`: how many are staged.
 * @throws what `planFit` throws
 */
export async function fitDataset(
  db: Writer,
  existing: Dataset | undefined,
  staged: StagedDataset,
  table: string,
  rows: number,
): Promise<FittedDataset> {
  const { stored, ...fitted } = await planFit(db, existing, staged, table);
  if (fitted.created) {
    const distinct = await distinctTexts(db, staged, rows);
    const isDistinct = new Set(fitted.columns.filter((it) => distinct.has(it.staged)).map((it) => it.stored));
    await createDataTable(
      db,
      table,
      stored.map(({ stored: name, type }) => ({ name, type, isDistinct: isDistinct.has(name) })),
    );
    return fitted;
  }
  for (const { stored: name, type, now } of stored) {
    if (now === 'missing') await addDataColumn(db, fitted.dataset.table, { name, type });
    if (now === 'narrower') await widenDataColumn(db, fitted.dataset.table, { name, type });
  }
  return fitted;
}

/**
 * How the dataset would fit what is staged; nothing is changed.
 * @throws AppError conflicting-state when a type would narrow, or the key is not that of the dataset
 */
export async function planFit(
  db: Reader,
  existing: Dataset | undefined,
  staged: StagedDataset,
  table: string,
): Promise<FittedDataset & { stored: FittedColumn[] }> {
  const taken = existing === undefined ? [] : await storedColumns(db, existing.table);
  const names = taken.map((column) => column.name);
  const before = existing?.columns ?? [];
  const columns: DatasetColumn[] = [...before];
  const columnsAdded: string[] = [];
  const columnsWidened: WidenedColumn[] = [];
  const pairs: FittedDataset['columns'] = [];
  for (const { name, type } of staged.columns) {
    const index = columns.findIndex((column) => sameName(column.name, name));
    const known = columns[index];
    if (known === undefined) {
      const storedAs = freeName(name, names);
      names.push(storedAs);
      columns.push({ name, type, storedAs });
      columnsAdded.push(name);
      pairs.push({ staged: name, stored: storedAs });
      continue;
    }
    if (existing !== undefined && known.type !== type) {
      assertWidens(existing, known, type);
      columns[index] = { ...known, type };
      columnsWidened.push({ name: known.name, from: known.type, to: type });
    }
    pairs.push({ staged: name, stored: known.storedAs });
  }
  const stored = columns.map(({ storedAs, type }, index): FittedColumn => {
    const was = before[index]?.type;
    return {
      stored: storedAs,
      type: engineType(type),
      now: was === undefined ? 'missing' : was === type ? 'same' : 'narrower',
    };
  });
  const current = fittedRows(existing === undefined ? null : existing.table, stored);
  const dataset = { name: staged.dataset, table, key: [], ...existing, columns };
  const key =
    existing === undefined ? spelled(staged.key, columns) : await keyOf(db, dataset, staged, current);
  return {
    dataset: { ...dataset, key },
    created: existing === undefined,
    columnsAdded,
    columnsWidened,
    columns: pairs,
    current,
    stored,
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
async function keyOf(
  db: Reader,
  dataset: Dataset,
  staged: StagedDataset,
  current: string,
): Promise<readonly string[]> {
  const wanted = spelled(staged.key, dataset.columns);
  if (wanted.length === 0 && staged.mode === 'append' && dataset.key.length > 0) {
    throw keyError(dataset, 'Name its key, so that no row gets in twice.');
  }
  const same = wanted.length === dataset.key.length && wanted.every((name) => dataset.key.includes(name));
  if (same) return dataset.key;
  if (staged.mode === 'replace') return wanted;
  if (dataset.key.length > 0) throw keyError(dataset, 'Another key needs mode "replace".');
  await assertKeyFits(db, dataset, wanted, current);
  return wanted;
}

async function assertKeyFits(
  db: Reader,
  dataset: Dataset,
  wanted: readonly string[],
  current: string,
): Promise<void> {
  const { key } = dataTable({ ...dataset, key: wanted });
  const columns = key.map((column) => quoteName('c', column));
  const bad = await db.one(
    z.object({ times: z.int() }),
    `SELECT count(*) AS times FROM ${current} AS c GROUP BY ${columns.join(', ')}
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
