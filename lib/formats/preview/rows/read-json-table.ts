import { PLAIN_CELLS } from '../../rows/cell-format';
import { inferColumn, saidToBeNumbers } from '../../rows/infer-column';
import { columnQuestions } from './column-questions';
import type { ColumnGuess } from './guess-column';
import { pathQuestion } from './path-question';
import { type JsonCell, readJsonHead } from './read-json-head';
import type { RowColumn, RowQuestion, RowRecord } from './row-table';

export type JsonTable = {
  format: 'json' | 'ndjson';
  path: string;
  paths: readonly string[];
  columns: RowColumn[];
  records: RowRecord[];
  questions: RowQuestion[];
};

/**
 * Reads the beginning of a JSON text as a table: one column for each name, in the order of their first appearance.
 * @throws Error whose message goes on after "The file".
 */
export function readJsonTable(text: string, whole: boolean, path?: string): JsonTable {
  const head = readJsonHead(text, whole, path);
  if (head === null || head.records.length === 0)
    throw new Error('holds no JSON records: expected an array of objects, or one object per line');
  const names = [...new Set(head.records.flatMap((record) => [...record.cells.keys()]))];
  const cellsOf = (name: string) => head.records.map((record) => record.cells.get(name) ?? null);
  const guesses = names.map((name) => guessJsonColumn(name, cellsOf(name)));
  const records = head.records.map(({ line, cells }, index): RowRecord => {
    return { number: index + 1, line, cells: names.map((name) => cells.get(name)?.text ?? null) };
  });
  return {
    format: head.format,
    path: head.path,
    paths: head.paths,
    columns: guesses.map(({ doubt: _, ...column }) => column),
    records,
    questions: [...pathQuestion(head, text, whole), ...columnQuestions(guesses, records, PLAIN_CELLS)],
  };
}

function guessJsonColumn(name: string, cells: readonly JsonCell[]): ColumnGuess {
  const filled = cells.filter((cell) => cell !== null);
  const base = { name, filled: filled.length / Math.max(1, cells.length), note: null, doubt: null };
  const [first, ...others] = new Set(filled.map((cell) => cell.kind));
  if (first === undefined) return { ...base, type: 'text' };
  if (others.length > 0) return { ...base, type: 'json', note: 'Values of several kinds: kept as JSON' };
  if (first === 'boolean' || first === 'json') return { ...base, type: first };
  const found = inferColumn(
    filled.map((cell) => cell.text),
    PLAIN_CELLS,
  );
  if (first === 'number') {
    const { type, question } = saidToBeNumbers(found);
    return { ...base, type, doubt: question };
  }
  // Text in quotes was meant as text; only times and identifiers have no form of their own in JSON.
  const isOwn = ['date', 'time', 'timestamp', 'timestamptz', 'uuid'].includes(found.type);
  const doubt = found.question?.code === 'date-order' ? found.question : null;
  return { ...base, type: isOwn ? found.type : 'text', doubt, ...dateOrderOf(found) };
}

function dateOrderOf({ dateOrder }: { dateOrder?: 'dmy' | 'mdy' }): { dateOrder?: 'dmy' | 'mdy' } {
  return dateOrder === undefined ? {} : { dateOrder };
}
