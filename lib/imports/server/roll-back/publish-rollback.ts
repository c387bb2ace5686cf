import 'server-only';
import { z } from 'zod';
import type { Dataset } from '@/lib/datasets/dataset';
import { datasetObject, idOf } from '@/lib/datasets/dataset-object';
import { findDataset } from '@/lib/datasets/server/find-datasets';
import { currentRows } from '@/lib/workspace/data-table';
import type { Reader, Writer } from '@/lib/workspace/server/reader';
import { countRollback, rollBackTable } from '@/lib/workspace/server/roll-back-table';
import { write } from '@/lib/workspace/server/write';
import { recipes } from '@/lib/workspace/tables';
import type { Receipt } from '../../contract';
import type { KeptRow } from '../../rollback';
import { endDatasetLineage, writeDatasetLineage } from '../publish/dataset-lineage';
import { findImport, updateImport } from '../publish/import-rows';
import { keepLoads } from '../publish/keep-loads';
import { forgetReadings } from '../publish/keep-readings';
import { countLineageChanges } from '../publish/lineage-changes';
import type { ImportRecord } from '../records/import-record';
import type { ActiveRun } from '../records/imports-state';
import { keptRows } from './kept-rows';
import { allKept, assertRollable, KEPT_ROWS_MAX, rollbackOutcome } from './preview-rollback';
import { rollBackRegistry } from './roll-back-registry';
import { type PartResult, rollbackParts } from './rollback-parts';

/**
 * Rolls an import back in one transaction: rows of datasets and facts of the catalog, the registry, the lineage, the
 * receipt, and both imports' records. Returns the roll back's record once all of it is durable.
 * @throws AppError conflicting-state, disk-full
 */
export async function publishRollback(run: ActiveRun, targetId: string): Promise<ImportRecord> {
  const started = performance.now();
  const { number } = run.record;
  if (number === null) throw new Error('A run has a number.');
  return write(
    run.lease,
    async (db) => {
      const found = await findImport(db, targetId);
      if (found === undefined) throw new Error(`The import ${targetId} is not stored.`);
      const target = assertRollable(found);
      const step = { rolledBack: target.number ?? 0, snapshot: number };
      const { results, kept, datasets } = await rollBackAll(db, target, step, run);
      const succeeded: ImportRecord = {
        ...run.record,
        state: 'succeeded',
        phase: 'done',
        progress: { ...run.meter.read(), phase: 'done', percent: 100, etaSeconds: 0 },
        finishedAt: new Date().toISOString(),
        receipt: {
          ...counts(results),
          datasets,
          rollback: rollbackOutcome(results, kept),
          lineage: await countLineageChanges(db, number),
          durationsMs: { upload: 0, stage: 0, check: 0, publish: Math.round(performance.now() - started) },
        },
      };
      if (succeeded.receipt !== null) await keepLoads(db, number, succeeded.receipt);
      await forgetReadings(db);
      await updateImport(db, succeeded);
      await updateImport(db, { ...target, rolledBackBy: number });
      await releaseTarget(db, target);
      return succeeded;
    },
    { signal: run.stop.signal },
  );
}

type Step = { rolledBack: number; snapshot: number };

async function rollBackAll(db: Writer, target: ImportRecord, step: Step, run: ActiveRun) {
  const results: PartResult[] = [];
  const kept: KeptRow[] = [];
  const datasets: Receipt['datasets'] = [];
  const there: Dataset[] = [];
  for (const part of await rollbackParts(db, target)) {
    if (part.isGone) {
      results.push({ part, counts: allKept(await countRollback(db, part.table, step.rolledBack)) });
      continue;
    }
    const rowsBefore = part.dataset === null ? 0 : await countRows(db, part.table.name);
    const counts = await rollBackTable(db, part.table, step, async (plan, found) => {
      const room = KEPT_ROWS_MAX - kept.length;
      if (found.kept > 0 && room > 0) kept.push(...(await keptRows(db, part, plan, room)));
    });
    results.push({ part, counts });
    if (part.dataset === null) continue;
    const isThere = await rollBackRegistry(db, part, step);
    const dataset = isThere ? await findDataset(db, part.dataset) : undefined;
    if (dataset !== undefined) there.push(dataset);
    else await endDatasetLineage(db, idOf(datasetObject(part.dataset)), step.snapshot);
    datasets.push({
      name: part.dataset,
      created: part.comesBack,
      columnsAdded: [],
      columnsWidened: [],
      mode: null,
      rowsBefore,
      rowsAfter: rowsBefore + counts.returned - counts.removed,
    });
  }
  await writeDatasetLineage(db, there, run.record, { snapshot: step.snapshot, importId: run.id });
  // How its files were read may be why it is rolled back: what was confirmed before is offered again.
  await rollBackTable(db, { ...recipes, columns: Object.keys(recipes.columns) }, step);
  return { results, kept, datasets };
}

/** The import that a roll back had rolled back can be rolled back again once that roll back itself is. */
async function releaseTarget(db: Writer, target: ImportRecord): Promise<void> {
  if (target.rollsBack === null) return;
  const first = await findImport(db, String(target.rollsBack));
  if (first !== undefined) await updateImport(db, { ...first, rolledBackBy: null });
}

/** Restored rows count as updated or, where nothing was left, as inserted; kept ones as skipped; removed ones as ended. */
function counts(results: readonly PartResult[]) {
  const sum = (part: keyof PartResult['counts']) =>
    results.reduce((total, result) => total + result.counts[part], 0);
  const updated = sum('replaced');
  const inserted = sum('returned');
  const skipped = sum('kept');
  return {
    balanced: true,
    ...{ read: updated + inserted + skipped, inserted, updated, skipped, ended: sum('removed') },
    ...{ unchanged: 0, duplicates: 0, rejected: 0, retries: 0 },
    files: [],
    conflicts: { count: 0, items: [] },
    notes: { count: 0, items: [] },
    coverage: null,
  };
}

async function countRows(db: Reader, table: string): Promise<number> {
  const row = await db.one(
    z.object({ rows: z.int() }),
    `SELECT count(*) AS rows FROM ${currentRows(table)} AS t`,
  );
  return row?.rows ?? 0;
}
