import { formatOrdinal } from '@/lib/format-text/format-ordinal';
import type { Import } from '@/lib/imports/contract';
import { isPaused } from '@/lib/imports/pause';
import { isOver } from '../text/import-state';
import { timeLeft } from '../text/import-words';
import { targetWords } from '../text/target-words';

export type RowFacts = {
  /** Second line under the files: the source and how it was changed. */
  what: string;
  rejected: number;
  isUnfinished: boolean;
  /** Words in place of how long it took. */
  took: string | null;
  tookSeconds: number | null;
  /** Words in place of when it was. */
  when: string | null;
};

const KINDS = {
  objects: 'catalog',
  definitions: 'catalog',
  dependencies: 'catalog',
  table_columns: 'catalog',
  query_logs: 'query log',
  rows: 'rows',
  script: 'SQL scripts',
} as const;

/** What a row of the list says about an import besides its numbers. */
export function rowFacts(import_: Import): RowFacts {
  const kinds = [...new Set(import_.files.flatMap((file) => (file.role ? KINDS[file.role] : [])))];
  const isUnfinished = !isOver(import_.state);
  return {
    what: [kinds.join(', '), targetWords(import_)].filter(Boolean).join(' · '),
    rejected: import_.receipt?.rejected ?? 0,
    isUnfinished,
    took: isUnfinished ? tookWords(import_) : null,
    tookSeconds: seconds(import_.startedAt, import_.finishedAt),
    when: isUnfinished
      ? import_.state === 'waiting'
        ? `waits, ${formatOrdinal(import_.position ?? 1)}`
        : 'now'
      : null,
  };
}

function tookWords(import_: Import): string {
  if (isPaused(import_)) return 'paused';
  return import_.state === 'waiting' ? '' : timeLeft(import_.progress.etaSeconds);
}

function seconds(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / 1000;
}
