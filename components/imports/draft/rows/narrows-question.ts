import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { RowAnswer, RowQuestion, RowTable } from '@/lib/formats/preview/rows/row-table';
import { PLAIN_CELLS } from '@/lib/formats/rows/cell-format';
import { narrows } from '@/lib/imports/narrows';
import type { RowType } from '@/lib/imports/row-type';
import { badCells } from './bad-cells';
import type { RowEdits } from './row-edits';
import { isSameColumn } from './same-column';

type Named = { readonly name: string; readonly type: RowType };
type Compared = {
  table: RowTable;
  /** As it is planned so far. */
  column: Named & { as: string | null; dateOrder: 'dmy' | 'mdy' | undefined };
  index: number;
  /** The columns of the dataset. */
  held: readonly Named[];
  answers: RowEdits['answers'];
};

/**
 * Asks what becomes of a column whose type the dataset's column cannot be widened to; null where there is nothing to ask. It is open
 * while the two do not go together, whatever was answered for an earlier type; an answer stays in sight and can be changed.
 */
export function narrowsQuestion(
  compared: Compared,
): { question: RowQuestion; answer: string | null; isOpen: boolean } | null {
  const { table, column, index, held, answers } = compared;
  const id = `narrows-${index}`;
  const target = held.find(({ name }) => name === column.as);
  if (target !== undefined && narrows(target.type, column.type))
    return { question: ask(id, compared, target, column.type), answer: null, isOpen: true };
  const answer = answers[id];
  const before = target ?? held.find(({ name }) => isSameColumn(name, column.name));
  const found = table.columns[index];
  if (answer === undefined || before === undefined || found === undefined) return null;
  if (!narrows(before.type, found.type)) return null;
  return { question: ask(id, compared, before, found.type), answer, isOpen: false };
}

function ask(id: string, compared: Compared, target: Named, type: RowType): RowQuestion {
  const { index } = compared;
  return {
    id,
    column: index,
    text: `the dataset has ${target.type}, the file ${type}. A column can become wider, never narrower.`,
    answers: [
      keep(compared, target),
      {
        id: 'leave-out',
        label: 'Leave the column out',
        example: 'not imported',
        follows: 'new rows have null there',
        change: { columns: { [index]: { as: null } } },
      },
      another(compared, target, type),
    ],
  };
}

function keep({ table, column: { dateOrder }, index }: Compared, { name, type }: Named): RowAnswer {
  const cells = table.records.map((record) => record.cells[index] ?? null);
  const bad = badCells(cells, { type, dateOrder }, table.csv ?? PLAIN_CELLS);
  return {
    id: 'keep',
    label: `Keep ${type}`,
    example: 'the values of the file are stored in it',
    follows:
      bad === null
        ? 'all that were looked at fit'
        : `${countOf(bad.count, 'bad row')} in the first ${formatCount(cells.length)}: ${bad.reason}`,
    change: {
      columns: { [index]: { as: name, type, ...(dateOrder === undefined ? {} : { dateOrder }) } },
    },
  };
}

function another({ table, column, index, held }: Compared, target: Named, type: RowType): RowAnswer {
  const as = freeName(`${target.name}_${type.replace(/\W.*$/, '')}`, [...held, ...table.columns]);
  const { dateOrder } = column;
  return {
    id: 'another',
    label: 'Use another column',
    example: `${as}, a new one of ${type}`,
    follows: 'or choose one in the list of columns',
    change: { columns: { [index]: { as, type, ...(dateOrder === undefined ? {} : { dateOrder }) } } },
  };
}

function freeName(wanted: string, taken: readonly Named[]): string {
  let name = wanted;
  for (let nth = 2; taken.some((column) => isSameColumn(column.name, name)); nth += 1)
    name = `${wanted}_${nth}`;
  return name;
}
