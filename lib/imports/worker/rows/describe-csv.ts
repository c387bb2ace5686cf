import { AppError } from '@/lib/errors/app-error';
import { detectTable } from '@/lib/formats/csv/detect-table';
import type { CsvDialect } from '@/lib/formats/csv/dialect';
import { PLAIN_CELLS } from '@/lib/formats/rows/cell-format';
import { inferColumn } from '@/lib/formats/rows/infer-column';
import { reasonPositions } from '@/lib/imports/reason-columns';
import type { CsvChoice, Encoding, FileChoice } from '@/lib/imports/row-choices';
import type { WorkerFile } from '../protocol';
import type { FileColumn, TextRowFile } from './row-file';

type Opened = Pick<TextRowFile, 'file' | 'dataset' | 'choice' | 'compression' | 'path'> & {
  encoding: Encoding;
  head: Uint8Array;
  whole: boolean;
};

/**
 * How a text in UTF-8 is a table, as confirmed or as guessed from its head.
 * @throws AppError `unrecognised-file` with the open question, or when the header is not the confirmed one
 */
export function describeCsv({ head, whole, ...base }: Opened): TextRowFile {
  const { file, choice } = base;
  const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const text = new TextDecoder('utf-8').decode(head);
  const found = detectTable(text, { whole, ...(choice?.csv && { given: choice.csv }) });
  if (found.kind === 'problem')
    throw new AppError('unrecognised-file', `${file.name} ${found.reason}.`, { extra: { file: file.name } });
  if (choice?.csv === undefined || choice.columns === undefined) refuseOpen(file, found.questions);
  const { csv } = found;
  const cells = { decimalMark: csv.decimalMark, thousands: csv.thousands, nullTexts: csv.nullTexts };
  const columns = found.header.map((name, index): FileColumn => {
    const guess = inferColumn(
      found.records.map((record) => record.cells[index] ?? ''),
      cells,
    );
    return { name, engine: null, guess };
  });
  refuseOtherHeader(file, choice, columns);
  return {
    ...base,
    format: 'csv',
    json: null,
    dialect: dialectOf(csv, bom),
    cells: { ...PLAIN_CELLS, ...cells },
    columns,
  };
}

function refuseOpen(
  file: WorkerFile,
  questions: ReadonlyArray<{ code: string; line: number; message: string }>,
) {
  const [first] = questions;
  if (first === undefined) return;
  throw new AppError('unrecognised-file', `${file.name}, line ${first.line}: ${first.message}`, {
    extra: { file: file.name, question: first.code, line: first.line },
  });
}

/** The confirmed columns are those of the file, in its order; those that say why a record was rejected need no confirming. */
function refuseOtherHeader(
  file: WorkerFile,
  choice: FileChoice | null,
  columns: readonly FileColumn[],
): void {
  const chosen = choice?.columns;
  if (chosen === undefined) return;
  const reasons = reasonPositions(columns.map((column) => column.name));
  const confirmed = new Set(chosen.map((column) => column.name));
  const found = columns.filter(({ name }, index) => !reasons.has(index) || confirmed.has(name));
  const at = Array.from({ length: Math.max(chosen.length, found.length) }).findIndex(
    (_, index) => chosen[index]?.name !== found[index]?.name,
  );
  if (at === -1) return;
  const named = (name: string | undefined) => (name === undefined ? 'none' : JSON.stringify(name));
  throw new AppError(
    'unrecognised-file',
    `${file.name}: column ${at + 1} is ${named(found[at]?.name)} in the file, but ${named(chosen[at]?.name)} was confirmed. Look at the file again.`,
    { extra: { file: file.name, question: 'columns', line: 1 } },
  );
}

function dialectOf(csv: CsvChoice, bom: boolean): CsvDialect {
  return {
    delimiter: csv.delimiter,
    quote: csv.quote,
    escape: csv.escape,
    bom,
    skipLines: csv.header ? csv.headerLine - 1 : csv.skipRows,
    headerRecords: csv.header ? csv.headerRows : 0,
  };
}
