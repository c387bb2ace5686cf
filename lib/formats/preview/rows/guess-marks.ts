import type { CsvChoice } from '@/lib/imports/row-choices';
import type { RowRecord } from './row-table';

/** 2,024.99 and 1,234,567.5: only one reading. */
const POINT = /^\s*[-+]?\d{1,3}(,\d{3})+\.\d+\s*$/;
/** 2.024,99: only one reading too. */
const COMMA = /^\s*[-+]?\d{1,3}(\.\d{3})+,\d+\s*$/;
const COMMA_ALONE = /^\s*[-+]?\d+,\d+\s*$/;
const GROUPED = /^\s*[-+]?\d{1,3}(,\d{3})+\s*$/;

export type NumberMarks = {
  /** How numbers are written, as far as the values settle it; a decimal comma is a question nevertheless. */
  marks: Pick<CsvChoice, 'decimalMark' | 'thousands'>;
  /** Values with a comma that could be a decimal mark. */
  commas: string[];
  /** Every such value could have its comma between thousands too. */
  isAmbiguous: boolean;
};

/** Looks for values that settle decimal mark and thousands: `2,024.99` has only one reading, `1,234` has two. */
export function guessMarks(records: readonly RowRecord[]): NumberMarks {
  let point = 0;
  let comma = 0;
  const commas: string[] = [];
  for (const { cells } of records) {
    for (const cell of cells) {
      if (cell === null || !/[0-9],[0-9]/.test(cell)) continue;
      if (POINT.test(cell)) point += 1;
      else if (COMMA.test(cell)) {
        comma += 1;
        commas.push(cell);
      } else if (COMMA_ALONE.test(cell) || GROUPED.test(cell)) commas.push(cell);
    }
  }
  if (point > 0 && comma === 0 && commas.every((cell) => GROUPED.test(cell)))
    return { marks: { decimalMark: '.', thousands: ',' }, commas: [], isAmbiguous: false };
  return {
    marks: { decimalMark: '.', thousands: '' },
    commas,
    isAmbiguous: commas.every((cell) => GROUPED.test(cell)),
  };
}
