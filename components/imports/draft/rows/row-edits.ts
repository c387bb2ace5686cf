import type { RowAnswer, RowChange, RowGiven, RowQuestion } from '@/lib/formats/preview/rows/row-table';
import type { ColumnRules, CsvChoice } from '@/lib/imports/row-choices';
import type { RowType } from '@/lib/imports/row-type';
import { type TypedChecks, withoutLimits } from './typed-checks';

/** What a person changed about one column of a file; what is left out is as it was found. */
export type ColumnEdit = {
  type?: RowType;
  dateOrder?: 'dmy' | 'mdy';
  /** Its column in the dataset; null: not imported. */
  as?: string | null;
  /** It was confirmed for an earlier file; `rules`: what was said about its cells then, taken over as it is. */
  isConfirmed?: boolean;
  rules?: ColumnRules;
  /** What its cells must fulfil, as it was typed; it counts instead of the checks among `rules`. */
  checks?: TypedChecks;
};

/** What a person decided about one file of rows. */
export type RowEdits = {
  given: RowGiven;
  /** By 0-based position in the file. */
  columns: Readonly<Record<number, ColumnEdit>>;
  /** Nothing is converted unless a type is chosen. */
  isAllText: boolean;
  /** Answers by the id of their question. */
  answers: Readonly<Record<string, string>>;
  /** The dataset as it was typed or chosen; null: named after the file. */
  dataset: string | null;
};

export const noEdits: RowEdits = { given: {}, columns: {}, isAllText: false, answers: {}, dataset: null };

/** Questions whose answers decide what the columns are. */
const ABOUT_TABLE = ['preamble', 'header', 'header-rows', 'path'];

/** Takes an answer. One about the table as a whole makes the columns anew, so what was decided about them is asked again. */
export function answerQuestion(edits: RowEdits, question: RowQuestion, answer: RowAnswer): RowEdits {
  const isTable = ABOUT_TABLE.includes(question.id);
  const before = isTable ? { ...edits, columns: {}, isAllText: false, answers: tableAnswers(edits) } : edits;
  const next = applyChange(before, answer.change);
  return { ...next, answers: { ...next.answers, [question.id]: answer.id } };
}

function tableAnswers({ answers }: RowEdits): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ABOUT_TABLE.includes(id)));
}

function applyChange(edits: RowEdits, change: RowChange): RowEdits {
  const csv = change.csv === undefined ? edits.given.csv : mergeCsv(edits.given.csv, change.csv);
  const given = {
    ...edits.given,
    ...(csv === undefined ? {} : { csv }),
    ...(change.path === undefined ? {} : { path: change.path }),
  };
  if (change.columns === 'text') return { ...edits, given, isAllText: true };
  return Object.entries(change.columns ?? {}).reduce(
    (next, [index, column]) => changeColumn(next, Number(index), column),
    { ...edits, given },
  );
}

/** Texts that mean null add up: each belongs to the answer about another column. */
function mergeCsv(before: Partial<CsvChoice> = {}, change: Partial<CsvChoice>): Partial<CsvChoice> {
  const nullTexts = [...new Set([...(before.nullTexts ?? []), ...(change.nullTexts ?? [])])];
  return { ...before, ...change, ...(nullTexts.length > 0 ? { nullTexts } : {}) };
}

/** Changes how the file is cut into columns by hand; what was decided about columns starts over. */
export function changeTable(edits: RowEdits, given: RowGiven): RowEdits {
  const csv = { ...edits.given.csv, ...given.csv };
  return { ...noEdits, dataset: edits.dataset, given: { ...edits.given, ...given, csv } };
}

/** Changes how numbers and empty cells are written by hand; the columns stay. */
export function changeMarks(edits: RowEdits, csv: Partial<CsvChoice>): RowEdits {
  return { ...edits, given: { ...edits.given, csv: { ...edits.given.csv, ...csv } } };
}

/** Changes one column by hand; another type forgets the order of dates, and the rules that only fit the type before. */
export function changeColumn(edits: RowEdits, index: number, change: ColumnEdit): RowEdits {
  const before = edits.columns[index] ?? {};
  const kept = change.type === undefined ? before : ofAnyType(before);
  return { ...edits, columns: { ...edits.columns, [index]: { ...kept, ...change } } };
}

function ofAnyType({
  dateOrder: _order,
  isConfirmed: _confirmed,
  rules,
  checks,
  ...kept
}: ColumnEdit): ColumnEdit {
  const { format: _format, min: _min, max: _max, ...others } = rules ?? {};
  return {
    ...kept,
    ...(Object.keys(others).length > 0 ? { rules: others } : {}),
    ...(checks === undefined ? {} : { checks: withoutLimits(checks) }),
  };
}
