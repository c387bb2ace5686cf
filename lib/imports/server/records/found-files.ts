import 'server-only';
import type { StagedFile } from '../../worker/protocol';
import type { ImportRecord } from './import-record';

/** The record with what the worker found out about each file. */
export function withFoundFiles(record: ImportRecord, staged: readonly StagedFile[]): ImportRecord {
  const files = record.files.map((file, index) => {
    const found = staged.find((one) => one.ordinal === index + 1);
    if (found === undefined) return file;
    const { format, role, columns, delimiter, dataset, compression, encoding } = found;
    return { ...file, format, role, columns, delimiter, dataset, compression, encoding };
  });
  return { ...record, files, ...ofRows(record, files) };
}

/** Rows have no source, are appended unless something else was said, and name their dataset when there is one only. */
function ofRows(
  { choices, mode, source, dataset }: ImportRecord,
  files: ImportRecord['files'],
): Pick<ImportRecord, 'mode' | 'source' | 'dataset'> {
  const names = [...new Set(files.flatMap((file) => file.dataset ?? []))];
  if (files.length === 0 || files.some((file) => file.role !== 'rows')) return { mode, source, dataset };
  return {
    mode: choices.mode ?? 'append',
    source: null,
    dataset: names.length === 1 ? (names[0] ?? null) : null,
  };
}
