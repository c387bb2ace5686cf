import 'server-only';
import { log } from '@/lib/log/log';
import type { ImportPhase } from '../../contract';
import type { ActiveRun } from '../records/imports-state';

/** Does the work of one phase of a run and logs in one line how long it took, whether it succeeded or not. */
export async function runPhase<T>(run: ActiveRun, name: ImportPhase, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  run.lease.heartbeat();
  let ok = false;
  try {
    const result = await work();
    ok = true;
    return result;
  } finally {
    const durationMs = Math.round(performance.now() - started);
    log.info({ importId: run.id, number: run.record.number, phase: name, durationMs, ok }, 'import phase');
  }
}
