import type { CoverageShow, CoverageSort, Verdict } from '../contract';
import { declaringSources } from '../graph/declaring-sources';
import { at, type LineageGraph } from '../graph/graph';
import type { VerdictTable } from './count-verdicts';
import { type DefinitionReading, isDoubtful, isUnread, statementsOf, unreadOf } from './definition-reading';

export type ReadingFilter = {
  source?: string | undefined;
  object?: number | undefined;
  /** Part of `schema.name`, in any case. */
  q?: string | undefined;
  show: CoverageShow;
  sort: CoverageSort;
  /** Undefined: names from A, numbers from the largest. */
  order?: 'asc' | 'desc' | undefined;
};

/** The readings that a filter asks for in its order, and how many there are of each kind whatever `show` asks for. */
export function chooseReadings(
  graph: LineageGraph,
  readings: readonly DefinitionReading[],
  verdicts: VerdictTable,
  filter: ReadingFilter,
): { chosen: DefinitionReading[]; counts: Record<CoverageShow, number> } {
  const q = filter.q?.trim().toLowerCase() ?? '';
  const found = readings.filter(
    ({ source, object }) =>
      (filter.source === undefined || source === filter.source) &&
      (filter.object === undefined || object === filter.object) &&
      `${at(graph.schemas, object).toLowerCase()}.${at(graph.lowerNames, object)}`.includes(q),
  );
  const edgesOf = (reading: DefinitionReading, verdict: Verdict) =>
    verdicts.ofObject(reading.source, reading.object)[verdict] ?? 0;
  const declaring = new Set(declaringSources(graph));
  // What only one side says is a disagreement only where the other side is there at all.
  const disagrees = (reading: DefinitionReading) =>
    reading.disagreements > 0 ||
    (reading.definition === 'read' && edgesOf(reading, 'declared-only') > 0) ||
    (declaring.has(reading.source) && edgesOf(reading, 'parsed-only') > 0);
  const tests: Record<CoverageShow, (reading: DefinitionReading) => boolean> = {
    all: () => true,
    unread: isUnread,
    doubt: isDoubtful,
    disagree: disagrees,
  };
  const counts = { all: 0, unread: 0, doubt: 0, disagree: 0 };
  for (const reading of found) {
    for (const show of SHOWS) if (tests[show](reading)) counts[show] += 1;
  }
  const chosen = found.filter(tests[filter.show]).sort(byOrder(filter, edgesOf));
  return { chosen, counts };
}

const SHOWS = ['all', 'unread', 'doubt', 'disagree'] as const satisfies readonly CoverageShow[];

type Edges = (reading: DefinitionReading, verdict: Verdict) => number;

const VALUES: Record<
  Exclude<CoverageSort, 'name' | 'told'>,
  (reading: DefinitionReading, edges: Edges) => number
> = {
  statements: statementsOf,
  parsed: ({ parsed }) => parsed,
  repaired: ({ repaired }) => repaired,
  scanned: ({ scanned }) => scanned,
  dynamic: ({ dynamic }) => dynamic,
  unread: unreadOf,
  omitted: ({ omitted }) => omitted,
  unresolved: ({ unresolved }) => unresolved,
  ambiguous: ({ ambiguous }) => ambiguous,
  disagreements: ({ disagreements }) => disagreements,
  declaredOnly: (reading, edges) => edges(reading, 'declared-only'),
  parsedOnly: (reading, edges) => edges(reading, 'parsed-only'),
};

/** Total: ties are in the order of the graph (database, schema, name), then by source. */
function byOrder(
  { sort, order }: ReadingFilter,
  edges: Edges,
): (a: DefinitionReading, b: DefinitionReading) => number {
  const byName = (a: DefinitionReading, b: DefinitionReading) =>
    a.object - b.object || compareText(a.source, b.source);
  if (sort === 'name') return order === 'desc' ? (a, b) => byName(b, a) : byName;
  const largest = order === 'asc' ? -1 : 1;
  if (sort === 'told') {
    return (a, b) =>
      largest * (Number(isUnread(b)) - Number(isUnread(a))) || largest * (b.told - a.told) || byName(a, b);
  }
  const value = VALUES[sort];
  return (a, b) => largest * (value(b, edges) - value(a, edges)) || byName(a, b);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
