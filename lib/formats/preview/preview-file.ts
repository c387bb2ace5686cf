import { formatBytes } from '@/lib/format-text/format-bytes';
import type { FileFormat } from '@/lib/imports/contract';
import type { Compression } from '@/lib/imports/row-choices';
import { detectFormat } from '../detect-format';
import { detectRole, type RoleDetection } from '../extract/detect-role';
import { expectedFiles, explainRole } from '../extract/explain-role';
import { extractFiles } from '../extract/extract-files';
import { isSqlScript } from '../sql/is-sql-script';
import { detectEncoding } from '../text/detect-encoding';
import { csvColumnType } from './csv-column-type';
import type { FilePreview, PreviewColumn, PreviewDialect, PreviewTable } from './file-preview';
import { readCsv } from './read-csv';
import { readParquet } from './read-parquet';
import { readScriptHead } from './read-script-head';
import type { RecordCount } from './record-count';
import { readRowTable } from './rows/read-row-table';
import { readSample } from './rows/read-sample';
import type { RowSample } from './rows/row-table';
import { rowTypeOf } from './rows/row-type-of';
import { compressionOf, unpackHead } from './rows/unpack-head';

const HEAD_BYTES = 64 * 1024;
/** A browser tab should not unpack more than this to show fifty rows. */
const UNPACKED_PARQUET_MAX = 64 * 1024 * 1024;

/**
 * Says what a chosen file is, from its first and last bytes only: format by content, role by columns, first rows, and
 * why, or what is missing; `as` rows skips the files of an extract. Never throws for a bad file; a file that cannot be read at all is `broken`.
 */
export async function previewFile(file: File, as?: 'rows'): Promise<FilePreview> {
  try {
    return await look(file, as === 'rows');
  } catch (error) {
    const reason =
      error instanceof DOMException
        ? 'cannot be read by the browser; choose it again'
        : (error as Error).message;
    return { kind: 'broken', reason: sentence(reason) };
  }
}

async function look(file: File, asRows: boolean): Promise<FilePreview> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const tail = new Uint8Array(await file.slice(-4).arrayBuffer());
  const compression = compressionOf(head);
  if (compression !== null) return previewRows(file, compression);
  if (!asRows && isSqlScript(file.name, head)) return readScriptHead(file);
  const found = detectFormat(head, tail, file.size);
  if (found.kind === 'problem') {
    if (found.code === 'unreadable-file') return { kind: 'broken', reason: sentence(found.reason) };
    if (detectEncoding(head).encoding.startsWith('utf-16')) return previewRows(file, null);
    return {
      kind: 'unsupported',
      reason: `${sentence(found.reason)} Save it as CSV, Parquet, JSON or SQL, then choose it here.`,
    };
  }
  if (found.format === 'parquet') return previewParquet(file, asRows, null);
  return asRows ? previewRows(file, null) : previewText(file);
}

async function previewParquet(
  file: File,
  asRows: boolean,
  compression: Compression | null,
): Promise<FilePreview> {
  const { columns, records, rows, note } = await readParquet(file);
  const header = columns.map((column) => column.name);
  const detection = detectRole(header);
  if (asRows || detection.kind !== 'role') {
    const typed = columns.map(({ name, type, isNanos }) => ({ name, type: rowTypeOf(type), isNanos }));
    const sample: RowSample = { format: 'parquet', columns: typed, rows, records, note };
    return rowsFound(file.name, header, detection, sample, compression);
  }
  const isExpected = expectedColumns(header, detection);
  const table: PreviewTable = {
    columns: columns.map(({ name, type }, index) => ({
      name,
      type,
      expected: isExpected(index) !== undefined,
    })),
    rows,
    note,
  };
  return extractFound('parquet', detection, table, { count: records, exact: true }, null);
}

/** Its columns stand at its end, so all of it is unpacked, in memory. Only rows come packed. */
async function previewPackedParquet(file: File, compression: Compression): Promise<FilePreview> {
  const { bytes, whole } = await unpackHead(file, compression, UNPACKED_PARQUET_MAX);
  if (whole) return previewParquet(new File([bytes as BlobPart], file.name), true, compression);
  const reason = `It is a Parquet file packed with ${compression}, of more than ${formatBytes(UNPACKED_PARQUET_MAX)}: too large to look into here. Unpack it; Parquet is packed inside already.`;
  return { kind: 'unsupported', reason };
}

