import { neededRoles } from '@/lib/formats/extract/extract-files';
import type { Choices } from '@/lib/imports/choices';
import type { ExtractRole, FileRole } from '@/lib/imports/contract';
import type { DraftFile } from './draft-file';
import { judgeFile } from './judge-file';

export type FilesSummary = {
  /** Files that will be sent, of all in the list. */
  ready: DraftFile[];
  total: number;
  bytes: number;
  isReading: boolean;
  /** There are scripts or files of an extract among them, not only rows: they go into a source. */
  hasExtract: boolean;
  /** Scripts and files of an extract, which go in imports of their own. */
  isMixed: boolean;
  /** Kinds that a full extract needs and that are not there. */
  missing: ExtractRole[];
};

/** Counts what the chosen files amount to. */
export function summariseFiles(files: readonly DraftFile[]): FilesSummary {
  const verdicts = files.map(judgeFile);
  const ready = files.filter((_, index) => verdicts[index]?.kind === 'ready');
  const roles = new Set<FileRole>(
    verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.role] : [])),
  );
  const hasParts = [...roles].some((role) => role !== 'rows' && role !== 'script');
  const hasExtract = hasParts || roles.has('script');
  return {
    ready,
    total: files.length,
    bytes: ready.reduce((sum, file) => sum + file.size, 0),
    isReading: verdicts.some((verdict) => verdict.kind === 'reading'),
    hasExtract,
    isMixed: hasParts && roles.has('script'),
    missing: hasParts ? neededRoles.filter((role) => !roles.has(role)) : [],
  };
}

/** Why the dialog cannot go on from the list of files, or null when it can. */
export function whyNotContinue(summary: FilesSummary): string | null {
  if (summary.total === 0) return 'Choose at least one file';
  if (summary.isReading) return 'Wait until every file has been looked at';
  if (summary.isMixed)
    return 'Import SQL scripts and the files of an extract one after the other: remove the one kind here';
  return summary.ready.length === 0 ? 'None of these files can be imported' : null;
}

/** Why these files cannot be imported in this mode, or null when they can. */
export function whyNotInMode(summary: FilesSummary, mode: Choices['mode']): string | null {
  if (mode === 'merge' || summary.missing.length === 0) return null;
  const names = summary.missing.join(' and ');
  return `Replacing needs the whole extract. Missing: ${names}. Add ${summary.missing.length === 1 ? 'it' : 'them'}, or choose “Add and update”.`;
}
