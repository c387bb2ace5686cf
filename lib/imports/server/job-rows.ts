import 'server-only';
import { settings } from '@/lib/config/read-settings';
import { datasetOfFile } from '../dataset-of-file';
import type { FileChoice } from '../row-choices';
import type { WorkerDataset, WorkerRows } from '../worker/protocol';
import type { ImportRecord } from './import-record';

/** A compressed file that grows more than this is refused. */
const RATIO_MAX = 200;

/** What the worker needs of the choices and of the datasets, for the files that turn out to hold rows. */
export function jobRows({ files, choices }: ImportRecord): WorkerRows {
  const resolved = files.map(({ name }, index) => {
    const choice = choiceOf(choices.formats ?? [], name, index + 1);
    return {
      ordinal: index + 1,
      dataset: choice?.dataset ?? choices.dataset ?? datasetOfFile(name),
      choice: choice ?? null,
    };
  });
  const names = [...new Set(resolved.map((file) => file.dataset))];
  return {
    files: resolved,
    datasets: names.map((name) => newDataset(name, choices)),
    order: resolved.map((file) => file.ordinal),
    decompressed: { maxBytes: settings().MAX_FILE_SIZE_BYTES, maxRatio: RATIO_MAX },
  };
}

function newDataset(name: string, choices: ImportRecord['choices']): WorkerDataset {
  const own = choices.datasets?.[name] ?? {};
  return {
    name,
    exists: false,
    columns: [],
    key: own.key ?? choices.key ?? [],
    mode: own.mode ?? 'append',
    nullKeys: own.nullKeys ?? choices.nullKeys ?? 'reject',
    blankCells: own.blankCells ?? choices.blankCells ?? 'null',
    newColumns: own.newColumns ?? choices.newColumns ?? 'add',
    checks: own.checks ?? [],
  };
}

/** What was confirmed about a file: by its ordinal, else by its name. */
function choiceOf(choices: readonly FileChoice[], name: string, ordinal: number): FileChoice | undefined {
  return choices.find(({ file }) => file === ordinal) ?? choices.find(({ file }) => file === name);
}