/** Text is a CSV file of an extract when its header says so, else rows. */
async function previewText(file: File): Promise<FilePreview> {
  const glance = await readCsv(file).catch((error: Error) => error);
  if (glance instanceof Error) return previewRows(file, null);
  const { dialect, header, rows, records } = glance;
  const detection = detectRole(header);
  if (detection.kind !== 'role') return previewRows(file, null);
  const typeOf = expectedColumns(header, detection);
  const columns = header.map((name, index): PreviewColumn => {
    const type = typeOf(index);
    return { name, type: csvColumnType(type), expected: type !== undefined };
  });
  const note = rows.length === 0 ? 'There are no records below the header.' : null;
  const shown: PreviewDialect = { delimiter: dialect.delimiter, quote: dialect.quote, header: true };
  return extractFound('csv', detection, { columns, rows, note }, records, shown);
}

async function previewRows(file: File, compression: Compression | null): Promise<FilePreview> {
  const read = await readSample(file, compression);
  if (read.kind === 'problem') return { kind: 'unsupported', reason: read.reason };
  if (read.kind === 'parquet') return previewPackedParquet(file, read.compression);
  const { sample } = read;
  const table = readRowTable(sample, {});
  const header = table.columns.map((column) => column.name);
  if (sample.format === 'csv' && header.length < 2 && !TABLE_NAME.test(file.name)) {
    const reason = `It is text of one column without a name that tells a table: ${listed(header)}.`;
    return {
      kind: 'unrecognised',
      format: 'csv',
      records: table.count,
      dialect: null,
      table: NO_TABLE,
      reason,
      expected: EXPECTED,
    };
  }
  return rowsFound(file.name, header, detectRole(header), sample, compression);
}

/** One column without any delimiter could be any text; these endings say that it is meant as a table. */
const TABLE_NAME = /\.(csv|tsv|tab|txt|dat)(\.(gz|gzip|zst|zstd))?$/i;
const NO_TABLE: PreviewTable = { columns: [], rows: [], note: null };
const EXPECTED = `Rows as CSV, TSV, Parquet, JSON or NDJSON, each also packed with gzip or zstd; or the files of an extract. ${expectedFiles}`;

function rowsFound(
  name: string,
  header: readonly string[],
  detection: RoleDetection,
  sample: RowSample,
  compression: Compression | null,
): FilePreview {
  const { format } = sample;
  const records = readRowTable(sample, {}).count;
  const hint =
    detection.kind === 'unknown' || detection.kind === 'role' ? null : explainRole(name, header, detection);
  return { kind: 'rows', format, compression, sample, records, hint };
}

/** The expected type of the column at a position, undefined for columns that the role does not use. */
function expectedColumns(header: readonly string[], detection: RoleDetection) {
  const role = detection.kind === 'role' || detection.kind === 'lacking' ? detection.role : undefined;
  return (index: number) => {
    const name = header[index]?.trim().toLowerCase();
    return role && extractFiles[role].find((it) => it.column === name)?.type;
  };
}

function extractFound(
  format: FileFormat,
  detection: Extract<RoleDetection, { kind: 'role' }>,
  table: PreviewTable,
  records: RecordCount,
  dialect: PreviewDialect | null,
): FilePreview {
  const expected = extractFiles[detection.role].length;
  const isWhole = detection.extra.length === 0;
  const notes = isWhole ? [] : [`Not imported, as it is not expected: ${detection.extra.join(', ')}.`];
  const { role } = detection;
  return { kind: 'extract', format, role, found: expected, expected, records, dialect, table, notes };
}

const SHOWN_MAX = 8;

function listed(header: readonly string[]): string {
  const shown = header.slice(0, SHOWN_MAX).map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  return header.length > SHOWN_MAX
    ? `${shown.join(', ')} and ${header.length - SHOWN_MAX} more`
    : shown.join(', ');
}

/** "is a gzip file" becomes "This is a gzip file.". */
function sentence(reason: string): string {
  const text = /^(is|has|begins|cannot|claims)\b/.test(reason) ? `The file ${reason}` : reason;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
