import type { RowColumn, RowQuestion, RowTable } from '@/lib/formats/preview/rows/row-table';
import { PLAIN_CELLS } from '@/lib/formats/rows/cell-format';
import { reasonPositions } from '@/lib/imports/reason-columns';
import type { ColumnRules } from '@/lib/imports/row-choices';
import type { RowType } from '@/lib/imports/row-type';
import { ruleWords } from '@/lib/imports/rule-words';
import { badCells } from './bad-cells';
import { checkCells, failedCells } from './check-cells';
import { narrowsQuestion } from './narrows-question';
import type { ColumnEdit, RowEdits } from './row-edits';
import { isSameColumn } from './same-column';
import {
  type CheckErrors,
  noChecks,
  readChecks,
  type TypedChecks,
  typedChecks,
  wrongLimits,
} from './typed-checks';

/** A dataset as far as a mapping needs it. */
export type TargetDataset = { columns: readonly { name: string; type: RowType }[] };

export type PlannedColumn = {
  /** In the file. */
  name: string;
  type: RowType;
  dateOrder: 'dmy' | 'mdy' | undefined;
  /** In the dataset; null: not imported. */
  as: string | null;
  isNew: boolean;
  /** What its cells must fulfil besides. */
  rules: ColumnRules;
  /** The checks among them as they are typed, and what is wrong there; a column that is not imported has no errors. */
  checks: TypedChecks;
  checkErrors: CheckErrors;
  filled: number;
  /** Of the records that were looked at: cells that cannot be read as this type. */
  bad: { count: number; reason: string } | null;
  /** Of the others: cells that fail a check. */
  failing: { count: number; reason: string } | null;
  /** What happens, where it is not plain. */
  note: string | null;
};

export type PlannedQuestion = { question: RowQuestion; answer: string | null; isOpen: boolean };

/** What will be done with a file of rows: its columns with their types and targets, and what is still asked. */
export type RowPlan = { columns: PlannedColumn[]; questions: PlannedQuestion[]; open: PlannedQuestion[] };

/** Plans the import of one file from what was found, what was decided, and the dataset as it is (null: a new one). */
export function planRows(table: RowTable, edits: RowEdits, target: TargetDataset | null): RowPlan {
  const reasons = reasonPositions(table.columns.map((column) => column.name));
  const asked = table.questions
    .filter(({ column }) => column === null || !reasons.has(column))
    .map((question) => planQuestion(question, edits));
  const taken = new Set<string>();
  const columns = table.columns.map((column, index) => {
    if (reasons.has(index) && edits.columns[index]?.as === undefined) return leftOut(column);
    const planned = planColumn(table, column, index, edits, target);
    const as =
      planned.as === null || edits.columns[index]?.as !== undefined ? planned.as : unique(planned.as, taken);
    if (as !== null) taken.add(as.toLowerCase());
    return { ...planned, as };
  });
  // What a column is read as has to be known before it can be compared with the dataset.
  const isOpen = new Set(asked.flatMap(({ question, isOpen }) => (isOpen ? [question.column] : [])));
  const held = target?.columns ?? [];
  const narrower = columns.flatMap((column, index) =>
    isOpen.has(index) ? [] : (narrowsQuestion({ table, column, index, held, answers: edits.answers }) ?? []),
  );
  const questions = [...asked, ...narrower];
  return { columns, questions, open: questions.filter((it) => it.isOpen) };
}

/** It says why a record was rejected, and is no part of the record. */
function leftOut({ name, filled }: RowColumn): PlannedColumn {
  const note = 'Says why, not imported';
  const checks = { rules: {}, checks: noChecks, checkErrors: {} };
  return {
    name,
    type: 'text',
    dateOrder: undefined,
    as: null,
    isNew: false,
    ...checks,
    filled,
    bad: null,
    failing: null,
    note,
  };
}

function planQuestion(question: RowQuestion, edits: RowEdits): PlannedQuestion {
  const answer = edits.answers[question.id] ?? null;
  return { question, answer, isOpen: answer === null && !isSettledByHand(question, edits) };
}

