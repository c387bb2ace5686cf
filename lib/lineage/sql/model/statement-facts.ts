import type { ColumnPoint, FrameFacts, Touch } from '../bind/frame';
import type { Diagnostic } from '../diagnostic';
import type { BodyStatement } from '../ir/body';
import type { Relation } from '../resolve/relation';
import type { Range } from '../span';
import { confidenceOf, foldedConfidence } from './confidence';
import type { ColumnEdge, Method, ObjectEdge, StatementFacts } from './object-facts';

const methods: { readonly [outcome in BodyStatement['outcome']]: Method } = {
  parsed: 'parsed',
  repaired: 'parsed',
  scanned: 'scanned',
  dynamic: 'folded',
};

/** The facts of a statement and of the text it makes at run time. What has an unknown part in its name is nobody. */
export function statementFacts(statement: BodyStatement, all: readonly FrameFacts[]): StatementFacts {
  const { kind, range, outcome, repairs } = statement;
  const edges: ObjectEdge[] = [];
  const columnEdges: ColumnEdge[] = [];
  all.forEach((facts, at) => {
    const folded = at > 0 || (kind === 'insert-execute' && statement.dynamic !== null);
    const confidence = folded
      ? foldedConfidence(statement.dynamic?.holes === true)
      : confidenceOf(statement, facts);
    const how = { method: folded ? ('folded' as const) : methods[outcome], confidence, range };
    for (const { at, ...it } of facts.accesses) {
      if (isUnknown(it.relation)) continue;
      const place = folded ? undefined : (at ?? scannedAt(statement, it));
      edges.push({ ...it, ...how, ...(place === undefined ? {} : { at: place }) });
    }
    for (const { at, entry, ...it } of facts.links) {
      if (isUnknownPoint(it.from) || isUnknownPoint(it.to)) continue;
      const places = folded ? [] : [at, entry].filter((place) => place !== undefined);
      columnEdges.push({ ...it, ...how, ...(places.length === 0 ? {} : { at: places }) });
    }
  });
  return { kind, range, outcome, repairs, edges, columnEdges };
}

/** Where the token scanner met the name, when one name of its kind in the statement can only mean this object. */
function scannedAt({ scan }: BodyStatement, { access, relation }: Touch): Range | undefined {
  const met =
    access === 'calls' ? scan.calls : access === 'reads' ? [...scan.reads, ...scan.calls] : scan.writes;
  const own = [relation.name, relation.schema, relation.database].map((part) => part?.toLowerCase());
  const alike = met.filter(({ name }) => name.at(-1)?.toLowerCase() === own[0]);
  const [first, ...more] = alike;
  const fits = first?.name.toReversed().every((part, at) => part === '' || part.toLowerCase() === own[at]);
  const isOne = more.every(({ name }) => name.join('.') === first?.name.join('.'));
  return fits === true && isOne ? first?.range : undefined;
}

const hole = '__hole__';

function isUnknown({ server, database, schema, name }: Relation): boolean {
  return [server, database, schema, name].some((part) => part?.includes(hole) === true);
}

function isUnknownPoint({ relation, column }: ColumnPoint): boolean {
  return isUnknown(relation) || column?.includes(hole) === true;
}

/** A problem is shown at the name it is about, where the scanner met that name; else at the statement. */
export function problemsOf({ scan, range }: BodyStatement, { problems }: FrameFacts): Diagnostic[] {
  const met = [...scan.reads, ...scan.writes, ...scan.calls];
  return problems.flatMap(({ code, message, name }) => {
    if (message.includes(hole)) return [];
    const at = met.find((it) => name !== null && it.name.join('.') === name.parts.join('.'));
    return [{ code, message, range: at?.range ?? range }];
  });
}
