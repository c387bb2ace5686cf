import { checkFilename } from '@/lib/uploads/safe-filename';
import { type DraftFile, isSameFile } from './draft-file';

const FILES_MAX = 100;

export type Refusal = { name: string; reason: string };
export type TakenFiles = { files: DraftFile[]; added: DraftFile[]; refused: Refusal[] };

/**
 * Adds chosen or dropped files to the list. Unsafe names (the server's own rule), files that are already there and more
 * than 100 are refused with a reason. A file without bytes after a reload gets them back when the same one is chosen.
 */
export function takeFiles(
  current: readonly DraftFile[],
  chosen: readonly File[],
  newKey: () => string,
): TakenFiles {
  let files = [...current];
  const added: DraftFile[] = [];
  const refused: Refusal[] = [];
  for (const file of chosen) {
    const checked = checkFilename(file.name);
    if (!checked.ok) {
      refused.push({ name: checked.shown, reason: `Invalid filename: ${checked.reason}` });
      continue;
    }
    const entry: DraftFile = {
      key: newKey(),
      name: checked.name,
      size: file.size,
      lastModified: file.lastModified,
      file,
      preview: null,
    };
    const same = files.find((other) => isSameFile(other, entry));
    // The corrected file stands for the rejects as they were.
    if (!same) files = files.filter((other) => other.rejectsOf === undefined || other.name !== entry.name);
    if (same && same.file === null) {
      const restored = { ...same, file, preview: null };
      files = files.map((other) => (other === same ? restored : other));
      added.push(restored);
    } else if (same) refused.push({ name: entry.name, reason: 'It is already in the list' });
    else if (files.length >= FILES_MAX) {
      refused.push({ name: entry.name, reason: `One import takes at most ${FILES_MAX} files` });
    } else {
      files.push(entry);
      added.push(entry);
    }
  }
  return { files, added, refused };
}

/** What a screen reader hears after files were chosen or dropped. */
export function describeTaken({ added, refused }: Pick<TakenFiles, 'added' | 'refused'>): string {
  const taken = added.length === 1 ? '1 file taken' : `${added.length} files taken`;
  if (refused.length === 0) return `${taken}.`;
  const reasons = refused.slice(0, 3).map(({ name, reason }) => `${name}: ${reason}`);
  const more = refused.length > 3 ? `, and ${refused.length - 3} more` : '';
  return `${taken}, ${refused.length} not. ${reasons.join('. ')}${more}.`;
}
