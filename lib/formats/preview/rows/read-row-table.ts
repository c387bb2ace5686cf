import { detectEncoding } from '../../text/detect-encoding';
import { nanosQuestion, withoutNanos } from './nanos-question';
import { readCsvTable } from './read-csv-table';
import { readJsonTable } from './read-json-table';
import type { RowGiven, RowSample, RowTable } from './row-table';

type TextSample = Exclude<RowSample, { format: 'parquet' }>;

/**
 * Reads the beginning of a file of rows with what was given so far; the same sample and choices give the same table.
 * @throws Error whose message goes on after "The file" when no table can be made of it.
 */
export function readRowTable(sample: RowSample, given: RowGiven): RowTable {
  if (sample.format === 'parquet') return parquetTable(sample);
  const found = detectEncoding(sample.bytes);
  const encoding = given.encoding ?? found.encoding;
  const text = new TextDecoder(LABELS[encoding]).decode(sample.bytes);
  const whole = sample.whole;
  if (sample.format === 'csv') {
    const table = readCsvTable(whole ? text : text.replace(/\ufffd$/, ''), whole, given.csv ?? {});
    return {
      ...table,
      encoding,
      path: null,
      paths: [],
      count: countOf(sample, table.records.length),
      note: noteOf(table.records),
    };
  }
  const { path, paths, columns, records, questions } = readJsonTable(text, whole, given.path);
  const count = countOf(sample, records.length);
  return { encoding, csv: null, path, paths, columns, records, questions, count, note: null };
}

/** The browser has one decoder for both single-byte encodings; the bytes that differ are control characters. */
const LABELS = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1252': 'windows-1252',
  'iso-8859-1': 'iso-8859-1',
} as const;

function countOf(sample: TextSample, records: number) {
  if (sample.whole) return { count: records, exact: true };
  return { count: Math.round((records * sample.fileBytes) / Math.max(1, sample.packedBytes)), exact: false };
}

const noteOf = (records: readonly unknown[]) =>
  records.length === 0 ? 'There are no records below the header.' : null;

function parquetTable(sample: Extract<RowSample, { format: 'parquet' }>): RowTable {
  const { rows } = sample;
  const questions = sample.columns.flatMap(({ type, isNanos }, index) => {
    const values = rows.flatMap((row) => row[index] ?? []);
    return isNanos ? (nanosQuestion({ index, type, values }) ?? []) : [];
  });
  const isCut = sample.columns.map(({ type, isNanos }) => isNanos && type === 'timestamptz');
  const asLoaded = (cells: readonly (string | null)[]) =>
    cells.map((cell, index) => (cell !== null && isCut[index] === true ? withoutNanos(cell) : cell));
  const columns = sample.columns.map(({ name, type }, index) => {
    const filled = rows.filter((row) => row[index] !== null).length;
    return { name, type, filled: rows.length === 0 ? 1 : filled / rows.length, note: null };
  });
  return {
    encoding: null,
    csv: null,
    path: null,
    paths: [],
    columns,
    records: rows.map((cells, index) => ({ number: index + 1, line: null, cells: asLoaded(cells) })),
    count: { count: sample.records, exact: true },
    questions,
    note: sample.note,
  };
}
