import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { rollbackPlan } from '@/lib/workspace/roll-back';
import { read } from '@/lib/workspace/server/read';
import { countRollback, type RollbackCounts } from '@/lib/workspace/server/roll-back-table';
import type { KeptRow, RollbackOutcome } from '../../rollback';
import type { RollbackPreview } from '../../rollback-contract';
import { getRecord } from '../records/find-record';
import type { ImportRecord } from '../records/import-record';
import { importsReady } from '../recover/recover-imports';
import { keptRows } from './kept-rows';
import { rollbackLineage } from './rollback-lineage';
import { type PartResult, rollbackParts } from './rollback-parts';

/** Kept rows that are told in words. */
export const KEPT_ROWS_MAX = 100;
const DEADLINE_MS = 120_000;

/**
 * What rolling an import back would do now, in three buckets, and to the objects of the lineage; changes nothing.
 * @throws AppError not-found; conflicting-state when it cannot be rolled back; deadline
 */
export async function previewRollback(idOrNumber: string, signal?: AbortSignal): Promise<RollbackPreview> {
  await importsReady();
  const target = assertRollable(await getRecord(idOrNumber));
  const rolledBack = target.number ?? 0;
  return read(
    async (db) => {
      const results: PartResult[] = [];
      const kept: KeptRow[] = [];
      for (const part of await rollbackParts(db, target)) {
        const found = await countRollback(db, part.table, rolledBack);
        const counts = part.isGone ? allKept(found) : found;
        results.push({ part, counts });
        if (counts.kept === 0) continue;
        kept.push(
          ...(await keptRows(db, part, rollbackPlan(part.table, rolledBack), KEPT_ROWS_MAX - kept.length)),
        );
      }
      const lineage = { objects: await rollbackLineage(db, target, results) };
      return { import: rolledBack, ...rollbackOutcome(results, kept), lineage };
    },
    { signal, deadlineMs: DEADLINE_MS },
  );
}

/** @throws AppError conflicting-state */
export function assertRollable(target: ImportRecord): ImportRecord {
  const refuse = (why: string) => new AppError('conflicting-state', why);
  if (target.state !== 'succeeded' || target.number === null) {
    throw refuse(`This import is ${target.state}; only a succeeded one changed anything.`);
  }
  if (target.dryRun) throw refuse(`Import #${target.number} was a dry run; it changed nothing.`);
  if (target.rolledBackBy !== null) {
    throw refuse(`Import #${target.number} was rolled back by #${target.rolledBackBy} already.`);
  }
  return target;
}

/** Nothing happens to a dataset that is gone. */
export function allKept({ replaced, returned, removed, kept }: RollbackCounts): RollbackCounts {
  return { replaced: 0, returned: 0, removed: 0, kept: replaced + returned + removed + kept };
}

/** Adds up the parts: each dataset for itself, all tables of the catalog as one. */
export function rollbackOutcome(results: readonly PartResult[], kept: readonly KeptRow[]): RollbackOutcome {
  const parts = new Map<string | null, { restored: number; removed: number; kept: number }>();
  const total = { restored: 0, removed: 0, kept: 0 };
  for (const { part, counts } of results) {
    const own = parts.get(part.dataset) ?? { restored: 0, removed: 0, kept: 0 };
    for (const sum of [own, total]) {
      sum.restored += counts.replaced + counts.returned;
      sum.removed += counts.removed;
      sum.kept += counts.kept;
    }
    parts.set(part.dataset, own);
  }
  const touched = [...parts].filter(([, sum]) => sum.restored + sum.removed + sum.kept > 0);
  return { ...total, parts: touched.map(([dataset, sum]) => ({ dataset, ...sum })), keptRows: [...kept] };
}
