import type { CsvChoice } from '@/lib/imports/row-choices';
import { splitRecords } from '../../csv/split-records';
import type { RowRecord } from './row-table';

/** A text below its first `lines` physical lines. */
export function belowLines(text: string, lines: number): string {
  const end = /\r\n|\r|\n/g;
  for (let line = 0; line < lines; line += 1) if (end.exec(text) === null) return '';
  return text.slice(end.lastIndex);
}

/** Physical lines of a text, the first `most` of them. */
export function firstLines(text: string, most: number): string[] {
  return text.split(/\r\n|\r|\n/, most);
}

/** The rows of the header, and all records below it with the physical line each starts on. Blank lines are no records. */
export function csvRecords(
  text: string,
  csv: CsvChoice,
  whole: boolean,
): { header: string[][]; records: RowRecord[] } {
  const above = csv.header ? csv.headerLine - 1 : csv.skipRows;
  const body = belowLines(text, above);
  const { records: all, lines, complete } = splitRecords(body, csv, Number.POSITIVE_INFINITY);
  const kept = complete || whole ? all : all.slice(0, -1);
  const headerRows = csv.header ? csv.headerRows : 0;
  const records: RowRecord[] = [];
  kept.forEach((cells, index) => {
    if (index < headerRows || (cells.length === 1 && cells[0] === '')) return;
    records.push({
      number: records.length + 1,
      line: above + 1 + (lines[index] ?? 0),
      cells: cells.map((cell) => (cell === '' ? null : cell)),
    });
  });
  return { header: kept.slice(0, headerRows), records };
}
