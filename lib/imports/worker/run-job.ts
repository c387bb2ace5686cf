import { AppError } from '@/lib/errors/app-error';
import type { ExtractRole } from '@/lib/imports/contract';
import { applyPolicy } from './apply-policy';
import { createCheckTables, createTypedView, refuseMistyped } from './check-cells';
import { checkColumns } from './extract/check-columns';
import { checkDefinitions } from './extract/check-definitions';
import { checkDependencies } from './extract/check-dependencies';
import { checkObjects } from './extract/check-objects';
import { checkQueryLogs } from './extract/check-query-logs';
import { countBad } from './extract/count-bad';
import { countStaged } from './extract/count-staged';
import { createKnownColumns, createKnownObjects } from './extract/known-objects';
import { loadFiles } from './extract/load-files';
import { recogniseFile } from './extract/recognise-file';
import { refuseEmpty, refuseIncomplete, refuseMixed } from './extract/refuse-incomplete';
import { stageHints } from './extract/stage-hints';
import { createStageSchema, stageSource } from './extract/stage-schema';
import { failedBy } from './last-words';
import { prepareModel } from './lineage/prepare-model';
import { stageLineage } from './lineage/stage-lineage';
import { stageLogs } from './logs/stage-logs';
import { openStage, type Stage } from './open-stage';
import { JobProgress } from './progress';
import type { StagedFile, WorkerFile, WorkerJob, WorkerMessage } from './protocol';
import type { LoadedFile, RecognisedFile } from './raw-file';
import { locateIn } from './read-records';
import { realPaths } from './real-paths';
import { checkRows } from './rows/check-rows';
import { loadRows } from './rows/load-rows';
import type { RowFile } from './rows/row-file';
import { readScripts } from './scripts/read-scripts';
import { stageScripts } from './scripts/stage-scripts';
import type { StageDb } from './stage-db';
import { stageNotes } from './stage-notes';
import { stageRejects } from './stage-rejects';

/** Checks in this order, because later ones need the objects that stay. */
const CHECKS = {
  objects: checkObjects,
  definitions: checkDefinitions,
  dependencies: checkDependencies,
  table_columns: checkColumns,
  query_logs: checkQueryLogs,
} as const satisfies Record<ExtractRole, unknown>;

/** Stages and checks the files of one import; the answer is the worker's last word. */
export async function runJob(
  given: WorkerJob,
  tell: (message: WorkerMessage) => void,
): Promise<WorkerMessage> {
  const known: { files: StagedFile[] } = { files: [] };
  const totalBytes = given.files.reduce((sum, file) => sum + file.size, 0);
  const progress = new JobProgress(totalBytes, tell);
  progress.begin();
  let stage: Stage | undefined;
  try {
    const job = await realPaths(given);
    stage = await openStage(job);
    const db = await stage.connect();
    const started = performance.now();
    await createStageSchema(db, job);
    await createCheckTables(db);
    const { extract, rows, scripts } = await recogniseFiles(db, job);
    if (extract.length + scripts.length > 0) await stageSource(db, job);
    const loaded = await loadFiles(stage, job, extract, progress);
    refuseEmpty(job, loaded);
    const loadedScripts = await readScripts(scripts, job.source, progress);
    const loadedRows = await loadRows(stage, job, rows, progress);
    const stagedAt = performance.now();
    known.files = [
      ...(loadedScripts.length > 0
        ? await stageScripts(stage, db, job, loadedScripts)
        : await checkFiles(stage, db, job, loaded, progress)),
      ...(await checkRows(db, loadedRows.plans, loadedRows.loaded)),
    ].sort((a, b) => a.ordinal - b.ordinal);
    await applyPolicy(db, job, known.files);
    db.close();
    await stage.close();
    return {
      type: 'staged',
      files: known.files,
      stageMs: stagedAt - started,
      checkMs: performance.now() - stagedAt,
    };
  } catch (error) {
    await stage?.close().catch(() => undefined);
    return failedBy(error, known.files);
  } finally {
    progress.stop();
  }
}

async function recogniseFiles(
  db: StageDb,
  job: WorkerJob,
): Promise<{ extract: RecognisedFile[]; rows: RowFile[]; scripts: WorkerFile[] }> {
  const extract: RecognisedFile[] = [];
  const rows: RowFile[] = [];
  const scripts: WorkerFile[] = [];
  for (const file of job.files) {
    const found = await recogniseFile(db, file, job);
    if (found.kind === 'rows') rows.push(found.it);
    else if (found.kind === 'script') scripts.push(found.it);
    else extract.push(found.it);
  }
  refuseMixed(extract, scripts);
  if (extract.length + scripts.length > 0 && !['replace', 'merge'].includes(job.choices.mode))
    throw wrongMode(job);
  for (const file of extract) refuseMistyped(file);
  refuseIncomplete(job, extract);
  return { extract, rows, scripts };
}

const wrongMode = ({ choices }: WorkerJob) =>
  new AppError(
    'invalid-request',
    `Mode "${choices.mode}" is for rows; files of an extract and scripts take "replace" or "merge". Choose one of them and give the mode of the rows for each dataset.`,
  );

async function checkFiles(
  stage: Stage,
  db: StageDb,
  job: WorkerJob,
  loaded: readonly LoadedFile[],
  progress: JobProgress,
): Promise<StagedFile[]> {
  const checks = Object.entries(CHECKS) as Array<[ExtractRole, (typeof CHECKS)[ExtractRole]]>;
  for (const [index, [role, check]] of checks.entries()) {
    progress.check(index / checks.length);
    const files = loaded.filter((file) => file.role === role);
    if (files.length > 0) {
      await createTypedView(db, role, files);
      await check(db, job.source);
      progress.bad(await countBad(db));
      if (role === 'definitions') await stageHints(db, stage, job.source);
    }
    if (role === 'objects') await createKnownObjects(db, job.knownObjectsFile);
  }
  const roles = new Set(loaded.map(({ role }) => role));
  if (roles.has('definitions') || roles.has('query_logs')) {
    await createKnownColumns(db, job.knownColumnsFile);
    await prepareModel(db, job);
    await stageLineage(db, job, { columnsOfViews: false });
    if (roles.has('query_logs')) await stageLogs(db, job);
  }
  for (const file of loaded) await stageRejects(db, file.file.ordinal, locateIn(db, file));
  await stageNotes(db, loaded);
  return countStaged(db, loaded);
}
