import type { Access, ColumnLink, ColumnPoint } from '../bind/frame';
import { diagnosticSeverity } from '../diagnostic';
import { collapseLocals } from '../model/collapse-locals';
import type { ObjectEdge, ObjectFacts } from '../model/object-facts';
import type { Relation } from '../resolve/relation';
import type { Range, Span } from '../span';

/** The lineage of one definition as the command line prints it. `spanOf` turns ranges of its text into spans of its file. */
export function describeFacts(facts: ObjectFacts, spanOf: (range: Range) => Span) {
  const edges = [...facts.edges, ...facts.statements.flatMap((it) => it.edges)];
  const columnEdges = distinct(collapseLocals(facts).map(describeLink));
  return {
    name: relationText(facts.object),
    type: facts.type,
    ...describeEdges(edges),
    columns: describeColumns(facts, columnEdges),
    columnEdges,
    statements: facts.statements.map((it) => ({
      kind: it.kind,
      span: spanOf(it.range),
      outcome: it.outcome,
      repairs: it.repairs,
      confidence: Math.min(1, ...it.edges.map(({ confidence }) => confidence)),
      ...describeEdges(it.edges),
      names: it.edges.flatMap(({ access, relation, at }) =>
        at === undefined ? [] : [{ access, object: relationText(relation), span: spanOf(at) }],
      ),
      columnEdges: it.columnEdges.map((edge) => ({ ...describeLink(edge), at: (edge.at ?? []).map(spanOf) })),
    })),
    diagnostics: facts.diagnostics.map(({ code, message, range }) => ({
      severity: diagnosticSeverity[code],
      code,
      message,
      span: spanOf(range),
    })),
  };
}

/** `[server.][database.]schema.name` without quotes. */
export function relationText({ server, database, schema, name }: Relation): string {
  return [server, database, schema, name].filter((part) => part !== null).join('.');
}

function describeEdges(edges: readonly ObjectEdge[]) {
  const named = (...accesses: Access[]) => [
    ...new Set(
      edges.filter(({ access }) => accesses.includes(access)).map(({ relation }) => relationText(relation)),
    ),
  ];
  return {
    reads: named('reads'),
    writes: named('writes', 'deletes', 'truncates'),
    deletes: named('deletes'),
    truncates: named('truncates'),
    calls: named('calls'),
    references: named('references'),
  };
}

function describeLink({ from, to, kind }: Pick<ColumnLink, 'from' | 'to' | 'kind'>) {
  return { from: describePoint(from), to: describePoint(to), kind };
}

function describePoint({ relation, column }: ColumnPoint) {
  return { object: relationText(relation), column };
}

type DescribedLink = ReturnType<typeof describeLink>;

function distinct(links: readonly DescribedLink[]): DescribedLink[] {
  return [...new Map(links.map((link) => [JSON.stringify(link), link])).values()];
}

/** The columns the object gives, each with what it comes from. */
function describeColumns({ object, results }: ObjectFacts, edges: readonly DescribedLink[]) {
  const own = relationText(object);
  const names = new Map(results.flat().map((name) => [name.toLowerCase(), name]));
  return [...names.values()].map((name) => ({
    name,
    sources: edges
      .filter(({ to }) => to.object === own && to.column?.toLowerCase() === name.toLowerCase())
      .map(({ from, kind }) => ({ ...from, kind })),
  }));
}
