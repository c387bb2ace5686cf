import { formatCount } from '@/lib/format-text/format-count';
import type { CoverageItem, CoverageSort, SourceCoverage } from '@/lib/lineage/contract';

type Numbers = Omit<
  SourceCoverage,
  'source' | 'objects' | 'withDiagnostics' | 'withUnread' | 'withoutText' | 'declares' | 'queryLog'
>;

export type CoverageColumn = {
  sort: CoverageSort;
  head: string;
  /** What is counted, for the tooltip. */
  meaning: string;
  /** A number above 0 is something to look at. */
  isDoubt: boolean;
  value: (numbers: Numbers) => number;
};

const column = (
  sort: CoverageSort,
  head: string,
  meaning: string,
  value: CoverageColumn['value'],
  isDoubt = false,
): CoverageColumn => ({ sort, head, meaning, isDoubt, value });

/** The numbers of a source and of a definition, in the order in which people read them. */
export const COVERAGE_COLUMNS: readonly CoverageColumn[] = [
  column('statements', 'Statements', 'All statements of the definition', (it) => it.statements),
  column('parsed', 'Parsed', 'Read as written', (it) => it.parsed),
  column('repaired', 'Repaired', 'Read after rewrites', (it) => it.repaired),
  column('scanned', 'Scanned only', 'At most its tables are known', (it) => it.scanned, true),
  column('dynamic', 'Dynamic', 'Runs text that is made at run time', (it) => it.dynamic),
  column('unread', 'Not read', 'Statements of which something is unknown', (it) => it.unread, true),
  column('omitted', 'Parts left out', 'Parts of statements that were not read', (it) => it.omitted, true),
  column('unresolved', 'Unresolved', 'Names that were not found', (it) => it.unresolved, true),
  column('ambiguous', 'Ambiguous', 'Columns that may be of several tables', (it) => it.ambiguous, true),
  column(
    'disagreements',
    'Readings differ',
    'Statements in which the parser and the word scan saw different tables',
    (it) => it.disagreements,
    true,
  ),
  column(
    'declaredOnly',
    'Declared only',
    'Edges that the list of dependencies says and the SQL does not',
    (it) => it.edges['declared-only'] ?? 0,
    true,
  ),
  column(
    'parsedOnly',
    'Parsed only',
    'Edges that the SQL says and no list of dependencies does',
    (it) => it.edges['parsed-only'] ?? 0,
  ),
];

/** The numbers of a definition that are not 0, in one line for narrow screens: "5 statements, 4 parsed, 1 dynamic". */
export function numbersInWords(item: CoverageItem): string {
  return COVERAGE_COLUMNS.filter(({ value }) => value(item) > 0)
    .map(({ head, value }) => `${formatCount(value(item))} ${head.toLowerCase()}`)
    .join(', ');
}
