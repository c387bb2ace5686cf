import type { BodyStatement } from '../ir/body';
import { isQuery } from '../ir/is-query';
import { named } from '../ir/named';
import type { Relation } from '../resolve/relation';
import { resolveRelation } from '../resolve/resolve-relation';
import { assignVariable } from './assign-variable';
import type { Binder } from './binder';
import { boundColumn, type Rows } from './bound-source';
import type { ObjectContext } from './object-context';
import { innerScope } from './scope';
import { writeRows } from './write-rows';

const nobody: Rows = { columns: [], open: [] };

/** EXEC and INSERT ... EXEC: the call, and the columns of its result into the target by position. */
export function bindCall(binder: Binder, statement: BodyStatement, context: ObjectContext): Rows {
  const procedure = calledProcedure(binder, statement, context);
  if (procedure !== null) {
    binder.frame.touch('calls', procedure, statement.call?.at);
    bindShared(binder, procedure, statement);
  }
  if (statement.kind !== 'insert-execute' || statement.target === null) return nobody;
  const target = {
    name: named(statement.target, statement.targetAt),
    columns: statement.columns,
    makes: false,
    temporary: false,
  };
  const told = (statement.dynamic?.statements ?? []).flatMap(({ tree }) =>
    tree !== null && isQuery(tree) ? [binder.query(tree, innerScope(null))] : [],
  );
  for (const rows of told) writeRows(binder, target, rows);
  const results = procedure === null ? [] : context.resultsOf(procedure);
  if (results.length + told.length === 0) writeRows(binder, target, nobody);
  for (const names of results) {
    const columns = names.map((column) =>
      boundColumn(null, procedure === null ? [] : [{ relation: procedure, column, kind: 'direct' }]),
    );
    writeRows(binder, target, { columns, open: [] });
  }
  return nobody;
}

/** What caller and procedure share: variables that its OUTPUT parameters fill, and temporary tables of the caller that it uses. */
function bindShared(binder: Binder, procedure: Relation, { call }: BodyStatement): void {
  const { frame, locals } = binder;
  const { parameters, borrows } = procedure.signature ?? { parameters: [], borrows: [] };
  for (const { variable, parameter, place } of call?.outputs ?? []) {
    const column = parameter ?? parameters[place]?.name;
    if (column !== undefined)
      assignVariable(binder, variable, [{ relation: procedure, column, kind: 'direct' }]);
  }
  for (const { name, changes } of borrows) {
    const own = locals.madeTable(name);
    for (const column of own?.columns ?? []) {
      if (own === null) continue;
      frame.link({ relation: own, column, kind: 'direct' }, procedure, `${name}.${column}`);
      if (changes)
        frame.link({ relation: procedure, column: `${name}.${column}`, kind: 'direct' }, own, column);
    }
  }
}

function calledProcedure(binder: Binder, { call }: BodyStatement, context: ObjectContext): Relation | null {
  if (call === null || call.name === null || call.dynamic) return null;
  const relation = resolveRelation({ parts: call.name }, context.home, context.catalog);
  if (relation.kind === 'system') return null;
  if (relation.kind === 'unresolved') {
    binder.frame.report('unresolved-name', `The catalogue has no procedure ${call.name.join('.')}.`, {
      parts: call.name,
    });
  }
  return relation;
}
