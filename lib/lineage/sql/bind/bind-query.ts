import type { Cte, Expression, Query, Select } from '../ir/ir';
import { bindItems } from './bind-items';
import { bindJoins } from './bind-source';
import type { Binder, BoundRows } from './binder';
import { type BoundColumn, boundColumn, renameColumns } from './bound-source';
import { type Ctes, innerScope, type Scope } from './scope';

/** The rows of a query, its sources read and its conditions noted as influences. */
export function bindQuery(binder: Binder, query: Query, outer: Scope): BoundRows {
  switch (query.kind) {
    case 'select':
      return bindSelect(binder, query, outer);
    case 'set':
      return bindSet(binder, query, outer);
    case 'values': {
      const scope = innerScope(outer);
      const rows = query.rows.map((row) => row.map((it) => binder.flows(it, scope)));
      const columns = (rows[0] ?? []).map((_, at) =>
        boundColumn(
          null,
          rows.flatMap((row) => row[at] ?? []),
        ),
      );
      return { columns, open: [], base: null };
    }
    case 'change':
      return binder.change(query.change, outer);
  }
}

function bindSelect(binder: Binder, select: Select, outer: Scope): BoundRows {
  const scope = innerScope(outer, bindCtes(binder, select.with, outer));
  for (const source of select.from) scope.sources.push(...binder.sources(source, scope));
  bindJoins(binder, select.joins, scope);
  const rows = bindItems(binder, select.items, scope);
  bindFilters(binder, select.filters, scope);
  for (const other of select.others) binder.flows(other, scope);
  return { ...rows, base: scope.sources[0]?.base ?? null };
}

/** Conditions decide which rows there are: what they are made of influences the statement's target. */
export function bindFilters(binder: Binder, filters: readonly Expression[], scope: Scope): void {
  for (const filter of filters) binder.frame.influence(binder.flows(filter, scope), 'filter');
}

type SetQuery = Extract<Query, { kind: 'set' }>;

function bindSet(
  binder: Binder,
  query: SetQuery,
  outer: Scope,
  afterLeft?: (left: BoundRows) => Scope,
): BoundRows {
  const scope = innerScope(outer, bindCtes(binder, query.with, outer));
  const left =
    query.left.kind === 'set' && afterLeft !== undefined && !query.left.union
      ? bindSet(binder, query.left, scope, afterLeft)
      : binder.query(query.left, scope);
  const right = binder.query(
    query.right,
    afterLeft === undefined ? scope : { ...scope, ctes: merged(scope.ctes, afterLeft(left).ctes) },
  );
  for (const other of query.others) binder.flows(other, { ...scope, sources: [rowsSource(left)] });
  if (!query.union) {
    for (const { flows } of right.columns) binder.frame.influence(flows, 'filter');
    return left;
  }
  const columns = left.columns.map((column, at): BoundColumn => {
    return boundColumn(column.name, [...column.flows, ...(right.columns[at]?.flows ?? [])]);
  });
  return { columns, open: [...left.open, ...right.open], base: left.base };
}

function merged(one: Ctes, other: Ctes): Ctes {
  return new Map([...one, ...other]);
}

/** Rows as a source of their own, for ORDER BY over a union. */
function rowsSource(rows: BoundRows) {
  return { alias: null, relation: null, columns: rows.columns, open: rows.open, made: null, base: rows.base };
}

/** Each CTE sees the ones before it; the later members of a recursive one see its first as what it is. */
export function bindCtes(binder: Binder, ctes: readonly Cte[], outer: Scope): Ctes {
  let known: Ctes = outer.ctes;
  for (const cte of ctes) {
    const scope = { ...innerScope(null, known), outer: null };
    const named = (rows: BoundRows): Ctes => {
      const columns = renameColumns(rows.columns, cte.columns);
      return new Map(known).set(cte.name.toLowerCase(), {
        rows: { columns, open: rows.open },
        base: rows.base,
      });
    };
    const recursive = (left: BoundRows) => innerScope(null, named(left));
    const rows =
      cte.query.kind === 'set'
        ? bindSet(binder, cte.query, scope, recursive)
        : binder.query(cte.query, scope);
    known = named(rows);
  }
  return known;
}
