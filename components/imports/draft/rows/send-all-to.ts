import type { DraftFile } from '../draft-file';
import { rowView } from './row-view';

/** All files of rows with the same dataset, everything else about them as it was decided. */
export function sendAllTo(files: readonly DraftFile[], dataset: string): DraftFile[] {
  return files.map((file) => {
    const view = rowView(file);
    return view === null ? file : { ...file, rows: { ...view.edits, dataset } };
  });
}
