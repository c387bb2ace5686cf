import { AppError } from '@/lib/errors/app-error';
import { plainName } from '@/lib/formats/plain-name';
import { reasonPositions } from '@/lib/imports/reason-columns';
import type { RowType } from '@/lib/imports/row-type';
import { widerType } from '@/lib/imports/wider-type';
import { VERSION_COLUMNS } from '@/lib/workspace/data-table';
import type { WorkerDataset, WorkerRows } from '../protocol';
import { chosenColumn } from './chosen-column';
import type { ColumnSource, FileColumn, PlannedColumn, RowFile } from './row-file';

/** What one dataset gets in this import. `files` are in the order that decides which record of a key wins. */
export type DatasetPlan = {
  /** 1-based: its table in the stage is `rows_<k>`. */
  readonly k: number;
  readonly dataset: WorkerDataset;
  readonly columns: PlannedColumn[];
  readonly files: ReadonlyArray<{
    readonly it: RowFile;
    /** By position in `columns`; null where the file does not have the column. */
    readonly sources: ReadonlyArray<ColumnSource | null>;
    /** Names of columns that are not loaded, and of columns of the dataset that the file lacks. */
    readonly ignored: readonly string[];
    readonly lacking: readonly string[];
  }>;
};

/** Names that the columns of the workspace and of a stage have. */
const RESERVED = new Set<string>([...VERSION_COLUMNS, '_staged', '_order']);

/**
 * Brings files and datasets together: the columns of each dataset after this import, and where each file has them.
 * @throws AppError `unrecognised-file` for new columns that nobody wanted, missing key columns, names that cannot be used
 */
export function planDatasets(files: readonly RowFile[], rows: WorkerRows): DatasetPlan[] {
  const rank = (it: RowFile) => rows.order.indexOf(it.file.ordinal);
  const names = [...new Set(files.map((it) => it.dataset))];
  return names.map((name, index) => {
    const dataset = rows.datasets.find((it) => it.name === name);
    if (dataset === undefined) throw new Error(`The job does not describe the dataset ${name}.`);
    if (dataset.mode === 'upsert' && dataset.key.length === 0)
      throw new AppError(
        'unrecognised-file',
        `${name}: an upsert needs a key, so that a record finds the row it replaces. Choose the columns of the key, or append.`,
        { extra: { dataset: name, question: 'key' } },
      );
    const own = files.filter((it) => it.dataset === name).sort((a, b) => rank(a) - rank(b));
    return planDataset(index + 1, dataset, own);
  });
}

function planDataset(k: number, dataset: WorkerDataset, files: readonly RowFile[]): DatasetPlan {
  const columns: PlannedColumn[] = dataset.columns.map(({ name, type }) => ({
    name,
    type,
    open: true,
    isNew: false,
    blank: false,
    widenedFrom: null,
  }));
  const planned = files.map((it) => {
    const sources = new Map<number, ColumnSource>();
    const ignored: string[] = [];
    const reasons = reasonPositions(it.columns.map((column) => column.name));
    for (const [index, column] of it.columns.entries()) {
      const chosen = chosenColumn(it, index);
      if (chosen === undefined && reasons.has(index)) continue;
      const target = chosen === undefined ? column.name : chosen.as;
      const at = target === null ? null : place(dataset, columns, it, target, column, chosen?.type);
      if (at === null) ignored.push(column.name);
      else if (sources.has(at)) throw refused(it, `Two of its columns go to ${JSON.stringify(target)}`);
      else
        sources.set(at, {
          index,
          dateOrder: chosen === undefined ? column.guess.dateOrder : chosen.dateOrder,
          format: chosen?.format,
        });
    }
    return { it, sources, ignored };
  });
  for (const { it, sources } of planned) refuseLackingKey(it, dataset, columns, sources);
  return {
    k,
    dataset,
    columns,
    files: planned.map(({ it, sources, ignored }) => ({
      it,
      ignored,
      sources: columns.map((_, index) => sources.get(index) ?? null),
      lacking: columns.filter((_, index) => !sources.has(index)).map((column) => column.name),
    })),
  };
}

/** The position of the dataset's column that a column of a file goes to, made if it is new; null: it is not loaded. */
function place(
  { exists, newColumns }: WorkerDataset,
  columns: PlannedColumn[],
  it: RowFile,
  name: string,
  column: FileColumn,
  chosen: RowType | undefined,
): number | null {
  const type = chosen ?? column.guess.type;
  const exact = columns.findIndex((known) => known.name === name);
  const at = exact === -1 ? columns.findIndex((known) => plainName(known.name) === plainName(name)) : exact;
  const known = columns[at];
  if (known === undefined) {
    if (exists && newColumns === 'ignore') return null;
    if (exists && newColumns === 'stop')
      throw refused(
        it,
        `The dataset has no column ${JSON.stringify(name)}. Add it, ignore it, or choose the column it is`,
      );
    if (RESERVED.has(plainName(name)))
      throw refused(
        it,
        `The name ${JSON.stringify(name)} is used by the workspace itself. Choose another one`,
      );
    const blank = column.guess.filled === 0 && chosen === undefined;
    columns.push({ name, type, open: chosen === undefined, isNew: true, blank, widenedFrom: null });
    return columns.length - 1;
  }
  // What is there keeps its type as long as the values fit; a column without a value says nothing about its type.
  if (!known.isNew || (column.guess.filled === 0 && chosen === undefined)) return at;
  known.type = known.blank ? type : (widerType(known.type, type) ?? 'text');
  known.blank = false;
  return at;
}

function refuseLackingKey(
  it: RowFile,
  dataset: WorkerDataset,
  columns: readonly PlannedColumn[],
  sources: ReadonlyMap<number, ColumnSource>,
): void {
  for (const name of dataset.key) {
    const at = columns.findIndex((column) => plainName(column.name) === plainName(name));
    if (!sources.has(at))
      throw refused(it, `It has no column ${JSON.stringify(name)}, which is part of the key`);
  }
}

function refused({ file }: RowFile, reason: string): AppError {
  return new AppError('unrecognised-file', `${file.name}: ${reason}.`, {
    extra: { file: file.name, question: 'columns', line: 1 },
  });
}
