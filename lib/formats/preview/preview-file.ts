import type { FileFormat } from '@/lib/imports/contract';
import { detectFormat } from '../detect-format';
import { detectRole, type RoleDetection } from '../extract/detect-role';
import { expectedFiles, explainRole } from '../extract/explain-role';
import { extractFiles } from '../extract/extract-files';
import { csvColumnType } from './csv-column-type';
import type { FilePreview, PreviewColumn, PreviewDialect, PreviewTable, RecordCount } from './file-preview';
import { readCsv } from './read-csv';
import { readParquet } from './read-parquet';

const HEAD_BYTES = 64 * 1024;

/**
 * Says what a chosen file is, from its first and last bytes only: format by content, role by columns, first rows, and
 * why, or what is missing. Never throws for a bad file; a file that cannot be read at all is `broken`.
 */
export async function previewFile(file: File): Promise<FilePreview> {
  try {
    return await look(file);
  } catch (error) {
    const reason =
      error instanceof DOMException
        ? 'cannot be read by the browser; choose it again'
        : (error as Error).message;
    return { kind: 'broken', reason: sentence(reason) };
  }
}

async function look(file: File): Promise<FilePreview> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const tail = new Uint8Array(await file.slice(-4).arrayBuffer());
  const found = detectFormat(head, tail, file.size);
  if (found.kind === 'problem') {
    if (found.code === 'unreadable-file') return { kind: 'broken', reason: sentence(found.reason) };
    return {
      kind: 'unsupported',
      reason: `${sentence(found.reason)} Save it as CSV or Parquet, then choose it here.`,
    };
  }
  return found.format === 'parquet' ? previewParquet(file) : previewCsv(file);
}

async function previewParquet(file: File): Promise<FilePreview> {
  const { columns, records, rows, note } = await readParquet(file);
  const detection = detectRole(columns.map((column) => column.name));
  const isExpected = expectedColumns(
    columns.map((column) => column.name),
    detection,
  );
  const table: PreviewTable = {
    columns: columns.map((column, index) => ({ ...column, expected: isExpected(index) !== undefined })),
    rows,
    note,
  };
  return conclude(file.name, 'parquet', detection, table, { count: records, exact: true }, null);
}

async function previewCsv(file: File): Promise<FilePreview> {
  const { dialect, header, rows, records } = await readCsv(file);
  const detection = detectRole(header);
  const typeOf = expectedColumns(header, detection);
  const columns = header.map((name, index): PreviewColumn => {
    const type = typeOf(index);
    return { name, type: csvColumnType(type), expected: type !== undefined };
  });
  const note = rows.length === 0 ? 'There are no records below the header.' : null;
  const shown: PreviewDialect = { delimiter: dialect.delimiter, quote: dialect.quote, header: true };
  return conclude(file.name, 'csv', detection, { columns, rows, note }, records, shown);
}

/** The expected type of the column at a position, undefined for columns that the role does not use. */
function expectedColumns(header: readonly string[], detection: RoleDetection) {
  const role = detection.kind === 'role' || detection.kind === 'lacking' ? detection.role : undefined;
  return (index: number) => {
    const name = header[index]?.trim().toLowerCase();
    return role && extractFiles[role].find((it) => it.column === name)?.type;
  };
}

function conclude(
  name: string,
  format: FileFormat,
  detection: RoleDetection,
  table: PreviewTable,
  records: RecordCount,
  dialect: PreviewDialect | null,
): FilePreview {
  if (detection.kind !== 'role') {
    const header = table.columns.map((column) => column.name);
    const isUnknown = detection.kind === 'unknown';
    const reason = isUnknown
      ? `None of the five files of an extract has its columns: ${listed(header)}.`
      : explainRole(name, header, detection);
    const expected = isUnknown ? expectedFiles : null;
    return { kind: 'unrecognised', format, records, dialect, table, reason, expected };
  }
  const expected = extractFiles[detection.role].length;
  const notes =
    detection.extra.length === 0
      ? []
      : [`Not imported, as it is not expected: ${detection.extra.join(', ')}.`];
  return {
    kind: 'extract',
    format,
    role: detection.role,
    found: expected,
    expected,
    records,
    dialect,
    table,
    notes,
  };
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
