import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { read } from '@/lib/workspace/server/read';
import { findImport } from '../publish/import-rows';
import { interrupted } from '../recover/interrupt-abandoned';
import { type ImportRecord, isRunning } from './import-record';
import { importsState } from './imports-state';

/** The record of an import by id or number, wherever it is kept; undefined when there is none. */
export async function findRecord(idOrNumber: string): Promise<ImportRecord | undefined> {
  const { run, unstarted, dryRuns } = importsState();
  const key = idOrNumber.toLowerCase();
  if (run !== null && (run.id === key || String(run.record.number) === key)) return run.record;
  const dry = dryRuns.get(key);
  if (dry !== undefined) {
    dry.askedAt = Date.now();
    return dry.record;
  }
  const waiting = unstarted.get(key);
  if (waiting !== undefined) return waiting;
  const stored = await read((db) => findImport(db, key));
  if (stored === undefined || !isRunning(stored)) return stored;
  const nowRunning = importsState().run;
  return nowRunning?.id === stored.id ? nowRunning.record : interrupted(stored);
}

/** @throws AppError not-found */
export async function getRecord(idOrNumber: string): Promise<ImportRecord> {
  const record = await findRecord(idOrNumber);
  if (record !== undefined) return record;
  throw new AppError('not-found', `There is no import ${idOrNumber}.`);
}
