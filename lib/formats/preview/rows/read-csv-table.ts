import type { CsvChoice } from '@/lib/imports/row-choices';
import { detectTable } from '../../csv/detect-table';
import { columnQuestions } from './column-questions';
import { csvRecords } from './csv-records';
import { type ColumnGuess, guessColumn } from './guess-column';
import { guessMarks } from './guess-marks';
import { marksQuestion } from './marks-question';
import type { RowColumn, RowQuestion, RowRecord } from './row-table';
import { tableQuestions } from './table-questions';
import { tableStart } from './table-start';

export type CsvTable = {
  csv: CsvChoice;
  columns: RowColumn[];
  records: RowRecord[];
  questions: RowQuestion[];
};

/**
 * Reads the beginning of a CSV text as a table. Questions are those that the content alone leaves open; they stay, with
 * their answers, when `given` already answers them.
 * @throws Error whose message goes on after "The file".
 */
export function readCsvTable(text: string, whole: boolean, given: Partial<CsvChoice>): CsvTable {
  // What is asked must not depend on what was answered: the dialect is looked at without those answers.
  const open = detect(text, whole, without(given));
  const start = tableStart(text, whole, open);
  const isPlaced = given.header !== undefined || given.headerLine !== undefined;
  // Until it is answered, the table is shown from where it seems to begin.
  const found =
    isPlaced || start === open.csv.headerLine
      ? detect(text, whole, given)
      : detect(text, whole, { ...given, headerLine: start });
  const first = csvRecords(text, found.csv, whole);
  const numbers = guessMarks(first.records);
  const csv: CsvChoice = { ...found.csv, ...numbers.marks, ...marksOf(given) };
  const columns = guessColumns(found.header, first.records, csv);

  const unmarked = { ...csv, ...numbers.marks, nullTexts: [] };
  const guesses = guessColumns(found.header, first.records, unmarked);
  const questions = [
    ...tableQuestions(text, whole, { found: open.csv, doubts: open.questions, start, now: csv }),
    ...marksQuestion(guesses, first.records, numbers),
    ...columnQuestions(guesses, first.records, unmarked),
  ];
  return { csv, columns: columns.map(withoutDoubt), records: first.records, questions };
}

function detect(text: string, whole: boolean, given: Partial<CsvChoice>) {
  const found = detectTable(text, { whole, given });
  if (found.kind === 'problem') throw new Error(found.reason);
  return found;
}

const marksOf = ({ decimalMark, thousands }: Partial<CsvChoice>): Partial<CsvChoice> => ({
  ...(decimalMark === undefined ? {} : { decimalMark }),
  ...(thousands === undefined ? {} : { thousands }),
});

/** How cells are told apart stays; where the table begins and what its numbers mean is what answers fix. */
function without(given: Partial<CsvChoice>): Partial<CsvChoice> {
  const { header: _a, headerLine: _b, skipRows: _c, headerRows: _d, ...rest } = given;
  const { decimalMark: _e, thousands: _f, nullTexts: _g, ...kept } = rest;
  return kept;
}

function guessColumns(
  header: readonly string[],
  records: readonly RowRecord[],
  csv: CsvChoice,
): ColumnGuess[] {
  return header.map((name, index) =>
    guessColumn(
      name,
      records.map((record) => record.cells[index] ?? null),
      csv,
    ),
  );
}

function withoutDoubt({ doubt: _, ...column }: ColumnGuess): RowColumn {
  return column;
}
