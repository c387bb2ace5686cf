import type { BodyStatement } from '../ir/body';
import { isQuery } from '../ir/is-query';
import type { Relation } from '../resolve/relation';
import { resolveRelation } from '../resolve/resolve-relation';
import type { Binder } from './binder';
import { boundColumn, type Rows } from './bound-source';
import type { ObjectContext } from './object-context';
import { innerScope } from './scope';
import { writeRows } from './write-rows';

const nobody: Rows = { columns: [], open: [] };

/** EXEC and INSERT ... EXEC: the call, and the columns of its result into the target by position. */
export function bindCall(binder: Binder, statement: BodyStatement, context: ObjectContext): Rows {
  const procedure = calledProcedure(binder, statement, context);
  if (procedure !== null) binder.frame.touch('calls', procedure);
  if (statement.kind !== 'insert-execute' || statement.target === null) return nobody;
  const target = {
    name: { parts: statement.target },
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
