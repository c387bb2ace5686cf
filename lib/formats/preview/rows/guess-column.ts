import type { CellFormat } from '../../rows/cell-format';
import { type ColumnQuestion, inferColumn } from '../../rows/infer-column';
import type { RowColumn } from './row-table';

export type ColumnGuess = RowColumn & { doubt: ColumnQuestion | null };
type Marks = CellFormat;

/** As `inferColumn` draws the line. */
const EXACT_DIGITS = 15;

/**
 * The type that holds all cells of a column without loss, and the doubt that only a person can settle. What only looks like
 * a number (a leading zero, more than 15 digits) stays text without a question and says so.
 */
export function guessColumn(name: string, cells: readonly (string | null)[], marks: Marks): ColumnGuess {
  const texts = cells.flatMap((cell) => (cell === null ? [] : [cell]));
  const found = inferColumn(texts, marks);
  const filled = cells.length === 0 ? 0 : found.filled / cells.length;
  const { type, dateOrder, question } = found;
  const base = { name, filled, note: null, doubt: null };
  const share = (count: number) => percentText(count / Math.max(1, found.filled));
  if (question?.code === 'leading-zeros') {
    const zeros = texts.filter((text) => /^\s*[-+]?0\d/.test(text)).length;
    const note = zeros > 0 ? `Kept as text: ${share(zeros)} start with 0` : 'Kept as text: some start with +';
    return { ...base, type: 'text', note };
  }
  if (question?.code === 'identifier') {
    const long = texts.filter((text) => text.replace(/\D/g, '').length > EXACT_DIGITS).length;
    return { ...base, type: 'text', note: `Kept as text: ${share(long)} have more than 15 digits` };
  }
  if (question !== null) return { ...base, type: 'text', doubt: question };
  if (dateOrder === undefined) return { ...base, type };
  const note = `${dateOrder === 'dmy' ? 'Day' : 'Month'} first: ${settling(texts, dateOrder)} can be read one way only`;
  return { ...base, type, dateOrder, note };
}

function settling(texts: readonly string[], order: 'dmy' | 'mdy'): string {
  const part = order === 'dmy' ? 1 : 2;
  const found = texts.find((text) => Number(/^\s*(\d+)[/.-](\d+)/.exec(text)?.[part]) > 12);
  return found?.trim() ?? 'one value';
}

function percentText(share: number): string {
  const percent = share * 100;
  return percent > 0 && percent < 1 ? 'under 1 %' : `${Math.round(percent)} %`;
}
