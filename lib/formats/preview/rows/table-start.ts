import type { CsvChoice } from '@/lib/imports/row-choices';
import type { TableQuestion } from '../../csv/table-question';
import { csvRecords } from './csv-records';

/** The line where the table seems to begin: the first that has as many cells as most lines have. */
export function tableStart(
  text: string,
  whole: boolean,
  found: { csv: CsvChoice; questions: readonly TableQuestion[] },
): number {
  const { csv, questions } = found;
  if (!questions.some(({ code }) => code === 'preamble' || code === 'columns')) return csv.headerLine;
  const { records } = csvRecords(text, { ...csv, header: false, skipRows: 0 }, whole);
  const widths = new Map<number, number>();
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const width = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
  return records.find((record) => record.cells.length === width)?.line ?? csv.headerLine;
}
