import type { ChoicesChange } from '@/lib/imports/choices';
import { datasetOfFile } from '@/lib/imports/dataset-of-file';
import { DatasetName } from '@/lib/imports/row-choices';
import type { DraftFile } from '../draft-file';
import { checkErrorWords } from './check-words';
import { type ConflictOrder, orderFiles } from './conflict-order';
import { type DatasetEdits, datasetChoice, newDatasetEdits, whyNotDataset } from './dataset-edits';
import { fileChoice } from './file-choice';
import { planRows, type RowPlan, type TargetDataset } from './plan-rows';
import { type RowView, rowView } from './row-view';

type KnownDataset = TargetDataset & { key: readonly string[]; rows: number };
/** Datasets that were looked up, by their name in small letters; null: it is not there. What is not in here may be there. */
export type Targets = Readonly<Record<string, KnownDataset | null>>;
/**
 * What was decided about datasets, by their name in small letters. What nobody decided is left out: it is as in the dataset, which
 * may be known only later.
 */
export type DatasetsEdits = Readonly<Record<string, Partial<DatasetEdits>>>;

export type RowFile = {
  file: DraftFile;
  /** `schema.name`, as it was typed or after the file; null when what was typed is no name. */
  dataset: string | null;
  /** The dataset as it is; null: a new one, or not known yet. */
  target: KnownDataset | null;
  isLookedUp: boolean;
  view: RowView;
  plan: RowPlan | null;
};

/** One file of rows with its plan; null for other files. */
export function planRowFile(file: DraftFile, targets: Targets): RowFile | null {
  const view = rowView(file);
  if (view === null) return null;
  const dataset = datasetName(view.edits.dataset ?? datasetOfFile(file.name));
  const known = dataset === null ? null : targets[dataset.toLowerCase()];
  const target = known ?? null;
  const plan = view.table === null ? null : planRows(view.table, view.edits, target);
  return { file, dataset, target, isLookedUp: known !== undefined, view, plan };
}

/** The name of a dataset with its schema; null when the text is none. */
function datasetName(text: string): string | null {
  return DatasetName.safeParse(text).data ?? null;
}

/** What counts for a dataset: what was decided, else the key it has, which makes an update the first choice. */
export function editsOf(name: string | null, datasets: DatasetsEdits, targets: Targets): DatasetEdits {
  if (name === null) return newDatasetEdits;
  const decided = datasets[name.toLowerCase()];
  const key = targets[name.toLowerCase()]?.key ?? [];
  return { ...newDatasetEdits, key, mode: key.length > 0 ? 'upsert' : 'append', ...decided };
}

/** Why the files of rows cannot be imported yet, naming the file and what is open; null when they can. */
export function whyNotRows(
  files: readonly RowFile[],
  datasets: DatasetsEdits,
  targets: Targets,
): string | null {
  for (const { file, dataset, isLookedUp, view, plan } of files) {
    if (view.problem !== null) return `${file.name}: ${view.problem}`;
    if (dataset === null) return `${file.name}: give its dataset a name such as schema.name`;
    // Its key decides the mode, and its columns the types: without them a guess would be sent.
    if (!isLookedUp) return `Wait until ${shownName(dataset)} is looked up`;
    const [first, ...more] = plan?.open ?? [];
    const wrong = first === undefined ? wrongCheck(plan) : null;
    if (wrong !== null) return `Correct the checks of ${wrong.column} in ${file.name}: ${wrong.why}`;
    if (first === undefined) continue;
    const about =
      first.question.column === null ? 'about the table' : `about ${columnName(plan, first.question.column)}`;
    return `Answer the question ${about} in ${file.name}${more.length > 0 ? `, and ${more.length} more` : ''}`;
  }
  for (const [name, columns] of columnsByDataset(files)) {
    const reason = whyNotDataset(shownName(name), editsOf(name, datasets, targets), columns);
    if (reason !== null) return reason;
  }
  return null;
}

function wrongCheck(plan: RowPlan | null): { column: string; why: string } | null {
  for (const { name, checkErrors } of plan?.columns ?? []) {
    const why = checkErrorWords(checkErrors);
    if (why !== null) return { column: name, why };
  }
  return null;
}

function columnName(plan: RowPlan | null, column: number): string {
  return plan?.columns[column]?.name ?? `column ${column + 1}`;
}

function columnsByDataset(files: readonly RowFile[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { dataset, plan } of files) {
    if (dataset === null) continue;
    const columns = (plan?.columns ?? []).flatMap((column) => column.as ?? []);
    found.set(dataset, [...(found.get(dataset) ?? []), ...columns]);
  }
  return found;
}

/** The choices about rows in the words of the API. `ordinals`: place of each file among those that are sent, by its key. */
export function rowChoices(
  files: readonly RowFile[],
  ordinals: ReadonlyMap<string, number>,
  { datasets, targets, order }: { datasets: DatasetsEdits; targets: Targets; order: ConflictOrder },
): Pick<ChoicesChange, 'formats' | 'datasets' | 'conflictOrder'> {
  if (files.length === 0) return {};
  const formats = orderFiles(files, order).flatMap(({ file, dataset, view, plan }) => {
    const ordinal = ordinals.get(file.key);
    const compression = file.preview?.kind === 'rows' ? file.preview.compression : null;
    if (ordinal === undefined || dataset === null || view.table === null || plan === null) return [];
    return [fileChoice(ordinal, dataset, compression, view.table, plan)];
  });
  const names = [...new Set(formats.flatMap((format) => format.dataset ?? []))];
  const chosen = names.map((name) => [name, datasetChoice(editsOf(name, datasets, targets))] as const);
  return {
    formats,
    datasets: Object.fromEntries(chosen),
    // Said also where it is the usual one: an earlier dry run may have been asked for another.
    conflictOrder: order.by,
  };
}

/** A dataset of the default schema is known by its name alone. */
export function shownName(dataset: string): string {
  return dataset.startsWith('main.') ? dataset.slice('main.'.length) : dataset;
}
