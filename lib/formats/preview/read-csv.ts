import { detectDialect } from '../csv/detect-dialect';
import type { CsvDialect } from '../csv/dialect';
import { splitRecords } from '../csv/split-records';
import { cut } from './cell-text';
import type { RecordCount } from './record-count';

export type CsvGlance = {
  dialect: CsvDialect;
  header: readonly string[];
  rows: (string | null)[][];
  records: RecordCount;
};

const ROWS_MAX = 50;
const HEAD_BYTES = 64 * 1024;
const COUNTED_BYTES_MAX = 1024 * 1024;

/**
 * Reads dialect, header and the first records of a CSV file. Up to 1 MiB its records are counted, beyond that estimated
 * from the first MiB.
 * @throws Error whose message goes on after the name of the file ("has no header line …").
 */
export async function readCsv(file: Blob): Promise<CsvGlance> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const found = detectDialect(head, file.size <= HEAD_BYTES);
  if (found.kind === 'problem') throw new Error(found.reason);
  const isWhole = file.size <= COUNTED_BYTES_MAX;
  const sample = new Uint8Array(await file.slice(0, COUNTED_BYTES_MAX).arrayBuffer());
  const text = new TextDecoder().decode(sample);
  const { records, complete } = splitRecords(text, found.dialect, Number.POSITIVE_INFINITY);
  const whole = (complete || isWhole ? records : records.slice(0, -1)).slice(1).filter((it) => !isBlank(it));
  const rows = whole
    .slice(0, ROWS_MAX)
    .map((record) => found.header.map((_, column) => cut(record[column] ?? '') || null));
  return {
    dialect: found.dialect,
    header: found.header,
    rows,
    records: estimate(whole.length, sample, file.size),
  };
}

const isBlank = (record: readonly string[]) => record.length === 1 && record[0] === '';

function estimate(counted: number, sample: Uint8Array, size: number): RecordCount {
  if (sample.length === size) return { count: counted, exact: true };
  return { count: Math.round((counted * size) / sample.length), exact: false };
}
