import type { DatasetChoice, RowMode } from '@/lib/imports/row-choices';

/** What a person decided about one dataset of an import. */
export type DatasetEdits = {
  mode: RowMode;
  key: readonly string[];
  nullKeys: 'reject' | 'skip';
  blankCells: 'keep' | 'null';
  /** Of a dataset that is there; a new one takes all columns. */
  newColumns: 'add' | 'ignore' | 'stop';
  /** Confirmed before, and taken over as they are. */
  checks?: DatasetChoice['checks'];
};

export const newDatasetEdits: DatasetEdits = {
  mode: 'append',
  key: [],
  nullKeys: 'reject',
  blankCells: 'null',
  newColumns: 'add',
};

/** The choices of a dataset in the words of the API; what does not matter in the mode is left out. */
export function datasetChoice(edits: DatasetEdits): DatasetChoice {
  const { mode, key, nullKeys, blankCells, newColumns, checks } = edits;
  const keyed = key.length === 0 ? {} : { key: [...key], nullKeys };
  return {
    mode,
    ...keyed,
    ...(mode === 'upsert' ? { blankCells } : {}),
    newColumns,
    ...(checks ? { checks } : {}),
  };
}

/** The decisions that these choices stand for; what they do not say is as for a dataset that is there. */
export function datasetEdits(choice: DatasetChoice): DatasetEdits {
  const { mode, key, nullKeys, blankCells, newColumns, checks } = choice;
  return {
    mode: mode ?? newDatasetEdits.mode,
    key: key ?? newDatasetEdits.key,
    nullKeys: nullKeys ?? newDatasetEdits.nullKeys,
    blankCells: blankCells ?? newDatasetEdits.blankCells,
    newColumns: newColumns ?? newDatasetEdits.newColumns,
    ...(checks ? { checks } : {}),
  };
}

/** Why a dataset cannot be loaded like this, or null. `columns`: what the files bring. */
export function whyNotDataset(name: string, edits: DatasetEdits, columns: readonly string[]): string | null {
  const known = new Set(columns.map((column) => column.toLowerCase()));
  const missing = edits.key.find((column) => !known.has(column.toLowerCase()));
  if (missing !== undefined)
    return `${name}: the key column ${missing} is not among the columns that are imported`;
  return edits.mode === 'upsert' && edits.key.length === 0 ? `Choose the key of ${name}` : null;
}
