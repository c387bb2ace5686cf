import { countRecords } from '@/lib/formats/csv/count-records';
import type { Stage } from '../open-stage';
import type { StageDb } from '../stage-db';
import { type CountedText, countText } from './count-text';
import { storeText, type TextTask } from './load-text';
import { readHead } from './read-head';
import type { TextRowFile } from './row-file';
import { LONGEST_MAX } from './store-records';
import type { TextShape } from './text-source';

/** Smaller files are counted in no time. */
const SIZE_LEAST = 4 * 1024 * 1024;
const HEAD = 1024 * 1024;
const INTERRUPT_EVERY_MS = 20;

type PlainShape = TextShape & { readonly size: number };

/**
 * Counts the records of a text, and reads it meanwhile when its head is plain, as if all of it were: most files are. `isStored`: it is, and
 * what was read holds; else nothing was read yet.
 * @throws what `countText` throws
 */
export async function countWhileReading(
  stage: Stage,
  task: TextTask,
  signal: AbortSignal,
): Promise<{ counted: CountedText; isStored: boolean }> {
  const { it, stageDir, progress } = task;
  const shape = await plainShape(it);
  if (shape === null)
    return { counted: await countText(task.db, it, stageDir, progress, signal), isStored: false };
  const counter = await stage.connect();
  // Whatever is wrong with the file, the reading after the count finds and tells it.
  const reading = storeText(task, shape, true).then(
    () => true,
    () => false,
  );
  try {
    const counted = await countText(counter, it, stageDir, progress, signal);
    if (isAsPlain(counted, shape)) return { counted, isStored: await reading };
    await stop(task.db, reading);
    return { counted, isStored: false };
  } catch (error) {
    await stop(task.db, reading);
    throw error;
  } finally {
    counter.close();
  }
}

/** The shape of a large text by its head; null when the engine needs to know more before it reads. */
async function plainShape({ path, dialect, json }: TextRowFile): Promise<PlainShape | null> {
  if (json !== null || (dialect.skipLines ?? 0) > 0 || (dialect.headerRecords ?? 1) > 1) return null;
  const { head, size } = await readHead(path, HEAD);
  if (size < SIZE_LEAST) return null;
  const count = await countRecords(once(head), dialect, () => undefined);
  const isPlain = !count.quotedLineEnds && !count.mixedLineEnds && count.unusableRecords === 0;
  const usual = head.length / Math.max(1, count.records);
  return isPlain && count.longest <= LONGEST_MAX ? { path, longest: LONGEST_MAX, usual, size } : null;
}

/** Row groups are sized by the usual record: one twice as long as it seemed would make them too large. */
function isAsPlain({ path, count }: CountedText, shape: PlainShape): boolean {
  const usual = shape.size / Math.max(1, count.records);
  return (
    path === shape.path && !count.quotedLineEnds && count.longest <= LONGEST_MAX && usual <= 2 * shape.usual
  );
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** An interrupt is lost when it comes just before the statement begins, so it is repeated. */
async function stop(db: StageDb, reading: Promise<unknown>): Promise<void> {
  const repeat = setInterval(() => db.interrupt(), INTERRUPT_EVERY_MS);
  db.interrupt();
  await reading.finally(() => clearInterval(repeat));
}
