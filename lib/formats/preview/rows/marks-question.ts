import type { CsvChoice } from '@/lib/imports/row-choices';
import type { ColumnGuess } from './guess-column';
import { guessColumn } from './guess-column';
import type { NumberMarks } from './guess-marks';
import { readCell } from './read-cell';
import type { RowAnswer, RowQuestion, RowRecord } from './row-table';

/** One question for the file when numbers have commas: a decimal mark, or something between thousands? */
export function marksQuestion(
  guesses: readonly ColumnGuess[],
  records: readonly RowRecord[],
  numbers: NumberMarks,
): RowQuestion[] {
  const example = numbers.commas.find((value) => value.includes('.')) ?? numbers.commas[0];
  if (example === undefined) return [];
  const cellsOf = (index: number) => records.map((record) => record.cells[index] ?? null);
  const readAs = (marks: Pick<CsvChoice, 'decimalMark' | 'thousands'>) =>
    guesses.flatMap((guess, index) => {
      const cells = cellsOf(index);
      if (!cells.some((cell) => cell?.includes(','))) return [];
      const { type } = guessColumn(guess.name, cells, { ...marks, nullTexts: [] });
      return type.startsWith('decimal') || type === 'bigint' || type === 'double' ? [{ index, type }] : [];
    });
  const comma = {
    decimalMark: ',',
    thousands: numbers.commas.some((it) => it.includes('.')) ? '.' : '',
  } as const;
  const group = { decimalMark: '.', thousands: ',' } as const;
  const asComma = readAs(comma);
  const asGroup = numbers.isAmbiguous ? readAs(group) : [];
  const concerned = asComma.length > 0 ? asComma : asGroup;
  if (concerned.length === 0) return [];
  const names = concerned.map(({ index }) => guesses[index]?.name ?? '').join(', ');

  const answer = (
    id: string,
    label: string,
    csv: typeof comma | typeof group,
    columns: typeof asComma,
  ): RowAnswer => ({
    id,
    label,
    example: `${example} = ${numberIn(example, csv)}`,
    follows: `numbers in ${columns.length === 1 ? names : `${columns.length} columns`}`,
    change: { csv, columns: Object.fromEntries(columns.map(({ index, type }) => [index, { type }])) },
  });
  return [
    {
      id: 'marks',
      column: null,
      text: `Is the comma in ${example} the decimal mark? It is about ${names}.`,
      answers: [
        answer('comma', 'Decimal comma', comma, concerned),
        ...(asGroup.length > 0 ? [answer('group', 'Comma between thousands', group, asGroup)] : []),
        {
          id: 'text',
          label: 'Keep as text',
          example: 'decide later',
          follows: 'nothing is lost',
          change: {
            csv: { decimalMark: '.', thousands: '' },
            columns: Object.fromEntries(concerned.map(({ index }) => [index, { type: 'text' as const }])),
          },
        },
      ],
    },
  ];
}

function numberIn(example: string, marks: Pick<CsvChoice, 'decimalMark' | 'thousands'>): string {
  const read = readCell(example, { type: 'decimal(38,9)' }, { ...marks, nullTexts: [] });
  return read.kind === 'value' ? read.text : '?';
}
