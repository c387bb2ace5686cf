import { AppError } from '@/lib/errors/app-error';
import type { Receipt } from './contract';
import type { FileCounts } from './file-counts';
import type { StagedFile } from './worker/protocol';
import { ROLE_TABLES } from './worker/stage-tables';

/** What became of the staged rows of one catalog table, or of one dataset under its name: by file, and how many rows ended. */
export type TableOutcome = {
  table: string;
  files: ReadonlyArray<{ file: number; inserted: number; updated: number; unchanged: number }>;
  ended: number;
};

type Input = {
  /** Names by ordinal - 1. */
  names: readonly string[];
  staged: readonly StagedFile[];
  outcomes: readonly TableOutcome[];
  lineage: Receipt['lineage'];
  coverage: Receipt['coverage'];
  notes: Receipt['notes'];
  conflicts: Receipt['conflicts'];
  datasets: Receipt['datasets'];
  retries: number;
  durationsMs: Receipt['durationsMs'];
};

const PARTS = ['inserted', 'updated', 'unchanged', 'duplicates', 'rejected', 'skipped'] as const;

/**
 * The receipt of a publish. Every record that the worker counted is in exactly one part; ended rows stand beside the
 * first file of their kind, or only in the total when no file of that kind came.
 * @throws AppError unbalanced-receipt when the parts do not add up to what was read, for any file
 */
export function buildReceipt(input: Input): Receipt {
  const claimed = new Set<string>();
  const files = input.staged.map((file) => {
    const table = file.role === 'rows' ? file.dataset : ROLE_TABLES[file.role];
    const outcome = input.outcomes.find((one) => one.table === table);
    const counts = outcome?.files.find((one) => one.file === file.ordinal);
    const isFirst = outcome !== undefined && !claimed.has(outcome.table);
    if (isFirst) claimed.add(outcome.table);
    return {
      name: input.names[file.ordinal - 1] ?? '',
      role: file.role,
      dataset: file.dataset,
      read: file.read,
      inserted: counts?.inserted ?? 0,
      updated: counts?.updated ?? 0,
      unchanged: counts?.unchanged ?? 0,
      duplicates: file.duplicates,
      rejected: file.rejected,
      skipped: file.skipped,
      ended: isFirst ? outcome.ended : 0,
    };
  });
  for (const file of files) assertBalanced(file.name, file);
  const total = (part: keyof FileCounts) => files.reduce((sum, file) => sum + file[part], 0);
  return {
    balanced: true,
    read: total('read'),
    inserted: total('inserted'),
    updated: total('updated'),
    unchanged: total('unchanged'),
    duplicates: total('duplicates'),
    rejected: total('rejected'),
    skipped: total('skipped'),
    ended: input.outcomes.reduce((sum, outcome) => sum + outcome.ended, 0),
    files,
    conflicts: input.conflicts,
    datasets: input.datasets,
    lineage: input.lineage,
    coverage: input.coverage,
    rollback: null,
    notes: input.notes,
    retries: input.retries,
    durationsMs: input.durationsMs,
  };
}

function assertBalanced(name: string, counts: FileCounts): void {
  const sum = PARTS.reduce((total, part) => total + counts[part], 0);
  if (sum === counts.read) return;
  const parts = PARTS.map((part) => `${counts[part]} ${part}`).join(', ');
  throw new AppError(
    'unbalanced-receipt',
    `${name}: ${counts.read} records were read but ${sum} are accounted for (${parts}). Nothing was written.`,
    { extra: { file: name, counts } },
  );
}
