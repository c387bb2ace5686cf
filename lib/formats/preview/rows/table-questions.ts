import type { CsvChoice } from '@/lib/imports/row-choices';
import type { TableQuestion } from '../../csv/table-question';
import { looksLikeValue } from '../../rows/value-patterns';
import { csvRecords, firstLines } from './csv-records';
import type { RowAnswer, RowQuestion } from './row-table';

const LINES_MAX = 60;
const CELLS_SHOWN = 4;
/** snake_case, camelCase, or a word that columns are often named. */
const NAME =
  /_|[a-z][A-Z]|^([Ii]d|ID|[Nn]ame|[Cc]ode|[Dd]ate|[Tt]ype|[Kk]ey|[Vv]alue|[Ee]mail|[Cc]ity|[Cc]ountry)$/;

type TableDoubts = {
  /** The dialect without any answers, and with them. */
  found: CsvChoice;
  now: CsvChoice;
  doubts: readonly TableQuestion[];
  /** The line where the table seems to begin. */
  start: number;
};

/** Questions about the file as a whole: where the table begins, whether its first line is a header, whether there are two. */
export function tableQuestions(text: string, whole: boolean, it: TableDoubts): RowQuestion[] {
  const { found, now, doubts, start } = it;
  const questions: RowQuestion[] = [];
  if (start > found.headerLine) questions.push(preambleQuestion(text, found, start));
  const placed = { ...found, headerLine: now.header ? now.headerLine : start };
  const { header, records } = csvRecords(text, { ...placed, header: true }, whole);
  const first = header[0] ?? [];
  const bodies = records.slice(0, 200).map((record) => record.cells);
  if (doubts.some((doubt) => doubt.code === 'header') || !looksLikeNames(first, bodies))
    questions.push(headerQuestion(placed.headerLine, first, bodies));
  else if (hasUnits(first, bodies))
    questions.push(headerRowsQuestion(placed.headerLine, first, bodies[0] ?? []));
  return questions;
}

function preambleQuestion(text: string, csv: CsvChoice, start: number): RowQuestion {
  const lines = firstLines(text, LINES_MAX);
  const above = start - 1;
  const answer = (line: number, label: string, follows: string): RowAnswer => ({
    id: `line-${line}`,
    label,
    example: shorten(lines[line - 1] ?? ''),
    follows,
    change: { csv: { header: true, headerLine: line } },
  });
  return {
    id: 'preamble',
    column: null,
    text: `Where does the table begin? ${above === 1 ? 'Line 1 has' : `Lines 1 to ${above} have`} another shape than the lines below.`,
    answers: [
      answer(
        start,
        `Line ${start} is the header`,
        above === 1 ? 'line 1 is skipped' : `lines 1 to ${above} are skipped`,
      ),
      answer(
        csv.headerLine,
        `Line ${csv.headerLine} is the header`,
        'lines of another width become bad rows',
      ),
      {
        id: 'text',
        label: `Records from line ${start}, as text`,
        example: shorten(lines[start - 1] ?? ''),
        follows: 'there is no header, nothing is converted',
        change: { csv: { header: false, skipRows: above }, columns: 'text' },
      },
    ],
  };
}

function headerQuestion(
  line: number,
  first: readonly string[],
  bodies: readonly (readonly (string | null)[])[],
): RowQuestion {
  const shown = listed(first);
  const second = (bodies[0] ?? []).map((cell) => cell ?? '');
  const mayBeTwo = bodies.length > 1 && looksLikeNames(second, bodies.slice(1));
  return {
    id: 'header',
    column: null,
    text: `Is line ${line} a header or the first record?`,
    answers: [
      ...(mayBeTwo ? [twoLines(line, first, second)] : []),
      {
        id: 'header',
        label: 'Header',
        example: `Columns ${shown}`,
        follows: `records begin in line ${line + 1}`,
        change: { csv: { header: true, headerLine: line } },
      },
      {
        id: 'record',
        label: 'First record',
        example: `column_1 = ${first[0] || 'empty'}`,
        follows: 'columns get names column_1, column_2 …',
        change: { csv: { header: false, skipRows: line - 1 } },
      },
      {
        id: 'text',
        label: 'First record, all as text',
        example: `column_1 = “${first[0] ?? ''}”`,
        follows: 'nothing is lost',
        change: { csv: { header: false, skipRows: line - 1 }, columns: 'text' },
      },
    ],
  };
}

function headerRowsQuestion(
  line: number,
  first: readonly string[],
  second: readonly (string | null)[],
): RowQuestion {
  return {
    id: 'header-rows',
    column: null,
    text: `Does line ${line + 1} belong to the header? Its cells are not like those below.`,
    answers: [
      twoLines(line, first, second),
      {
        id: 'one',
        label: 'One header line',
        example: `Columns ${listed(first)}`,
        follows: `line ${line + 1} is the first record, and may be a bad row`,
        change: { csv: { header: true, headerLine: line, headerRows: 1 } },
      },
      {
        id: 'text',
        label: 'One header line, all as text',
        example: listed(second.map((cell) => cell ?? '')),
        follows: 'nothing is lost',
        change: { csv: { header: true, headerLine: line, headerRows: 1 }, columns: 'text' },
      },
    ],
  };
}

/** Lines `line` and the next one name the columns together. */
function twoLines(line: number, first: readonly string[], second: readonly (string | null)[]): RowAnswer {
  const names = first.map((name, index) =>
    [name, second[index] ?? ''].filter((part) => part !== '').join(' '),
  );
  return {
    id: 'two',
    label: 'Two header lines',
    example: `Columns ${listed(names)}`,
    follows: `records begin in line ${line + 2}`,
    change: { csv: { header: true, headerLine: line, headerRows: 2 } },
  };
}

/** Names differ from what stands below them: by case and shape, or because the column below holds values. */
function looksLikeNames(first: readonly string[], bodies: readonly (readonly (string | null)[])[]): boolean {
  if (bodies.length === 0 || first.length === 1) return true;
  if (first.some((cell) => NAME.test(cell.trim()))) return true;
  return first.some((cell, index) => {
    const below = bodies.flatMap((cells) => cells[index] ?? []);
    return !looksLikeValue(cell) && below.length > 0 && below.every(looksLikeValue);
  });
}

/** Units or groups under the names: text where everything further down is a value. */
function hasUnits(first: readonly string[], bodies: readonly (readonly (string | null)[])[]): boolean {
  const [second, ...rest] = bodies;
  if (second === undefined || rest.length < 2) return false;
  let typed = 0;
  for (let index = 0; index < first.length; index += 1) {
    const below = rest.flatMap((cells) => cells[index] ?? []);
    if (below.length === 0 || !below.every(looksLikeValue)) continue;
    typed += 1;
    if (looksLikeValue(second[index] ?? '')) return false;
  }
  return typed > 0 && second.some((cell) => cell !== null);
}

function listed(cells: readonly string[]): string {
  const shown = cells
    .slice(0, CELLS_SHOWN)
    .map((cell) => (cell === '' ? '(empty)' : shorten(cell)))
    .join(', ');
  return cells.length > CELLS_SHOWN ? `${shown} …` : shown;
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
