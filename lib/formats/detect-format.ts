import type { FileFormat } from '@/lib/imports/contract';

export type FormatDetection =
  | { readonly kind: 'format'; readonly format: FileFormat }
  /** Known but not usable: `unreadable` when it is a broken file of a known format. */
  | {
      readonly kind: 'problem';
      readonly code: 'unreadable-file' | 'unrecognised-file';
      readonly reason: string;
    };

/** Files people drop by mistake, by their first bytes. */
const OTHERS: ReadonlyArray<readonly [magic: readonly number[], what: string]> = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive (or an Excel workbook)'],
  [[0x1f, 0x8b], 'a gzip file'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard file'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x4f, 0x62, 0x6a, 0x01], 'an Avro file'],
  [[0x4f, 0x52, 0x43], 'an ORC file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office document'],
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, i) => bytes[i] === byte);
const PAR1 = [0x50, 0x41, 0x52, 0x31];
const PARE = [0x50, 0x41, 0x52, 0x45];
/** Two magics, the footer's length, and a footer. */
const PARQUET_LEAST = 12;

/**
 * Tells the format from a file's first bytes (64 KiB is plenty) and its last four: never from the name. Text is CSV;
 * whether it holds an extract is up to its columns.
 */
export function detectFormat(head: Uint8Array, tail: Uint8Array, size: number): FormatDetection {
  if (size === 0) return unreadable('is empty (0 bytes)');
  if (startsWith(head, PARE) || (startsWith(head, PAR1) && startsWith(tail, PARE)))
    return unreadable('is an encrypted Parquet file; export it without encryption');
  if (startsWith(head, PAR1)) {
    if (size >= PARQUET_LEAST && startsWith(tail, PAR1)) return { kind: 'format', format: 'parquet' };
    return unreadable('begins as a Parquet file but its end is missing; export or upload it again');
  }
  const other = OTHERS.find(([magic]) => startsWith(head, magic));
  if (other) return unrecognised(`is ${other[1]}`);
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]))
    return unrecognised('is text in UTF-16; save it as UTF-8');
  if (head.includes(0))
    return unrecognised('is neither Parquet nor text: it has zero bytes at its beginning');
  return { kind: 'format', format: 'csv' };
}

const unreadable = (reason: string): FormatDetection => ({
  kind: 'problem',
  code: 'unreadable-file',
  reason,
});
const unrecognised = (reason: string): FormatDetection => ({
  kind: 'problem',
  code: 'unrecognised-file',
  reason,
});
