import 'server-only';
import { receivedBytes } from '@/lib/uploads/server/received-bytes';
import { Import } from '../../contract';
import { importLock } from '../lock/import-lock';
import { findRecord } from './find-record';
import { type ImportRecord, isOver, isRunning } from './import-record';
import { importsState } from './imports-state';

/** An import as callers see it now: live progress while it runs, bytes received and place in line before. */
export async function presentImport(record: ImportRecord): Promise<Import> {
  const { run, dryRuns } = importsState();
  const dry = dryRuns.get(record.id);
  if (dry !== undefined) {
    const progress = isOver(dry.record) ? dry.record.progress : dry.meter.read();
    return Import.parse({ ...dry.record, progress, position: null });
  }
  if (run?.id === record.id) {
    return Import.parse({ ...run.record, progress: run.meter.read(), position: null });
  }
  if (isRunning(record)) {
    // It ended after the caller had read its record.
    const ended = await findRecord(record.id);
    if (ended !== undefined && !isRunning(ended)) return Import.parse(ended);
  }
  if (record.state !== 'draft' && record.state !== 'waiting') return Import.parse(record);
  const files = await Promise.all(
    record.files.map(async (file, ordinal) => ({
      ...file,
      received: await receivedBytes({ importId: record.id, ordinal }),
    })),
  );
  const bytes = files.reduce((sum, file) => sum + file.received, 0);
  const totalBytes = files.reduce((sum, file) => sum + file.size, 0);
  const percent = totalBytes === 0 ? 0 : Math.min(99, Math.floor((bytes / totalBytes) * 100));
  const position = importLock()
    .line()
    .findIndex((place) => place.importId === record.id);
  return Import.parse({
    ...record,
    files,
    progress: { ...record.progress, bytes, totalBytes, percent },
    position: position < 0 ? null : position + 1,
  });
}
