import { NO_DELIMITER } from './dialect';
import type { TableQuestion } from './table-question';

/** Share of the records that must have the width of most of them, for a delimiter to be believed. */
const EVEN = 0.5;
/** A file whose records hold more delimiters than this share, though its first line has none, needs a decision. */
const STRAY = 0.2;

const isBlank = (record: readonly string[]) => record.length === 1 && record[0] === '';

/** The number of cells that most records have. */
export function modalWidth(records: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const record of records)
    if (!isBlank(record)) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}

/**
 * The delimiter that gives the first line and most records the same number of cells. `skipped` lines are above the first.
 * When it fits the records but not the first line, or nothing fits, there is a question.
 */
export function chooseDelimiter(
  candidates: readonly string[],
  split: (delimiter: string) => string[][],
  skipped: number,
): { delimiter: string; questions: TableQuestion[] } {
  const judged = candidates.map((delimiter) => {
    const all = split(delimiter);
    const records = all.filter((record) => !isBlank(record));
    const width = modalWidth(records);
    const even = records.filter((record) => record.length === width).length / Math.max(1, records.length);
    const stray = records.filter((record) => record.length > 1).length / Math.max(1, records.length);
    return { delimiter, records, width, even, stray, first: records[0]?.length ?? 0 };
  });
  const fitting = judged.filter((it) => it.width > 1 && it.first === it.width && it.even >= EVEN);
  const best = fitting.sort((a, b) => b.even - a.even || b.width - a.width)[0];
  if (best !== undefined) return { delimiter: best.delimiter, questions: [] };

  const line = skipped + 1;
  const table = judged.filter((it) => it.width > 1).sort((a, b) => b.even - a.even || b.width - a.width)[0];
  if (table !== undefined && (table.even >= EVEN || table.first > 1))
    return {
      delimiter: table.delimiter,
      questions: [
        {
          code: table.first < table.width ? 'preamble' : 'columns',
          line,
          message:
            `Line ${line} has ${table.first} ${table.first === 1 ? 'cell' : 'cells'}, but most records have ${table.width}. ` +
            'Say which line is the header.',
        },
      ],
    };
  const uneven = judged.find((it) => it.stray > STRAY || it.first > 1);
  if (uneven === undefined) return { delimiter: NO_DELIMITER, questions: [] };
  return {
    delimiter: uneven.delimiter,
    questions: [
      {
        code: 'delimiter',
        line,
        message: `No delimiter splits line ${line} and the records below it evenly. Say which one it is, and which line is the header.`,
      },
    ],
  };
}
