import { AppError } from '@/lib/errors/app-error';
import type { RecordCount } from '@/lib/formats/csv/count-records';

/** @throws AppError `unreadable-file` when a quote of the file is never closed */
export function refuseUnclosed(name: string, { unclosed }: RecordCount): void {
  if (unclosed === null) return;
  throw new AppError(
    'unreadable-file',
    `${name}: a quote in the record at line ${unclosed.line} (byte ${unclosed.byteOffset}) is never closed, ` +
      'so nobody can tell where the records after it end. Close it, or write quotes inside a cell twice.',
    { extra: { file: name, ...unclosed } },
  );
}
