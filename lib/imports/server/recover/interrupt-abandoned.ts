import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { toProblem } from '@/lib/http/problem';
import type { Writer } from '@/lib/workspace/server/reader';
import { importsInStates, updateImport } from '../publish/import-rows';
import { type ImportRecord, RUNNING_STATES } from '../records/import-record';

/** The record of an import that was running when its server or its lease ended. */
export function interrupted(record: ImportRecord): ImportRecord {
  const error = new AppError(
    'interrupted',
    'The server stopped while this import ran. Nothing was written; start it again with the same files.',
  );
  return {
    ...record,
    state: 'interrupted',
    finishedAt: new Date().toISOString(),
    problem: toProblem(error),
  };
}

/** Names every import interrupted that is stored as running; only for the holder of the lock. Returns their ids. */
export async function interruptAbandoned(db: Writer): Promise<string[]> {
  const abandoned = await importsInStates(db, RUNNING_STATES);
  for (const record of abandoned) await updateImport(db, interrupted(record));
  return abandoned.map((record) => record.id);
}
