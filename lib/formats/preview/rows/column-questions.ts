import type { CellFormat } from '../../rows/cell-format';
import { dateQuestion } from './date-question';
import { type Doubted, keepAsText } from './doubted';
import type { ColumnGuess } from './guess-column';
import { mixedQuestion } from './mixed-question';
import { readCell } from './read-cell';
import type { RowAnswer, RowQuestion, RowRecord } from './row-table';

type Marks = CellFormat;
/** The questions about single columns, each with answers that show a real value. */
export function columnQuestions(
  guesses: readonly ColumnGuess[],
  records: readonly RowRecord[],
  marks: Marks,
): RowQuestion[] {
  return guesses.flatMap((guess, index) => {
    if (guess.doubt === null) return [];
    const values = records.flatMap((record) => record.cells[index] ?? []);
    const doubted = { index, name: guess.name, values, marks, doubt: guess.doubt };
    return build(doubted);
  });
}

function build(doubted: Doubted): RowQuestion[] {
  switch (doubted.doubt.code) {
    case 'date-order':
      return [dateQuestion(doubted)];
    case 'long-number':
      return [longNumberQuestion(doubted)];
    case 'yes-no':
      return [yesNoQuestion(doubted)];
    case 'mixed':
      return [mixedQuestion(doubted)];
    // Commas are one question for the whole file; what only looks like a number stays text without one.
    case 'decimal-comma':
    case 'identifier':
    case 'leading-zeros':
      return [];
  }
}

function longNumberQuestion({ index, values, marks, doubt }: Doubted): RowQuestion {
  const longest = values.reduce((a, b) => (b.length > a.length ? b : a), '').trim();
  const answers = doubt.options.flatMap((type): RowAnswer[] => {
    if (type === 'text') return [];
    const read = readCell(longest, { type }, marks);
    if (read.kind !== 'value') return [];
    const isSame = read.text.replace(/^[+]/, '') === longest.replace(/^[+]/, '');
    return [
      {
        id: type,
        label: type === 'hugeint' ? 'Whole number of 128 bits' : 'Number, rounded',
        example: `${longest} = ${read.text}`,
        follows: isSame ? 'every digit is kept' : 'digits are lost',
        change: { columns: { [index]: { type } } },
      },
    ];
  });
  return {
    id: `column-${index}`,
    column: index,
    text: `a number or an identifier? ${longest} is longer than 64 bits hold.`,
    answers: [...answers, keepAsText(index)],
  };
}

function yesNoQuestion({ index, values }: Doubted): RowQuestion {
  const seen = [...new Set(values.map((value) => value.trim()))];
  const yes = seen.find((value) => /^y/i.test(value));
  const no = seen.find((value) => /^n/i.test(value));
  const example = [
    ...(yes === undefined ? [] : [`${yes} = true`]),
    ...(no === undefined ? [] : [`${no} = false`]),
  ];
  return {
    id: `column-${index}`,
    column: index,
    text: `true and false, or words? All values are ${seen.slice(0, 4).join(', ')}.`,
    answers: [
      {
        id: 'boolean',
        label: 'True and false',
        example: example.join(', '),
        follows: 'the words themselves are not kept',
        change: { columns: { [index]: { type: 'boolean' } } },
      },
      keepAsText(index),
    ],
  };
}
