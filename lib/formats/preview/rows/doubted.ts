import type { CellFormat } from '../../rows/cell-format';
import type { ColumnQuestion } from '../../rows/infer-column';
import type { RowAnswer } from './row-table';

/** What a question is built from: the column, its filled cells, and how numbers are written. */
export type Doubted = {
  index: number;
  name: string;
  values: string[];
  marks: CellFormat;
  doubt: ColumnQuestion;
};

/** The answer that every question has: nothing is changed, nothing is lost. */
export function keepAsText(index: number): RowAnswer {
  return {
    id: 'text',
    label: 'Keep as text',
    example: 'decide later',
    follows: 'nothing is lost',
    change: { columns: { [index]: { type: 'text' } } },
  };
}
