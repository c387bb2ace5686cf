import 'server-only';
import { stopImports } from '@/lib/imports/server/run/stop-imports';
import { log } from '@/lib/log/log';
import { closeWorkspace } from '@/lib/workspace/server/close-workspace';

const PATIENCE_MS = 12_000;
const DEADLINE_MS = 28_000;
/** Answers that were ready when the work ended still have to reach their clients. */
const GRACE_MS = 200;

/**
 * On SIGTERM or SIGINT: take no more work, let running readers and the running publish end, close the workspace,
 * exit 0; within 30 s whatever happens. A second signal changes nothing.
 */
export function stopOnSignal(): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ phase: 'stop', signal }, 'stopping');
    setTimeout(() => process.exit(0), DEADLINE_MS).unref();
    stopWork().then(
      () => setTimeout(() => process.exit(0), GRACE_MS),
      (error: unknown) => {
        log.error({ phase: 'stop', err: error }, 'the workspace did not close cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** The import first: its end is written into the workspace. */
async function stopWork(): Promise<void> {
  await stopImports();
  await closeWorkspace({ patienceMs: PATIENCE_MS });
}
