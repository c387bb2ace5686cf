import { readRowTable } from '@/lib/formats/preview/rows/read-row-table';
import type { RowGiven, RowSample, RowTable } from '@/lib/formats/preview/rows/row-table';
import type { DraftFile } from '../draft-file';
import { noEdits, type RowEdits } from './row-edits';

export type RowView =
  | { edits: RowEdits; table: RowTable; problem: null }
  | { edits: RowEdits; table: null; problem: string };

const read = new WeakMap<RowSample, Map<string, RowView>>();

/**
 * The beginning of a file of rows as it is read with what was decided so far; null for other files. Kept for each set of
 * choices, because a MiB takes a while to read and the dialog asks often.
 */
export function rowView(file: DraftFile): RowView | null {
  if (file.preview?.kind !== 'rows') return null;
  const { sample } = file.preview;
  const edits = file.rows ?? noEdits;
  const known = read.get(sample) ?? new Map<string, RowView>();
  read.set(sample, known);
  const key = JSON.stringify(edits.given);
  const found = known.get(key) ?? look(sample, edits.given, edits);
  known.set(key, found);
  return { ...found, edits };
}

function look(sample: RowSample, given: RowGiven, edits: RowEdits): RowView {
  try {
    return { edits, table: readRowTable(sample, given), problem: null };
  } catch (error) {
    return { edits, table: null, problem: `Read like this, the file ${(error as Error).message}.` };
  }
}
