import 'server-only';
import { datasetsChangedSince } from '@/lib/datasets/server/datasets-changed-since';
import { attachStage } from '@/lib/workspace/server/attach-stage';
import { read } from '@/lib/workspace/server/read';
import { isSamePlan, type PlannedCounts, plannedCounts } from '../../pause';
import { countImport } from '../dry-run/count-import';
import { type ActiveRun, importsState } from '../records/imports-state';
import { withRetries } from '../run/with-retries';
import type { Stage } from '../stage/stage-import';
import { waitForAnswer } from './wait-for-answer';

const BEAT_MS = 1000;

/**
 * Before the publish: when somebody expects the counts of a dry run and what it counted against was changed since, the
 * staged rows are counted again, under the lock. Other counts are shown to the owner, who says whether it goes on.
 * @throws what `waitForAnswer` throws, what the publish would refuse
 */
export async function holdIfChanged(run: ActiveRun, stage: Stage): Promise<void> {
  const { counted } = run.record;
  if (counted === null || !(await isChangedSince(counted.snapshot, stage))) return;
  const beat = setInterval(() => run.lease.heartbeat(), BEAT_MS);
  try {
    const found = await countAgain(run, stage);
    if (!isSamePlan(counted.counts, found)) await waitForAnswer(run, counted.counts, found);
  } finally {
    clearInterval(beat);
  }
}

/** Rows only depend on their datasets, an extract or a script on the whole catalog. */
async function isChangedSince(snapshot: number, { files }: Stage): Promise<boolean> {
  if ((importsState().snapshot ?? 0) <= snapshot) return false;
  if (files.some(({ role }) => role !== 'rows')) return true;
  const names = files.flatMap(({ dataset }) => dataset ?? []);
  return read((db) => datasetsChangedSince(db, { names, snapshot }));
}

async function countAgain(run: ActiveRun, stage: Stage): Promise<PlannedCounts> {
  const { signal } = run.stop;
  const alias = `turn_${run.id.replaceAll('-', '')}`;
  const detach = await attachStage({ alias, file: stage.file });
  try {
    const count = () => countImport(run.record, stage, { alias, signal });
    return plannedCounts(await withRetries(count, { signal }));
  } finally {
    await detach();
  }
}
