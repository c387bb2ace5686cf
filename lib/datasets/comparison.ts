import type { Dataset, DatasetColumn } from './dataset';

/** One column as each side of a comparison has it; undefined where that side does not have it. */
export type ComparedColumn = {
  readonly name: string;
  readonly before: DatasetColumn | undefined;
  readonly after: DatasetColumn | undefined;
};

/** A dataset as of two snapshots; a side is undefined where the dataset is not there. */
export type ComparedDatasets = {
  readonly before: Dataset | undefined;
  readonly after: Dataset | undefined;
  readonly columns: readonly ComparedColumn[];
  /** Columns that tell which rows belong together; none: the record that they came from. */
  readonly key: readonly ComparedColumn[];
};

/** Columns of the later side in their order, then those that only the earlier one has. */
export function comparedDatasets(before: Dataset | undefined, after: Dataset | undefined): ComparedDatasets {
  const later = (after?.columns ?? []).map((column) => ({
    name: column.name,
    before: before?.columns.find((one) => isNamed(one, column.name)),
    after: column,
  }));
  const gone = (before?.columns ?? [])
    .filter((column) => !later.some((one) => isNamed(one, column.name)))
    .map((column) => ({ name: column.name, before: column, after: undefined }));
  const sides = { before, after, columns: [...later, ...gone] };
  return { ...sides, key: sharedKey(sides) };
}

/** A key that only one of two sides has cannot say which row of the other is the same. */
function sharedKey({ before, after, columns }: Omit<ComparedDatasets, 'key'>): ComparedColumn[] {
  const keys = [before?.key, after?.key].flatMap((key) => (key === undefined ? [] : [namesOf(key)]));
  if (new Set(keys).size !== 1) return [];
  const names = (after ?? before)?.key ?? [];
  const found = names.flatMap((name) => columns.find((column) => isNamed(column, name)) ?? []);
  return found.every((column) => isComparable(column, before?.table === after?.table)) ? found : [];
}

const namesOf = (key: readonly string[]) => JSON.stringify(key.map((name) => name.toLowerCase()));
const isNamed = (column: { name: string }, name: string) => column.name.toLowerCase() === name.toLowerCase();

/** True when the values of both sides have one type, as they do where both are stored in the same column. */
export function isComparable({ before, after }: ComparedColumn, isOneTable: boolean): boolean {
  if (before === undefined || after === undefined || before.type === after.type) return true;
  return isOneTable && before.storedAs === after.storedAs;
}
