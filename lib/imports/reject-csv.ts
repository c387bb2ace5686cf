import { splitRecords } from '@/lib/formats/csv/split-records';
import type { Reject } from './contract';
import { REASON_COLUMNS, reasonPositions } from './reason-columns';

/** A file as it was read: `delimiter` is null where the format has none. */
export type RejectedFile = { name: string; columns: readonly string[]; delimiter: string | null };

/**
 * Writes rejected records as CSV in their original form: the columns of their files unchanged, then why and where. Corrected and
 * imported again, the file is known by these columns, and they are left out.
 */
export class RejectCsv {
  private readonly files: ReadonlyMap<number, RejectedFile>;
  private readonly columns: readonly string[];
  private readonly delimiter: string;
  private readonly importNumber: number | null;

  /** `files` by ordinal: those that the rejects come from. Their own delimiter is kept when they share one. */
  constructor(importNumber: number | null, files: ReadonlyMap<number, RejectedFile>) {
    this.importNumber = importNumber;
    this.files = files;
    this.columns = [...new Set([...files.values()].flatMap(ownColumns))];
    const delimiters = new Set([...files.values()].map((file) => file.delimiter ?? ','));
    const [only] = delimiters;
    this.delimiter = delimiters.size === 1 && only !== undefined ? only : ',';
  }

  header(): string {
    return this.line([...this.columns, ...REASON_COLUMNS]);
  }

  /** One record; `file` is the ordinal of its file. */
  record(reject: Omit<Reject, 'file'> & { file: number }): string {
    const file = this.files.get(reject.file);
    const values = file === undefined ? {} : originalValues(reject.raw, file);
    const reasons = reject.reasons.map((reason) => reason.message);
    return this.line([
      ...this.columns.map((name) => values[name] ?? null),
      text(this.importNumber),
      file?.name ?? null,
      text(reject.record),
      text(reject.line),
      reject.column,
      reject.code,
      reasons.length > 0 ? reasons.join(' ') : reject.message,
    ]);
  }

  private line(cells: ReadonlyArray<string | null>): string {
    return `${cells.map((cell) => this.cell(cell)).join(this.delimiter)}\r\n`;
  }

  /** Null is an empty cell, an empty text a quoted one. */
  private cell(value: string | null): string {
    if (value === null) return '';
    const plain = value !== '' && !/["\r\n]/.test(value) && !value.includes(this.delimiter);
    return plain ? value : `"${value.replaceAll('"', '""')}"`;
  }
}

/** Rejects of a file of rejects say why anew; what was said before is no part of the records. */
function ownColumns({ columns }: RejectedFile): string[] {
  const reasons = reasonPositions(columns);
  return columns.filter((_, index) => !reasons.has(index));
}

const text = (value: number | null) => (value === null ? null : String(value));

/** The cells of a record by column name. Cells beyond the header stay with the last column, so nothing is dropped. */
function originalValues(raw: string, { columns, delimiter }: RejectedFile): Record<string, string | null> {
  if (delimiter === null) return jsonValues(raw);
  const [cells = []] = splitRecords(raw, { delimiter: delimiterOf(delimiter), quote: '"' }, 1).records;
  const last = columns.length - 1;
  return Object.fromEntries(
    columns.map((name, index) => [
      name,
      index === last
        ? cells.length > index
          ? cells.slice(index).join(delimiter)
          : null
        : (cells[index] ?? null),
    ]),
  );
}

/** Records of Parquet and JSON files are kept as JSON; what is no text there is written as JSON writes it. */
function jsonValues(raw: string): Record<string, string | null> {
  try {
    const cells = Object.entries(JSON.parse(raw) as Record<string, unknown>);
    return Object.fromEntries(cells.map(([name, value]) => [name, jsonText(value)]));
  } catch {
    return {};
  }
}

function jsonText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function delimiterOf(text: string): ',' | ';' | '\t' | '|' {
  return text === ';' || text === '\t' || text === '|' ? text : ',';
}
