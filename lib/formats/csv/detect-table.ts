import type { CsvChoice } from '@/lib/imports/row-choices';
import { looksLikeValue } from '../rows/value-patterns';
import { chooseDelimiter, modalWidth } from './choose-delimiter';
import { csvDelimiters } from './dialect';
import { nameColumns } from './name-columns';
import { splitRecords } from './split-records';
import type { TableQuestion } from './table-question';

export type TableDetection =
  | {
      readonly kind: 'table';
      readonly csv: CsvChoice;
      /** Names of the columns as they will be used: none empty, made up where there is no header. */
      readonly header: string[];
      /** All whole records of the text with their physical line (1-based); a blank cell is empty text. Blank lines are none. */
      readonly records: Array<{ line: number; cells: string[] }>;
      /** The lines above the table. */
      readonly preamble: string[];
      readonly questions: TableQuestion[];
    }
  | { readonly kind: 'problem'; readonly reason: string };

const SAMPLE = 1000;

/**
 * How a text is a table, from its first part (256 KiB is plenty): what `given` leaves open is guessed, and every guess that
 * could lose records is a question. `whole`: `text` is all of the file. Pure; runs in the browser too.
 */
export function detectTable(
  text: string,
  options: { whole: boolean; given?: Partial<CsvChoice> },
): TableDetection {
  const { whole, given = {} } = options;
  if (text.trim() === '') return { kind: 'problem', reason: 'is empty: it has no header line' };
  if (text.includes('\0')) return { kind: 'problem', reason: 'is not text: it has zero bytes' };
  const skip = given.header === false ? (given.skipRows ?? 0) : (given.headerLine ?? 1) - 1;
  const above = dropLines(text, skip, given.headerLine === undefined);
  const { body } = above;
  const skipped = above.lines.length;
  if (body === '') return { kind: 'problem', reason: `has no record below its first ${skipped} lines` };
  const quote = given.quote ?? (body.startsWith("'") ? "'" : '"');
  const base = { quote, escape: given.escape ?? quote };
  const split = (delimiter: string, most: number) => {
    const { records, lines, complete } = splitRecords(body, { delimiter, ...base }, most);
    // The last record of a cut text is not whole.
    return { records: complete || whole ? records : records.slice(0, -1), lines };
  };

  const questions: TableQuestion[] = [];
  let delimiter = given.delimiter;
  if (delimiter === undefined) {
    const chosen = chooseDelimiter(csvDelimiters, (it) => split(it, SAMPLE).records, skipped);
    delimiter = chosen.delimiter;
    questions.push(...chosen.questions);
  }
  const headerRows = given.headerRows ?? 1;
  const { records, lines } = split(delimiter, Number.POSITIVE_INFINITY);
  const [first] = records;
  if (first === undefined)
    return { kind: 'problem', reason: `has no whole record in its first ${body.length} characters` };
  const header = given.header ?? true;
  const below = records
    .map((cells, index) => ({ line: skipped + 1 + (lines[index] ?? 0), cells }))
    .slice(header ? headerRows : 0)
    .filter(({ cells }) => cells.length > 1 || cells[0] !== '');
  if (given.header === undefined && given.headerLine === undefined && headerRows === 1)
    questions.push(...doubtHeader(first, below, skipped + 1));
  const named = nameColumns(header ? records.slice(0, headerRows) : [], modalWidth(records), skipped + 1);
  questions.push(...named.questions);

  const csv: CsvChoice = {
    delimiter,
    quote,
    escape: base.escape,
    header,
    headerLine: header ? skipped + 1 : 1,
    skipRows: header ? 0 : skipped,
    headerRows,
    decimalMark: given.decimalMark ?? '.',
    thousands: given.thousands ?? '',
    nullTexts: given.nullTexts ?? [],
  };
  return { kind: 'table', csv, header: named.names, records: below, preamble: above.lines, questions };
}

/** Drops the lines above the table, and blank ones there when nobody said where it begins. */
function dropLines(text: string, count: number, blanks: boolean): { body: string; lines: string[] } {
  let at = 0;
  const lines: string[] = [];
  for (;;) {
    const end = /\r\n|\r|\n/g;
    end.lastIndex = at;
    const found = end.exec(text);
    const line = text.slice(at, found?.index);
    if (lines.length >= count && !(blanks && found !== null && line === ''))
      return { body: text.slice(at), lines };
    lines.push(line);
    if (found === null) return { body: '', lines };
    at = end.lastIndex;
  }
}

/** A first line whose cells are values like those below it is hardly a header. */
function doubtHeader(
  first: readonly string[],
  records: ReadonlyArray<{ cells: string[] }>,
  line: number,
): TableQuestion[] {
  const column = first.findIndex((cell, index) => {
    if (!looksLikeValue(cell)) return false;
    const below = records.slice(0, SAMPLE).map(({ cells }) => cells[index] ?? '');
    const filled = below.filter((it) => it !== '');
    return filled.length === 0 ? first.every(looksLikeValue) : filled.every(looksLikeValue);
  });
  if (column === -1) return [];
  const message = `Line ${line} holds values, such as ${JSON.stringify(first[column])}, and not names of columns. Is it a header or the first record?`;
  return [{ code: 'header', line, message }];
}
