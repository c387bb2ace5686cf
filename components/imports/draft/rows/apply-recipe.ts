import type { RowGiven, RowTable } from '@/lib/formats/preview/rows/row-table';
import { plainHeader } from '@/lib/imports/plain-header';
import type { SavedRecipe } from '@/lib/imports/recipe';
import type { SessionState } from '../../session/session-state';
import { initialChoices } from '../draft-choices';
import type { DraftFile } from '../draft-file';
import { confirmedEdits } from './confirmed-edits';
import { datasetEdits } from './dataset-edits';
import { noEdits } from './row-edits';
import { shownName } from './row-files';
import { rowView } from './row-view';

type Applied = Pick<SessionState, 'files' | 'datasets' | 'choices'>;

/** The names of a file's columns as it is read now, the same for the same header; null for files without. */
export function headerOf(file: DraftFile): string | null {
  const table = rowView(file)?.table;
  return table ? plainHeader(table.columns.map((column) => column.name)) : null;
}

/** The file, and those with its header about which nothing was decided yet: a recipe is for all of them. */
export function alikeFiles(files: readonly DraftFile[], key: string): DraftFile[] {
  const file = files.find((it) => it.key === key);
  const header = file ? headerOf(file) : null;
  if (header === null) return [];
  return files.filter((it) => it.key === key || (isUndecided(it) && headerOf(it) === header));
}

const isUndecided = ({ rows, recipe, rejectsOf }: DraftFile) =>
  rows === undefined && recipe === undefined && rejectsOf === undefined;

/** Reads a file and those like it as a recipe says, with its dataset, mode, key and limits; null: not as it says. */
export function applyRecipe(state: Applied, key: string, saved: SavedRecipe | null): Applied {
  const alike = new Set(alikeFiles(state.files, key).map((file) => file.key));
  if (saved === null)
    return { ...state, files: state.files.map((it) => (alike.has(it.key) ? { ...it, recipe: null } : it)) };
  const { dataset, recipe, version } = saved;
  const files = state.files.map((file): DraftFile => {
    const table = alike.has(file.key) ? rowView(file)?.table : null;
    return table ? { ...file, rows: recipeEdits(file, table, saved), recipe: { dataset, version } } : file;
  });
  return {
    files,
    datasets: { ...state.datasets, [dataset.toLowerCase()]: datasetEdits(recipe) },
    choices: { ...state.choices, ...limitsOf(recipe) },
  };
}

/** Takes a recipe back from all files that are read by it: they are as they were found. */
export function takeBackRecipe(state: Applied, key: string): Applied {
  const used = state.files.find((it) => it.key === key)?.recipe;
  if (!used) return state;
  const isUsedBy = ({ recipe }: DraftFile) =>
    recipe?.dataset === used.dataset && recipe.version === used.version;
  const { [used.dataset.toLowerCase()]: _, ...datasets } = state.datasets;
  return {
    files: state.files.map((file) => (isUsedBy(file) ? { ...file, rows: noEdits, recipe: null } : file)),
    datasets,
    choices: { ...state.choices, ...limitsOf(initialChoices) },
  };
}

function limitsOf(it: {
  onBadRecord: 'stop' | 'keep';
  maxRejects: number | string;
  maxRejectPercent: number | string;
}): Pick<SessionState['choices'], 'onBadRecord' | 'maxRejects' | 'maxRejectPercent'> {
  const { onBadRecord, maxRejects, maxRejectPercent } = it;
  return { onBadRecord, maxRejects: String(maxRejects), maxRejectPercent: String(maxRejectPercent) };
}

/**
 * The recipe's decisions for one file. Where its table begins is as found, because that is where the same header stands, and so is
 * its encoding: an earlier file may just not have had the letters that tell. How cells are told apart is the recipe's, unless the
 * header would be another one then.
 */
function recipeEdits(file: DraftFile, table: RowTable, { dataset, recipe }: SavedRecipe) {
  const { format } = recipe;
  const more = { dataset: shownName(dataset) };
  const { csv } = format;
  if (csv === undefined || table.csv === null) {
    // The same columns at another place of the document may be other things; then it is asked.
    const isSamePlace = table.paths.length > 0 && format.json?.path === table.path;
    const given: RowGiven = isSamePlace && table.path !== null ? { path: table.path } : {};
    return confirmedEdits(format, table, { ...more, given });
  }
  const { header, headerLine, headerRows, skipRows } = table.csv;
  const given: RowGiven = {
    csv: { ...csv, header, headerLine, headerRows, skipRows },
  };
  const rows = { ...noEdits, given };
  if (headerOf({ ...file, rows }) === headerOf(file))
    return confirmedEdits(format, table, { ...more, given });
  const { decimalMark, thousands, nullTexts } = csv;
  const place = { header, headerLine, headerRows, skipRows };
  return confirmedEdits(format, table, {
    ...more,
    given: { csv: { ...place, decimalMark, thousands, nullTexts } },
  });
}
