import type { Import } from '@/lib/imports/contract';
import type { SessionState } from '../session/session-state';
import type { DraftChoices } from './draft-choices';
import type { DraftFile } from './draft-file';
import { confirmedEdits } from './rows/confirmed-edits';
import { type DatasetEdits, datasetEdits } from './rows/dataset-edits';
import { shownName } from './rows/row-files';
import { rowView } from './rows/row-view';

type Changes = Pick<SessionState, 'files' | 'datasets' | 'choices' | 'inheritedFrom'>;

/**
 * What the server's draft took over from the import whose rejects come again, as the dialog shows it. Choices are taken once, those of
 * a file when nothing was decided about it yet.
 */
export function inherit(
  state: Pick<SessionState, 'files' | 'datasets' | 'choices' | 'inheritedFrom'>,
  { parent, choices }: Import,
  fileIds: ReadonlyMap<string, string>,
): Changes {
  if (parent === null) return state;
  const files = state.files.map((file): DraftFile => {
    const ordinal = Number(fileIds.get(file.key) ?? Number.NaN) + 1;
    const format = choices.formats?.find((it) => it.file === ordinal);
    const table = rowView(file)?.table ?? null;
    if (file.rejectsOf !== parent || file.rows !== undefined || !format?.dataset || table === null)
      return file;
    return { ...file, rows: confirmedEdits(format, table, { dataset: shownName(format.dataset) }) };
  });
  if (state.inheritedFrom === parent) return { ...state, files };
  const datasets: Record<string, DatasetEdits> = {};
  for (const [name, choice] of Object.entries(choices.datasets ?? {}))
    datasets[name.toLowerCase()] = datasetEdits(choice);
  return {
    files,
    datasets: { ...datasets, ...state.datasets },
    choices: { ...state.choices, ...typed(choices) },
    inheritedFrom: parent,
  };
}

function typed({
  source,
  onBadRecord,
  maxRejects,
  maxRejectPercent,
}: Import['choices']): Partial<DraftChoices> {
  return {
    onBadRecord,
    maxRejects: String(maxRejects),
    maxRejectPercent: String(maxRejectPercent),
    ...(source === undefined
      ? {}
      : { sourceName: source.name, database: source.database ?? '', mode: 'merge' as const }),
  };
}
