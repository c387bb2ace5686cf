import { bindStatement } from '../bind/bind-statement';
import { relationColumns } from '../bind/bound-source';
import { type FrameFacts, openFrame } from '../bind/frame';
import { openLocals } from '../bind/locals';
import type { ObjectContext } from '../bind/object-context';
import { openBinder } from '../bind/open-binder';
import { linkRows } from '../bind/write-rows';
import type { Diagnostic } from '../diagnostic';
import type { BodyStatement } from '../ir/body';
import type { SqlObject } from '../sql-object';
import { confidenceOf } from './confidence';
import { withoutIdleVariables } from './idle-variables';
import type { Method, ObjectEdge, ObjectFacts, StatementFacts } from './object-facts';

/** The lineage of one definition, its names resolved against the catalogue. */
export function extractObject(object: SqlObject, given: Omit<ObjectContext, 'locals'>): ObjectFacts {
  const context: ObjectContext = { ...given, locals: openLocals(object.dialect === 'tsql') };
  const { body, self } = context;
  const returned = body.returns?.variable ?? null;
  if (returned !== null) context.locals.makeTable(returned, body.returns?.columns ?? []);
  const statements: StatementFacts[] = [];
  const results: (readonly string[])[] = [];
  const diagnostics: Diagnostic[] = [...body.diagnostics];
  for (const statement of body.statements) {
    const { facts, rows } = bindStatement(statement, context);
    diagnostics.push(...problemsOf(statement, facts));
    statements.push(statementFacts(statement, facts, confidenceOf(statement, facts)));
    if (rows.columns.length > 0) results.push(rows.columns.map(({ name }) => name ?? ''));
  }
  if (returned !== null) {
    statements.push(...returnedTable(context, returned));
    results.push(body.returns?.columns ?? []);
  }
  return {
    object: self,
    type: object.type,
    statements: withoutIdleVariables(statements),
    edges: triggerEdge(context, statements),
    results,
    diagnostics,
  };
}

const methods: { readonly [outcome in BodyStatement['outcome']]: Method } = {
  parsed: 'parsed',
  repaired: 'parsed',
  scanned: 'scanned',
  dynamic: 'folded',
};

function statementFacts(statement: BodyStatement, facts: FrameFacts, confidence: number): StatementFacts {
  const { kind, range, outcome, repairs } = statement;
  const how = { method: methods[outcome], confidence, range };
  return {
    kind,
    range,
    outcome,
    repairs,
    edges: facts.accesses.map((it) => ({ ...it, ...how })),
    columnEdges: facts.links.map((it) => ({ ...it, ...how })),
  };
}

/** A problem is shown at the name it is about, where the scanner met that name; else at the statement. */
function problemsOf({ scan, range }: BodyStatement, { problems }: FrameFacts): Diagnostic[] {
  const met = [...scan.reads, ...scan.writes, ...scan.calls];
  return problems.map(({ code, message, name }) => {
    const at = met.find((it) => name !== null && it.name.join('.') === name.parts.join('.'));
    return { code, message, range: at?.range ?? range };
  });
}

/** `RETURNS @t TABLE`: what was put into the variable is what the function gives, at its last statement. */
function returnedTable(context: ObjectContext, variable: string): StatementFacts[] {
  const frame = openFrame();
  const relation = context.locals.table(variable);
  const last = context.body.statements.at(-1);
  if (relation === null || last === undefined) return [];
  const columns = relationColumns(relation) ?? [];
  const names = columns.map(({ name }) => name);
  linkRows(openBinder(context, frame), context.self, names, { columns, open: [] });
  return [
    statementFacts({ ...last, kind: 'return-query', outcome: 'parsed', repairs: [] }, frame.facts, 0.95),
  ];
}

/** A trigger hangs on its table, also when it does not look at the rows. */
function triggerEdge(context: ObjectContext, statements: readonly StatementFacts[]): ObjectEdge[] {
  const { on } = context.body;
  if (on === null) return [];
  const relation = openBinder(context, openFrame()).relation({ parts: on });
  const touched = statements.some(({ edges }) => edges.some((it) => it.relation.key === relation.key));
  const range = { start: 0, end: 0 };
  return touched ? [] : [{ access: 'references', relation, method: 'parsed', confidence: 0.95, range }];
}
