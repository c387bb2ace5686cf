import type { Change, Create, Delete, Insert, InsertAll, Merge, Update } from '../ir/ir';
import { bindAssignments } from './bind-assignments';
import { bindMerge } from './bind-merge';
import { bindOutput } from './bind-output';
import { bindCtes, bindFilters } from './bind-query';
import { bindJoins } from './bind-source';
import type { Binder, BoundRows } from './binder';
import { boundColumn, relationSource } from './bound-source';
import { findTarget } from './find-target';
import { innerScope, type Scope } from './scope';
import { writeRows } from './write-rows';

const noRows: BoundRows = { columns: [], open: [], base: null };

/** A change of data: what it reads, what it writes, column by column. Gives the rows of its OUTPUT or RETURNING. */
export function bindChange(binder: Binder, change: Change, outer: Scope): BoundRows {
  switch (change.kind) {
    case 'insert':
      return bindInsert(binder, change, outer);
    case 'update':
      return bindUpdate(binder, change, outer);
    case 'delete':
      return bindDelete(binder, change, outer);
    case 'merge':
      return bindMerge(binder, change, withCtes(binder, change, outer));
    case 'create':
      return bindCreate(binder, change, outer);
    case 'insert-all':
      return bindInsertAll(binder, change, outer);
  }
}

function withCtes(binder: Binder, change: Insert | Update | Delete | Merge, outer: Scope): Scope {
  return innerScope(outer, bindCtes(binder, change.with, outer));
}

function bindInsert(binder: Binder, insert: Insert, outer: Scope): BoundRows {
  const scope = withCtes(binder, insert, outer);
  const cte =
    insert.target.parts.length === 1
      ? scope.ctes.get(insert.target.parts[0]?.toLowerCase() ?? '')
      : undefined;
  const rows = insert.query === null ? noRows : binder.query(insert.query, scope);
  const relation = cte?.base ?? binder.relation(insert.target);
  if (cte?.base != null) binder.frame.untouch(cte.base);
  const { columns, byName } = insert;
  const name =
    cte?.base == null
      ? insert.target
      : { parts: [cte.base.database ?? '', cte.base.schema ?? '', cte.base.name] };
  writeRows(binder, { name, columns, makes: false, temporary: false, byName }, rows);
  const target = { relation, source: relationSource(relation, insert.target.parts.at(-1) ?? null) };
  const names = columns.length > 0 ? columns : (relation.columns ?? []);
  const proposed = names.map((it, at) => boundColumn(it, rows.columns[at]?.flows ?? []));
  const excluded = { ...target.source, relation: null, alias: 'excluded', columns: proposed };
  const after: Scope = { ...scope, sources: [target.source, excluded] };
  bindAssignments(binder, insert.onConflict, target, after);
  return bindOutput(binder, insert.output, target, { ...scope, sources: [target.source] });
}

function bindUpdate(binder: Binder, update: Update, outer: Scope): BoundRows {
  const scope = withCtes(binder, update, outer);
  for (const source of update.from) scope.sources.push(...binder.sources(source, scope));
  const early = scope.sources.length === 0 ? findTarget(binder, update.target, update.alias, scope) : null;
  bindJoins(binder, update.joins, scope);
  const target = early ?? findTarget(binder, update.target, update.alias, scope);
  binder.frame.touch('writes', target.relation, target.source.at);
  bindAssignments(binder, update.set, target, scope);
  bindFilters(binder, update.filters, scope);
  binder.frame.linkInfluences(target.relation);
  return bindOutput(binder, update.output, target, scope);
}

function bindDelete(binder: Binder, change: Delete, outer: Scope): BoundRows {
  const scope = withCtes(binder, change, outer);
  for (const source of change.from) scope.sources.push(...binder.sources(source, scope));
  bindJoins(binder, change.joins, scope);
  bindFilters(binder, change.filters, scope);
  let rows = noRows;
  for (const name of change.targets) {
    const target = findTarget(binder, name, null, scope);
    binder.frame.touch('deletes', target.relation, target.source.at);
    binder.frame.linkInfluences(target.relation);
    rows = bindOutput(binder, change.output, target, scope);
  }
  return rows;
}

function bindCreate(binder: Binder, create: Create, outer: Scope): BoundRows {
  const { name, columns, like, query, temporary } = create;
  if (query !== null) {
    writeRows(binder, { name, columns, makes: true, temporary }, binder.query(query, outer));
    return noRows;
  }
  const relation = like === null ? null : binder.relation(like);
  if (relation !== null) binder.frame.touch('references', relation, like?.at);
  binder.define(name, columns.length > 0 ? columns : (relation?.columns ?? null), temporary);
  return noRows;
}

function bindInsertAll(binder: Binder, change: InsertAll, outer: Scope): BoundRows {
  const rows = binder.query(change.query, outer);
  const source = { alias: null, relation: null, made: null, ...rows };
  for (const { name, columns, values } of change.targets) {
    const scope: Scope = { ...innerScope(outer), sources: [source] };
    const given = values.map((it) => boundColumn(null, binder.flows(it, scope)));
    const target = { name, columns, makes: false, temporary: false };
    writeRows(binder, target, values.length === 0 ? rows : { columns: given, open: [] });
  }
  return noRows;
}
