import type { ColumnPoint, FrameFacts } from '../bind/frame';
import type { Diagnostic } from '../diagnostic';
import type { BodyStatement } from '../ir/body';
import type { Relation } from '../resolve/relation';
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
    for (const it of facts.accesses) if (!isUnknown(it.relation)) edges.push({ ...it, ...how });
    for (const it of facts.links) {
      if (!isUnknownPoint(it.from) && !isUnknownPoint(it.to)) columnEdges.push({ ...it, ...how });
    }
  });
  return { kind, range, outcome, repairs, edges, columnEdges };
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
