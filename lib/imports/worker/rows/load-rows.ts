import { rm } from 'node:fs/promises';
import { widerType } from '@/lib/imports/wider-type';
import type { Stage } from '../open-stage';
import { placeOf } from '../places';
import type { FileProgress, JobProgress } from '../progress';
import type { WorkerJob } from '../protocol';
import { runLanes } from '../run-lanes';
import type { StageDb } from '../stage-db';
import { chosenColumn } from './chosen-column';
import { countJson } from './count-json';
import type { CountedText } from './count-text';
import { countWhileReading } from './count-while-reading';
import { findMisfits, type Misfit } from './find-misfits';
import { loadParquetRows } from './load-parquet-rows';
import { loadText } from './load-text';
import { type DatasetPlan, planDatasets } from './plan-datasets';
import { refuseUnknownChecks } from './refuse-unknown-checks';
import { refuseWrongLimits } from './refuse-wrong-limits';
import type { RowFile } from './row-file';
import type { FilledColumn } from './select-records';

type PlannedFile = DatasetPlan['files'][number];
type Task = PlannedFile & {
  plan: DatasetPlan;
  progress: FileProgress;
  counted: CountedText | null;
  read: number;
  rowBytes: number | null;
};

/** A file whose records are in the stage; `read` is the independent count, `rowBytes` the size of a record, null when they are no row groups. */
export type LoadedRows = PlannedFile & {
  readonly plan: DatasetPlan;
  readonly read: number;
  readonly rowBytes: number | null;
};

/**
 * Reads all files of rows into the stage, side by side, in the types of their datasets. Where nobody chose the type of a column and
 * a cell far down does not fit the guess, the column becomes wider and its files are read again.
 * @throws AppError of the failed file
 */
export async function loadRows(
  stage: Stage,
  job: WorkerJob,
  files: readonly RowFile[],
  progress: JobProgress,
): Promise<{ plans: DatasetPlan[]; loaded: LoadedRows[] }> {
  const plans = planDatasets(files, job.rows);
  refuseUnknownChecks(plans);
  await refuseWrongLimits(stage, plans);
  const tasks: Task[] = plans.flatMap((plan) =>
    plan.files.map((file) => ({
      ...file,
      plan,
      progress: progress.file(file.it.file.ordinal, file.it.file.size),
      counted: null,
      read: 0,
      rowBytes: null,
    })),
  );
  let due = tasks;
  while (due.length > 0) {
    const misfits = await runLanes(stage, due, job.concurrency, (db, task, signal) =>
      loadTask(stage, db, task, job.stageDir, signal),
    );
    const changed = new Set<string>();
    for (const [index, { plan }] of due.entries())
      for (const misfit of misfits[index] ?? [])
        if (widen(plan, misfit)) changed.add(`${plan.k} ${misfit.at}`);
    due = tasks.filter(({ plan, sources }) =>
      sources.some((source, at) => source !== null && changed.has(`${plan.k} ${at}`)),
    );
  }
  // What was written for the engine alone is not needed any more; the texts are, to show rejected records.
  for (const { it, counted } of tasks)
    if (counted !== null && counted.path !== it.path) await rm(counted.path);
  return { plans, loaded: tasks };
}

async function loadTask(
  stage: Stage,
  db: StageDb,
  task: Task,
  stageDir: string,
  signal: AbortSignal,
): Promise<Misfit[]> {
  const { it, plan, progress } = task;
  const filled = fillColumns(task);
  const { nullKeys } = plan.dataset;
  if (it.format === 'parquet') {
    Object.assign(task, await loadParquetRows({ db, it, filled, nullKeys, stageDir, progress }));
    return tellBad(db, task, await findMisfits(db, it, null, filled));
  }
  const text = { db, it, filled, nullKeys, stageDir, progress };
  let isStored = false;
  // What an earlier reading found holds no longer.
  if (task.counted !== null) await db.run(`DELETE FROM reasons WHERE ${ofFile(it)}`);
  else if (it.json !== null) task.counted = countJson(it.json, progress);
  else ({ counted: task.counted, isStored } = await countWhileReading(stage, text, signal));
  Object.assign(task, await loadText(text, task.counted, isStored));
  return tellBad(db, task, await findMisfits(db, it, task.counted, filled));
}

const ofFile = ({ file: { ordinal } }: RowFile) =>
  `_place BETWEEN ${placeOf(ordinal, '0')} AND ${placeOf(ordinal + 1, '0')}`;

/** Records that do not fit while the columns may still become wider are not bad yet. */
async function tellBad(db: StageDb, { it, progress }: Task, misfits: Misfit[]): Promise<Misfit[]> {
  if (misfits.length > 0) return misfits;
  const { ordinal } = it.file;
  // Records that could not be split into cells are not among those that were stored.
  const split = await db.count(`SELECT DISTINCT _place FROM reasons WHERE ${ofFile(it)}`);
  progress.bad(split + (await db.count(`FROM stage.main.file_${ordinal} WHERE _why IS NOT NULL`)));
  return misfits;
}

function fillColumns({ it, plan, sources }: Task): FilledColumn[] {
  const { key, checks } = plan.dataset;
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  return plan.columns.map((column, index) => {
    const source = sources[index] ?? null;
    const chosen = source === null ? undefined : chosenColumn(it, source.index);
    const own = checks.filter((check) => same(check.column, column.name));
    return {
      column,
      source,
      checks: chosen === undefined ? own : [chosen, ...own],
      isKey: key.some((name) => same(name, column.name)),
    };
  });
}

/** Makes a column hold what was found; false when it cannot, so that the cells are rejected. */
function widen({ columns }: DatasetPlan, { at, type }: Misfit): boolean {
  const column = columns[at];
  if (column === undefined) return false;
  const wider = widerType(column.type, type) ?? (column.isNew ? 'text' : null);
  if (wider === null || wider === column.type) return false;
  if (!column.isNew) column.widenedFrom ??= column.type;
  column.type = wider;
  return true;
}
