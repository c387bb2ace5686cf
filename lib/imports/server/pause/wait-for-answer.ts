import 'server-only';
import { settings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { write } from '@/lib/workspace/server/write';
import type { Pause, PlannedCounts } from '../../pause';
import { updateImport } from '../publish/import-rows';
import { type ActiveRun, notifyChange } from '../records/imports-state';
import { dropKeptDraft, keepDraft } from './keep-draft';

/**
 * Holds a run until its owner says that it may go on, PAUSE_MAX_SECONDS at most. It keeps the lock: with anybody else's
 * import in between, the counts that are asked about would no longer hold. Files and choices are kept as a draft meanwhile, which stays
 * unless it goes on.
 * @throws AppError deadline: nobody answered; the signal's reason when it was cancelled or the server stops
 */
export async function waitForAnswer(
  run: ActiveRun,
  expected: PlannedCounts,
  found: PlannedCounts,
): Promise<void> {
  const { signal } = run.stop;
  const seconds = settings().PAUSE_MAX_SECONDS;
  const since = Date.now();
  const draft = await keepDraft(run, found);
  const pause: Pause = {
    since: new Date(since).toISOString(),
    until: new Date(since + seconds * 1000).toISOString(),
    ...{ expected, found, answer: null, draft },
  };
  const paused = { ...run.record, pause };
  // After a crash the interrupted import can still say where its files are.
  await write(run.lease, (db) => updateImport(db, paused));
  log.info({ importId: run.id, number: paused.number, until: pause.until }, 'an import waits for an answer');
  // Nobody sees the question before it can be answered.
  run.record = paused;
  const answer = await askOwner(run, since + seconds * 1000);
  // A server that stops is no answer.
  if (answer === 'stopped') signal.throwIfAborted();
  if (answer === 'go-on') {
    run.record = { ...run.record, pause: { ...pause, answer, draft: null } };
    await dropKeptDraft(draft);
    notifyChange();
    return;
  }
  run.record = { ...run.record, pause: { ...pause, answer: answer === 'none' ? 'none' : 'cancel' } };
  signal.throwIfAborted();
  throw new AppError(
    'deadline',
    `The data had changed since the dry run, and nobody answered within ${inWords(seconds)} whether the import may go on. Nothing was written.`,
  );
}

type Answer = 'go-on' | 'cancel' | 'none' | 'stopped';

async function askOwner(run: ActiveRun, untilMs: number): Promise<Answer> {
  const { signal } = run.stop;
  let timer: NodeJS.Timeout | undefined;
  let onAbort = () => {};
  try {
    return await new Promise<Answer>((resolve) => {
      onAbort = () => resolve(run.cancelledBy === null ? 'stopped' : 'cancel');
      run.goOn = () => resolve('go-on');
      timer = setTimeout(() => resolve('none'), untilMs - Date.now());
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) onAbort();
      notifyChange();
    });
  } finally {
    run.goOn = null;
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

function inWords(seconds: number): string {
  return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
