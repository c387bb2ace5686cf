import type { FileRole } from '@/lib/imports/contract';
import type { DraftFile } from './draft-file';

/** What will become of a file: it is sent, or left out with a reason. */
export type FileVerdict =
  | { kind: 'reading' }
  | { kind: 'ready'; role: FileRole }
  | { kind: 'skipped'; role: FileRole }
  | { kind: 'left-out'; label: string; reason: string; expected?: string | null };

/** Judges a file of the dialog by what was found in it. */
export function judgeFile(file: DraftFile): FileVerdict {
  const preview = file.preview;
  if (preview === null && file.file === null)
    return {
      kind: 'left-out',
      label: 'Choose it again',
      reason: 'The page was loaded again since it was chosen.',
    };
  if (preview === null) return { kind: 'reading' };
  const kind = file.isSkipped === true ? 'skipped' : 'ready';
  switch (preview.kind) {
    case 'extract':
      return { kind, role: preview.role };
    case 'script':
      return { kind, role: 'script' };
    case 'rows':
      return { kind, role: 'rows' };
    case 'unrecognised':
      return {
        kind: 'left-out',
        label: 'Not recognised',
        reason: preview.reason,
        expected: preview.expected,
      };
    case 'unsupported':
      return { kind: 'left-out', label: 'Not supported', reason: preview.reason };
    case 'broken':
      return { kind: 'left-out', label: 'Cannot be read', reason: preview.reason };
  }
}
