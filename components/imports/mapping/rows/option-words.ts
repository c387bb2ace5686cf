import type { CsvChoice, Encoding } from '@/lib/imports/row-choices';

type Option = { value: string; label: string };

const DELIMITERS: readonly Option[] = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Pipe' },
  { value: ' ', label: 'Space' },
  { value: ':', label: 'Colon' },
  { value: '^', label: 'Caret ^' },
  { value: '~', label: 'Tilde ~' },
  { value: '\x1f', label: 'None' },
];

/** The delimiters to choose from; an unusual one that was found is among them. */
export function delimiterOptions(found: string): readonly Option[] {
  const isKnown = DELIMITERS.some((it) => it.value === found);
  return isKnown ? DELIMITERS : [{ value: found, label: found }, ...DELIMITERS];
}

export const QUOTES: ReadonlyArray<Option & { csv: Partial<CsvChoice> }> = [
  { value: '"', label: 'Double "', csv: { quote: '"', escape: '"' } },
  { value: "'", label: "Single '", csv: { quote: "'", escape: "'" } },
  { value: '"\\', label: 'Double ", escaped \\"', csv: { quote: '"', escape: '\\' } },
  { value: '', label: 'None', csv: { quote: '', escape: '' } },
];

export const ENCODINGS: ReadonlyArray<{ value: Encoding; label: string }> = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
  { value: 'windows-1252', label: 'Windows-1252' },
  { value: 'iso-8859-1', label: 'Latin-1' },
];

export const DECIMALS: ReadonlyArray<Option & { csv: Pick<CsvChoice, 'decimalMark' | 'thousands'> }> = [
  { value: '.', label: 'Point', csv: { decimalMark: '.', thousands: '' } },
  { value: '.,', label: 'Point, 1,234.5', csv: { decimalMark: '.', thousands: ',' } },
  { value: ',', label: 'Comma', csv: { decimalMark: ',', thousands: '' } },
  { value: ',.', label: 'Comma, 1.234,5', csv: { decimalMark: ',', thousands: '.' } },
  { value: ', ', label: 'Comma, 1 234,5', csv: { decimalMark: ',', thousands: ' ' } },
];

/** The decimal mark and what stands between thousands, as one choice. */
export function decimalOf({ decimalMark, thousands }: CsvChoice): string {
  return `${decimalMark}${thousands}`;
}

const HEADERS_SHOWN = 10;

/** Which line the header is, as one choice. */
export function headerOf({ header, headerLine, headerRows, skipRows }: CsvChoice): string {
  return header ? `${headerLine}+${headerRows}` : `none+${skipRows}`;
}

/** Lines that may be the header; the found one is among them, wherever it is. */
export function headerOptions(csv: CsvChoice): Option[] {
  const lines = new Set(Array.from({ length: HEADERS_SHOWN }, (_, index) => index + 1));
  if (csv.header) lines.add(csv.headerLine);
  const options = [...lines]
    .sort((a, b) => a - b)
    .map((line) => ({ value: `${line}+1`, label: `Row ${line}` }));
  const two = { value: `${csv.headerLine}+2`, label: `Rows ${csv.headerLine}, ${csv.headerLine + 1}` };
  const none = { value: `none+${csv.header ? 0 : csv.skipRows}`, label: 'None' };
  const found = headerOf(csv);
  const all = [...options, two, none];
  return all.some((it) => it.value === found)
    ? all
    : [{ value: found, label: `${csv.headerRows} rows` }, ...all];
}

/** Back from the one choice to the parts of the dialect. */
export function headerToCsv(value: string): Partial<CsvChoice> {
  const [line = '1', rows = '1'] = value.split('+');
  if (line === 'none') return { header: false, headerLine: 1, headerRows: 1, skipRows: Number(rows) };
  return { header: true, headerLine: Number(line), headerRows: Number(rows), skipRows: 0 };
}

const SEPARATOR = ' | ';
const NULLS = ['', 'NULL', 'N/A', 'n/a', '\\N', '-', 'NA'];

/** The texts that mean null, as one choice; empty cells always do. */
export function nullsOf({ nullTexts }: CsvChoice): string {
  return nullTexts.join(SEPARATOR);
}

/** Texts that often mean null, and those that were chosen. */
export function nullOptions(csv: CsvChoice): Option[] {
  const found = nullsOf(csv);
  const values = NULLS.includes(found) ? NULLS : [...NULLS, found];
  return values.map((value) => ({ value, label: value === '' ? 'null' : `null, and ${value}` }));
}

export function nullsToTexts(value: string): string[] {
  return value === '' ? [] : value.split(SEPARATOR);
}
