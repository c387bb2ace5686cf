import 'server-only';
import { settings } from '@/lib/config/read-settings';
import type { Dataset } from '@/lib/datasets/dataset';
import { findDatasets } from '@/lib/datasets/server/find-datasets';
import { read } from '@/lib/workspace/server/read';
import { datasetOfFile } from '../../dataset-of-file';
import { type FileChoice, RowMode } from '../../row-choices';
import type { WorkerDataset, WorkerRows } from '../../worker/protocol';
import type { ImportRecord } from '../records/import-record';

/** A compressed file that grows more than this is refused. */
const RATIO_MAX = 200;

/** What the worker needs of the choices and of the datasets, for the files that turn out to hold rows. */
export async function jobRows({ files, choices }: ImportRecord): Promise<WorkerRows> {
  const chosen = files.map(({ name }, index) => {
    const choice = choiceOf(choices.formats ?? [], name, index + 1) ?? null;
    return {
      ordinal: index + 1,
      dataset: choice?.dataset ?? choices.dataset ?? datasetOfFile(name),
      choice,
    };
  });
  const known = await read((db) => findDatasets(db, { names: chosen.map((file) => file.dataset) }));
  const spelled = chosen.map((file) => ({
    ...file,
    dataset: ofName(known, file.dataset)?.name ?? file.dataset,
  }));
  const names = new Map(spelled.map(({ dataset }) => [dataset.toLowerCase(), dataset]));
  return {
    files: spelled.map((file) => ({
      ...file,
      dataset: names.get(file.dataset.toLowerCase()) ?? file.dataset,
    })),
    datasets: [...names.values()].map((name) => workerDataset(name, choices, ofName(known, name))),
    order: orderOf(
      chosen.map((file, index) => ({ ...file, lastModified: files[index]?.lastModified ?? null })),
      choices,
    ),
    decompressed: { maxBytes: settings().MAX_FILE_SIZE_BYTES, maxRatio: RATIO_MAX },
  };
}

function workerDataset(
  name: string,
  choices: ImportRecord['choices'],
  known: Dataset | undefined,
): WorkerDataset {
  const own = choicesOf(name, choices);
  return {
    name,
    exists: known !== undefined,
    columns: known?.columns.map(({ name: column, type }) => ({ name: column, type })) ?? [],
    key: [...(own.key ?? choices.key ?? known?.key ?? [])],
    mode: own.mode ?? RowMode.safeParse(choices.mode).data ?? 'append',
    nullKeys: own.nullKeys ?? choices.nullKeys ?? 'reject',
    blankCells: blankCellsOf(name, choices),
    newColumns: own.newColumns ?? choices.newColumns ?? (known === undefined ? 'add' : 'stop'),
    checks: own.checks ?? [],
  };
}

/** What a blank cell does to the value that is there, in one dataset. */
export function blankCellsOf(dataset: string, choices: ImportRecord['choices']): WorkerDataset['blankCells'] {
  return choicesOf(dataset, choices).blankCells ?? choices.blankCells ?? 'null';
}

/** What was chosen for one dataset by itself, whatever the case of its name. */
export function choicesOf(dataset: string, { datasets = {} }: ImportRecord['choices']) {
  const [, own] =
    Object.entries(datasets).find(([name]) => name.toLowerCase() === dataset.toLowerCase()) ?? [];
  return own ?? {};
}

function ofName(known: readonly Dataset[], name: string): Dataset | undefined {
  return known.find((one) => one.name.toLowerCase() === name.toLowerCase());
}

/** What was confirmed about a file: by its ordinal, else by its name. */
export function choiceOf(
  choices: readonly FileChoice[],
  name: string,
  ordinal: number,
): FileChoice | undefined {
  return choices.find(({ file }) => file === ordinal) ?? choices.find(({ file }) => file === name);
}

/** A file whose time nobody said counts as older than all others. */
const byTime = (a: { lastModified: number | null }, b: { lastModified: number | null }) =>
  (a.lastModified ?? 0) - (b.lastModified ?? 0);

/** Weakest file first: as uploaded, by the time of their last change, or as `formats` lists them, unnamed ones before. */
function orderOf(
  files: ReadonlyArray<{ ordinal: number; choice: FileChoice | null; lastModified: number | null }>,
  { conflictOrder, formats = [] }: ImportRecord['choices'],
): number[] {
  const rank = (choice: FileChoice | null) => (choice === null ? -1 : formats.indexOf(choice));
  const ordered = {
    given: (a, b) => rank(a.choice) - rank(b.choice),
    modified: byTime,
    upload: () => 0,
  } satisfies Record<string, (a: (typeof files)[number], b: (typeof files)[number]) => number>;
  return files.toSorted(ordered[conflictOrder ?? 'upload']).map((file) => file.ordinal);
}
