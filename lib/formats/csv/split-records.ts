import { type CsvDialect, escapeOf } from './dialect';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * The cells of the first records of a text, for looking at the head of a file; loading is the engine's work, with the same
 * rules: spaces outside of quotes do not belong to a quoted cell. The last record may be incomplete when the text was cut:
 * `complete` tells. `lines`: the 0-based line of the text on which each record begins.
 */
export function splitRecords(
  text: string,
  dialect: Pick<CsvDialect, 'delimiter' | 'quote' | 'escape'>,
  most: number,
): { records: string[][]; lines: number[]; complete: boolean } {
  const { delimiter, quote } = dialect;
  const escaping = escapeOf(dialect);
  const records: string[][] = [];
  const lines: number[] = [];
  let line = 0;
  let begins = 0;
  let record: string[] = [];
  let cell = '';
  let state: 'start' | 'plain' | 'quoted' | 'closed' | 'padded' = 'start';
  const endCell = () => {
    record.push(cell);
    cell = '';
    state = 'start';
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\n' || (char === '\r' && text.charAt(i + 1) !== '\n')) line++;
    if (state === 'quoted') {
      if (char === escaping && i + 1 < text.length) cell += text.charAt(++i);
      else if (char !== quote) cell += char;
      else state = 'closed';
    } else if (char === quote && state === 'closed' && escaping === null) {
      cell += char;
      state = 'quoted';
    } else if (char === quote && state === 'start') {
      cell = '';
      state = 'quoted';
    } else if (char === delimiter) endCell();
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text.charAt(i + 1) === '\n') {
        i++;
        line++;
      }
      endCell();
      records.push(record);
      lines.push(begins);
      begins = line;
      record = [];
      if (records.length === most) return { records, lines, complete: true };
    } else if (char === ' ' && (state === 'closed' || state === 'padded')) state = 'padded';
    else if (char === ' ' && state === 'start') cell += char;
    else {
      const end = endOfPlain(text, i + 1, delimiter);
      cell += text.slice(i, end);
      i = end - 1;
      state = 'plain';
    }
  }
  const rest = cell !== '' || record.length > 0 || state !== 'start';
  if (rest) {
    records.push([...record, cell]);
    lines.push(begins);
  }
  return { records, lines, complete: !rest };
}

/** Where a cell ends that is not quoted and goes on at `from`: most text of a file is passed in such leaps. */
function endOfPlain(text: string, from: number, delimiter: string): number {
  const end = delimiter.charCodeAt(0);
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === end || code === LINE_FEED || code === CARRIAGE_RETURN) return i;
  }
  return text.length;
}
