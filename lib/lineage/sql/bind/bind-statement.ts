import type { BodyStatement } from '../ir/body';
import type { Change, Name, Query } from '../ir/ir';
import { isQuery } from '../ir/is-query';
import { named } from '../ir/named';
import { assignVariable } from './assign-variable';
import { bindCall } from './bind-call';
import { bindScanned } from './bind-scanned';
import type { Binder } from './binder';
import type { Rows } from './bound-source';
import { checkScan } from './check-scan';
import { copyRows } from './copy-rows';
import { type FrameFacts, openFrame } from './frame';
import type { ObjectContext } from './object-context';
import { openBinder } from './open-binder';
import { innerScope } from './scope';
import { linkRows, writeRows } from './write-rows';

const nobody: Rows = { columns: [], open: [] };

/** Binds one statement: its facts, and the rows it gives to the caller of its definition. */
export function bindStatement(
  statement: BodyStatement,
  context: ObjectContext,
): { facts: FrameFacts; rows: Rows } {
  context.locals.enter(statement.path);
  const frame = openFrame();
  const binder = openBinder(context, frame);
  const { tree } = statement;
  const rows =
    tree === null ? bindTokens(binder, statement, context) : bindTree(binder, statement, tree, context);
  if (tree !== null) checkScan(binder, statement, context);
  return { facts: frame.facts, rows };
}

function bindTree(
  binder: Binder,
  statement: BodyStatement,
  tree: Query | Change,
  context: ObjectContext,
): Rows {
  const scope = innerScope(null);
  if (!isQuery(tree)) return withRows(binder, binder.change(tree, scope), context);
  const [into, query] = withoutInto(tree);
  const rows = binder.query(query, scope);
  if (into !== null && !into.parts[0]?.startsWith('@')) {
    writeRows(binder, { name: into, columns: [], makes: true, temporary: false }, rows);
    return nobody;
  }
  if (context.plainVariables && statement.into.length > 0) {
    statement.into.forEach((variable, at) => {
      assignVariable(binder, variable, rows.columns[at]?.flows ?? []);
    });
    return nobody;
  }
  // What PERFORM gives back is nobody's.
  if (statement.kind === 'assign' && context.home.dialect !== 'tsql') return nobody;
  if (statement.kind === 'condition') {
    for (const { flows } of rows.columns) binder.frame.influence(flows, 'filter');
    binder.frame.linkInfluences(context.self);
    return nobody;
  }
  if (statement.kind === 'cursor' && statement.cursor !== null) {
    const names = rows.columns.map(({ name }, at) => name ?? `column${at + 1}`);
    linkRows(binder, binder.locals.makeTable(statement.cursor, names), names, rows);
    return nobody;
  }
  return withRows(binder, rows, context);
}

/** The only column of a scalar function. */
const RETURNED = 'column1';

/** Rows for the caller are the definition's own columns. */
function withRows(binder: Binder, rows: Rows, { self, body }: ObjectContext): Rows {
  if (rows.columns.length === 0 && rows.open.length === 0) return nobody;
  const listed = body.scalar ? [RETURNED] : (body.returns?.columns ?? body.columns);
  const known = listed.length > 0 ? listed : (self.columns ?? []);
  const named = known.length === rows.columns.length && rows.open.length === 0;
  const columns = rows.columns.map((column, at) => {
    const own = named && (listed.length > 0 || column.name === null) ? known[at] : column.name;
    return { ...column, name: own ?? `column${at + 1}` };
  });
  linkRows(
    binder,
    self,
    columns.map(({ name }) => name),
    { columns, open: rows.open },
  );
  return { columns, open: rows.open };
}

/** SELECT ... INTO takes the rows of the whole query, also of a union whose first member says it. */
function withoutInto(query: Query): [Name | null, Query] {
  if (query.kind === 'select') return [query.into, { ...query, into: null }];
  if (query.kind !== 'set') return [null, query];
  const [into, left] = withoutInto(query.left);
  return [into, { ...query, left }];
}

function bindTokens(binder: Binder, statement: BodyStatement, context: ObjectContext): Rows {
  const { frame, locals } = binder;
  const target = statement.target === null ? null : named(statement.target, statement.targetAt);
  const of = statement.of === null ? null : named(statement.of, statement.ofAt);
  const { temporary } = statement;
  if (statement.outcome === 'scanned') bindScanned(binder, statement);
  if (statement.fetch !== null) bindFetch(binder, statement.fetch);
  switch (statement.kind) {
    case 'truncate':
      if (target !== null) frame.touch('truncates', binder.relation(target), target.at);
      break;
    case 'bulk-load':
      if (target !== null) frame.touch('writes', binder.relation(target), target.at);
      if (of !== null) frame.touch('reads', binder.relation(of), of.at);
      break;
    case 'copy-rows':
    case 'move-rows':
      if (of === null) break;
      if (target === null) frame.touch('reads', binder.relation(of), of.at);
      else copyRows(binder, of, { name: target, makes: false, temporary });
      if (statement.kind === 'move-rows') frame.touch('deletes', binder.relation(of), of.at);
      break;
    case 'create-table':
      if (target !== null && of !== null) copyRows(binder, of, { name: target, makes: true, temporary });
      else if (target !== null)
        binder.define(target, statement.columns.length > 0 ? statement.columns : null, temporary);
      break;
    case 'ddl':
      if (target !== null) locals.addColumns(target.parts.at(-1) ?? '', statement.columns);
      break;
    case 'declare-table':
      if (target !== null) locals.makeTable(target.parts.at(-1) ?? '', statement.columns);
      break;
    case 'create-synonym':
      if (of !== null) frame.touch('references', binder.relation(of), of.at);
      break;
    case 'execute':
    case 'insert-execute':
      return bindCall(binder, statement, context);
    default:
  }
  return nobody;
}

/** Each column of the cursor goes into the variable at its place. */
function bindFetch(binder: Binder, { cursor, into }: NonNullable<BodyStatement['fetch']>): void {
  const relation = binder.locals.table(cursor);
  into.forEach((variable, at) => {
    const column = relation?.columns?.[at];
    if (relation === null || column === undefined) return;
    assignVariable(binder, variable, [{ relation, column, kind: 'direct' }]);
  });
}
