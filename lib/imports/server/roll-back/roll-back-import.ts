import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import type { Import } from '../../contract';
import { takeLock } from '../lock/take-lock';
import { publishPhase } from '../publish/publish-phase';
import { findRecord, getRecord } from '../records/find-record';
import { importIdOf } from '../records/import-id-of';
import { type ImportRecord, newRecord } from '../records/import-record';
import type { ActiveRun } from '../records/imports-state';
import { oneAtATime } from '../records/one-at-a-time';
import { presentImport } from '../records/present-import';
import { importsReady } from '../recover/recover-imports';
import { endRun } from '../run/end-run';
import { numberRun } from '../run/number-run';
import { recordOutcome } from '../run/record-outcome';
import { runPhase } from '../run/run-phase';
import { dropRun } from '../start/begin-run';
import { assertRollable } from './preview-rollback';
import { publishRollback } from './publish-rollback';

/**
 * Rolls an import back: a new import that holds the lock and gets a number. Returns while it goes on. The same id again
 * returns the same roll back.
 * @throws AppError not-found; import-busy; conflicting-state when the import changed nothing or was rolled back already
 */
export async function rollBackImport(
  idOrNumber: string,
  { id: givenId, owner }: { id?: string | undefined; owner?: string | undefined },
  idempotencyKey: string | null = null,
): Promise<Import> {
  await importsReady();
  const id = importIdOf(givenId, idempotencyKey);
  return oneAtATime(id, async () => {
    const target = await getRecord(idOrNumber);
    const existing = await findRecord(id);
    if (existing !== undefined) return presentImport(assertSame(existing, target));
    assertRollable(target);
    const record: ImportRecord = {
      ...newRecord(id, owner === undefined ? {} : { owner }),
      kind: 'rollback',
      rollsBack: target.number,
      mode: target.mode,
      dataset: target.dataset,
    };
    const run = await takeLock(record, 'check');
    run.record = { ...run.record, source: target.source };
    try {
      await numberRun(run);
    } catch (error) {
      dropRun(run);
      throw error;
    }
    void runRollback(run, target.id);
    return presentImport(run.record);
  });
}

function assertSame(existing: ImportRecord, target: ImportRecord): ImportRecord {
  if (existing.kind === 'rollback' && existing.rollsBack === target.number) return existing;
  throw new AppError('conflicting-state', `The id ${existing.id} belongs to another import.`);
}

/** Never rejects, and always frees the lock. */
async function runRollback(run: ActiveRun, targetId: string): Promise<void> {
  let outcome: ImportRecord;
  try {
    outcome = await runPhase(run, 'publish', () =>
      publishPhase(run, 0, () => publishRollback(run, targetId)),
    );
  } catch (error) {
    outcome = await recordOutcome(run, error);
  }
  await endRun(run, outcome);
  log.info(
    { importId: run.id, number: outcome.number, state: outcome.state, rollsBack: outcome.rollsBack },
    'roll back over',
  );
}
