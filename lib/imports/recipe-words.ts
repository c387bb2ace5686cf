import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { Recipe } from './recipe';
import type { ColumnChoice, CsvChoice, Encoding } from './row-choices';
import { ruleWords } from './rule-words';

export type RecipeFact = { what: string; how: string };

const ENCODINGS: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'Latin-1',
};
const DELIMITERS: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** What a recipe says about the dataset and the file as a whole, and about each column; always in the same order. */
export function recipeFacts(recipe: Recipe): { general: RecipeFact[]; columns: RecipeFact[] } {
  const { mode, key, nullKeys, blankCells, newColumns, checks, format } = recipe;
  const general: Array<[what: string, how: string | undefined]> = [
    ['Mode', mode],
    ['Key', key?.join(' + ')],
    ['Empty key', key && (nullKeys === 'skip' ? 'skip the record' : 'reject the record')],
    [
      'Empty cell',
      mode === 'upsert' ? (blankCells === 'keep' ? 'keep the old value' : 'set null') : undefined,
    ],
    ['New columns', newColumns && { add: 'add', ignore: 'leave out', stop: 'stop the import' }[newColumns]],
    ['Bad records', badRecords(recipe)],
    ...(format.csv ? csvFacts(format.csv) : []),
    ['Records in', format.json?.path],
    ['Encoding', format.encoding && ENCODINGS[format.encoding]],
    ...(checks ?? []).map(({ column, ...rules }): [string, string] => [
      `Check of ${column}`,
      ruleWords(rules),
    ]),
  ];
  return {
    general: general.flatMap(([what, how]) => (how === undefined || how === '' ? [] : [{ what, how }])),
    columns: (format.columns ?? []).map((column) => ({ what: column.name, how: columnWords(column) })),
  };
}

/** The same in one sentence, without its end. */
export function recipeSummary(recipe: Recipe): string {
  const { mode, key, format } = recipe;
  const columns = format.columns ?? [];
  const out = columns.filter((column) => column.as === null).length;
  const types = `${countOf(columns.length, 'column')} with their types${out === 0 ? '' : `, ${out} left out`}`;
  return `${mode}${key ? ` by ${key.join(' + ')}` : ''}; bad records: ${badRecords(recipe)}; ${types}`;
}

function badRecords({ onBadRecord, maxRejects, maxRejectPercent }: Recipe): string {
  if (onBadRecord === 'stop') return 'stop at the first';
  return `keep good ones up to ${formatCount(maxRejects)} or ${maxRejectPercent} %`;
}

function csvFacts(csv: CsvChoice): Array<[string, string | undefined]> {
  const { delimiter, quote, escape: escaped, header, headerLine, headerRows, skipRows } = csv;
  const rows = headerRows > 1 ? `${headerRows} rows from line ${headerLine}` : `line ${headerLine}`;
  return [
    ['Delimiter', DELIMITERS[delimiter] ?? delimiter],
    ['Quote', quote === '' ? 'none' : escaped === quote ? quote : `${quote} after ${escaped || 'nothing'}`],
    ['Header', header ? rows : `none${skipRows > 0 ? `, ${skipRows} lines left out` : ''}`],
    ['Decimal mark', csv.decimalMark === ',' ? 'comma' : 'point'],
    ['Thousands', { '': undefined, ',': 'comma', '.': 'point', ' ': 'blank' }[csv.thousands]],
    ['Means null', csv.nullTexts.join(', ')],
  ];
}

function columnWords({ name, as, type, dateOrder, ...rules }: ColumnChoice): string {
  if (as === null) return 'left out';
  const order = { ymd: '', dmy: ', day first', mdy: ', month first' }[dateOrder ?? 'ymd'];
  const more = ruleWords(rules);
  return `${type}${order}${as === name ? '' : ` as ${as}`}${more === '' ? '' : `, ${more}`}`;
}

export type RecipeChange = { what: string; before: string | null; after: string | null };

/** What differs between two versions of a recipe; empty when they say the same. */
export function recipeChanges(before: Recipe, after: Recipe): RecipeChange[] {
  const [was, is] = [byName(before), byName(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
    const change = { what, before: was.get(what) ?? null, after: is.get(what) ?? null };
    return change.before === change.after ? [] : [change];
  });
}

function byName(recipe: Recipe): Map<string, string> {
  const { general, columns } = recipeFacts(recipe);
  const named = columns.map(({ what, how }) => ({ what: `Column ${what}`, how }));
  return new Map([...general, ...named].map(({ what, how }) => [what, how]));
}