/** A choice in the row of options or in the list of columns answers a question too. */
function isSettledByHand({ id, column }: RowQuestion, { columns, given }: RowEdits): boolean {
  if (column !== null) return columns[column]?.type !== undefined || columns[column]?.as === null;
  if (id === 'path') return given.path !== undefined;
  if (id === 'marks') return given.csv?.decimalMark !== undefined;
  if (id === 'header-rows') return given.csv?.headerRows !== undefined;
  return given.csv?.header !== undefined || given.csv?.headerLine !== undefined;
}

function planColumn(
  table: RowTable,
  column: RowColumn,
  index: number,
  edits: RowEdits,
  target: TargetDataset | null,
): PlannedColumn {
  const edit = edits.columns[index] ?? {};
  const match = target?.columns.find((it) => isSameColumn(it.name, edit.as ?? column.name));
  const as = edit.as === undefined ? (match?.name ?? column.name) : edit.as;
  const cells = table.records.map((record) => record.cells[index] ?? null);
  const marks = table.csv ?? PLAIN_CELLS;
  const guess: ColumnEdit = edits.isAllText ? { type: 'text' } : column;
  const dateOrder = edit.dateOrder ?? (edit.type === undefined ? guess.dateOrder : undefined);
  const fits = (type: RowType) => badCells(cells, { type, dateOrder }, marks) === null;
  // A type that was confirmed for an earlier file does not hold against what the dataset has become since.
  const isFound = edit.type === undefined ? !edits.isAllText : edit.isConfirmed === true;
  const type = match && isFound && fits(match.type) ? match.type : (edit.type ?? guess.type ?? 'text');
  const isNew = as !== null && target !== null && match === undefined;
  // Only the engine reads times of a format of their own.
  const isUnread = as === null || table.path !== null || edit.rules?.format !== undefined;
  const bad = isUnread ? null : badCells(cells, { type, dateOrder }, marks);
  const checks = planChecks(edit, type, as !== null);
  const rule = { type, dateOrder };
  const failing = as === null ? null : failedCells(cells, checkCells(checks.rules, rule, marks));
  const note = whatHappens({
    as,
    isNew,
    type,
    edit,
    rules: checks.rules,
    match: match?.type,
    note: column.note,
    isGuess: type === column.type,
  });
  const { name, filled } = column;
  return { name, type, dateOrder, as, isNew, ...checks, filled, bad, failing, note };
}

/** Checks that were confirmed before count as they are until somebody changes them, or until the column has another type. */
function planChecks(
  { rules = {}, checks }: ColumnEdit,
  type: RowType,
  isImported: boolean,
): Pick<PlannedColumn, 'rules' | 'checks' | 'checkErrors'> {
  if (checks === undefined) {
    const checkErrors = isImported ? wrongLimits(rules, type) : {};
    return { rules, checks: typedChecks(rules), checkErrors };
  }
  const read = readChecks(checks, type);
  const { format } = rules;
  return {
    rules: { ...(format === undefined ? {} : { format }), ...read.rules },
    checks,
    checkErrors: isImported ? read.errors : {},
  };
}

function whatHappens(it: {
  as: string | null;
  isNew: boolean;
  type: RowType;
  edit: ColumnEdit;
  rules: ColumnRules;
  match: RowType | undefined;
  note: string | null;
  isGuess: boolean;
}): string | null {
  if (it.as === null) return 'Not imported';
  const facts = [reading(it) ?? '', ruleWords(it.rules)].filter((fact) => fact !== '');
  return facts.length === 0 ? null : facts.join('; ');
}

function reading(it: Parameters<typeof whatHappens>[0]): string | null {
  const why = it.edit.isConfirmed === true ? 'as confirmed before' : 'by your answer';
  if (it.edit.dateOrder !== undefined)
    return `${it.edit.dateOrder === 'dmy' ? 'Day' : 'Month'} first, ${why}`;
  if (it.isNew) return 'New column, rows that are there get null';
  if (it.match !== undefined && it.match !== it.type) return `The dataset has ${it.match}`;
  // Of what was confirmed, only what is not as it looks is worth a word.
  if (it.edit.type !== undefined && !(it.edit.isConfirmed === true && it.isGuess))
    return `${it.type}, ${why}`;
  return it.isGuess ? it.note : null;
}

function unique(name: string, taken: ReadonlySet<string>): string {
  let made = name;
  for (let nth = 2; taken.has(made.toLowerCase()); nth += 1) made = `${name}_${nth}`;
  return made;
}
