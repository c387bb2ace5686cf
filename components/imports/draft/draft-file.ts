import type { FilePreview } from '@/lib/formats/preview/file-preview';
import type { RowEdits } from './rows/row-edits';

/** A file in the import dialog. */
export type DraftFile = {
  /** Its place in this dialog; names may repeat. */
  key: string;
  name: string;
  size: number;
  lastModified: number;
  /** The bytes, null after a reload of the page until the same file is chosen again. */
  file: File | null;
  /** What it is; null while it is being looked at. */
  preview: FilePreview | null;
  /** What was decided about it, when it holds rows. */
  rows?: RowEdits;
  /** `rows`: read as rows although it could be a file of an extract. */
  readAs?: 'rows';
  /** The import that brought the very same bytes, where that is known before they are sent. */
  sameAs?: { number: number; at: string } | undefined;
  /** Left out because it was imported before. */
  isSkipped?: boolean;
  /** The recipe that it is read by; null when it was declined. */
  recipe?: { dataset: string; version: number } | null;
  /** Number of the import whose rejected records it brings again. */
  rejectsOf?: number;
};

/** True when both are the same file as far as the browser can tell. */
export function isSameFile(
  a: Pick<DraftFile, 'name' | 'size' | 'lastModified'>,
  b: Pick<DraftFile, 'name' | 'size' | 'lastModified'>,
): boolean {
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
}
