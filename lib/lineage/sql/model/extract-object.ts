import { bindStatement } from '../bind/bind-statement';
import { relationColumns } from '../bind/bound-source';
import { openFrame } from '../bind/frame';
import { openLocals } from '../bind/locals';
import type { ObjectContext } from '../bind/object-context';
import { openBinder } from '../bind/open-binder';
import { linkRows } from '../bind/write-rows';
import type { Diagnostic } from '../diagnostic';
import type { BodyStatement } from '../ir/body';
import type { Home } from '../resolve/resolve-relation';
import { followUses } from '../split/used-place';
import type { SqlObject } from '../sql-object';
import { hintEdges } from './hint-edges';
import { withoutIdleVariables } from './idle-variables';
import type { ColumnEdge, ObjectEdge, ObjectFacts, StatementFacts } from './object-facts';
import { problemsOf, statementFacts } from './statement-facts';
import { usesOf } from './uses-of';

/** The lineage of one definition, its names resolved against the catalogue. */
export function extractObject(
  object: SqlObject,
  given: Omit<ObjectContext, 'locals' | 'plainVariables'>,
): ObjectFacts {
  const tsql = object.dialect === 'tsql';
  const plainVariables = !tsql && object.type !== 'view' && object.type !== 'script';
  const uses = followUses(usesOf(given.body), object.database);
  let context: ObjectContext = { ...given, locals: openLocals(tsql), plainVariables };
  const { body, self } = context;
  const returned = body.returns?.variable ?? null;
  if (returned !== null) context.locals.makeTable(returned, body.returns?.columns ?? []);
  const statements: StatementFacts[] = [];
  const results: (readonly string[])[] = [];
  const diagnostics: Diagnostic[] = [...body.diagnostics];
  for (const statement of body.statements) {
    if (statement.use !== undefined && object.type === 'script') {
      uses.moveTo(statement.use);
      context = { ...context, home: homeAt(given.home, uses) };
    }
    const own = bindStatement(statement, context);
    const made = statement.kind === 'insert-execute' ? [] : (statement.dynamic?.statements ?? []);
    const bound = [own, ...made.map((inner) => bindStatement(intoRecord(inner, statement), context))];
    statements.push(
      statementFacts(
        statement,
        bound.map(({ facts }) => facts),
      ),
    );
    diagnostics.push(...bound.flatMap(({ facts }) => problemsOf(statement, facts)));
    for (const { rows } of bound) {
      if (rows.columns.length > 0) results.push(rows.columns.map(({ name }) => name ?? ''));
    }
  }
  if (returned !== null) {
    statements.push(...returnedTable(context, returned));
    results.push(body.returns?.columns ?? []);
  }
  const end = statements.pop();
  if (end !== undefined)
    statements.push({ ...end, columnEdges: [...end.columnEdges, ...givenBack(context)] });
  const hinted = hintEdges(context);
  return {
    object: self,
    type: object.type,
    statements: withoutIdleVariables(statements),
    edges: [...triggerEdge(context, statements), ...hinted.edges],
    results,
    diagnostics: [...diagnostics, ...hinted.diagnostics],
    borrows: self.signature?.borrows.map(({ name }) => name) ?? [],
  };
}

/** Names that say less are completed from where the script has gone. */
function homeAt(home: Home, { place: { database, schema }, own }: ReturnType<typeof followUses>): Home {
  const moved = { ...home, database: database ?? home.database, schema: schema ?? home.schema };
  return own === null ? moved : { ...moved, own: { name: own, database: home.database } };
}

/** The rows of text that is run for a record or a cursor go into that, not to the caller. */
function intoRecord(inner: BodyStatement, { cursor }: BodyStatement): BodyStatement {
  return cursor === null || inner.kind !== 'select' ? inner : { ...inner, kind: 'cursor', cursor };
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
  const kind = 'return-query';
  return [statementFacts({ ...last, kind, outcome: 'parsed', repairs: [], dynamic: null }, [frame.facts])];
}

/** What is in the OUTPUT parameters when the last statement is done goes back to the caller. */
function givenBack(context: ObjectContext): readonly ColumnEdge[] {
  const frame = openFrame();
  for (const { name } of context.body.parameters.filter(({ output }) => output)) {
    const relation = context.locals.variable(name);
    frame.link({ relation, column: name, kind: 'direct' }, context.self, name);
  }
  const last = context.body.statements.at(-1);
  if (last === undefined) return [];
  return statementFacts({ ...last, outcome: 'parsed', dynamic: null }, [frame.facts]).columnEdges;
}

/** A trigger hangs on its table, also when it does not look at the rows. */
function triggerEdge(context: ObjectContext, statements: readonly StatementFacts[]): ObjectEdge[] {
  const { on } = context.body;
  if (on === null) return [];
  const relation = openBinder(context, openFrame()).relation({ parts: on.name });
  const touched = statements.some(({ edges }) => edges.some((it) => it.relation.key === relation.key));
  return touched
    ? []
    : [{ access: 'references', relation, method: 'parsed', confidence: 0.95, range: on.range }];
}
