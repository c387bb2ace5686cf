import type { Cte, Expression, Join, Query, Select } from '../ir/ir';
import { adaptItems } from './adapt-items';
import { adaptTargetName } from './adapt-name';
import type { Adapter } from './adapter';
import { type Fields, fieldsOf, listOf, nodeOf, textOf, textsOf } from './syntax-node';

const nothing: Select = {
  kind: 'select',
  with: [],
  items: [],
  from: [],
  joins: [],
  filters: [],
  others: [],
  into: null,
};
const setOperations = new Set(['union', 'intersect', 'except']);

/** A query of the parser's tree: SELECT, UNION and its kin, VALUES, or a change that gives rows. */
export function adaptQuery(adapt: Adapter, value: unknown): Query {
  const node = nodeOf(value);
  if (node === null) return nothing;
  const { kind, fields } = node;
  if (kind === 'select') return adaptSelect(adapt, fields);
  if (setOperations.has(kind)) {
    return {
      kind: 'set',
      union: kind === 'union',
      with: adaptCtes(adapt, fields.with),
      left: adapt.query(fields.left),
      right: adapt.query(fields.right),
      others: expressions(adapt, fields, ['order_by', 'limit']),
    };
  }
  if (kind === 'subquery' || kind === 'paren' || kind === 'with') {
    return within(adaptCtes(adapt, kind === 'with' ? fields : fields.with), adapt.query(fields.this));
  }
  if (kind === 'values') {
    const rows = listOf(fields.expressions).map((row) =>
      listOf(fieldsOf(row).expressions).map((it) => adapt.expression(it)),
    );
    return { kind: 'values', rows };
  }
  const change = adapt.change(value);
  if (change !== null) return { kind: 'change', change };
  return {
    ...nothing,
    items: [{ kind: 'star', qualifier: null, except: [], replace: [], rename: [] }],
    from: [adapt.source(value)],
  };
}

/** The common table expressions in front of a statement, in their order. */
export function adaptCtes(adapt: Adapter, value: unknown): Cte[] {
  const inner = fieldsOf(value).with ?? value;
  return listOf(fieldsOf(inner).ctes).map((cte) => {
    const fields = fieldsOf(cte);
    return {
      name: textOf(fields.alias) ?? '',
      columns: textsOf(fields.columns),
      query: adapt.query(fields.this),
    };
  });
}

/** The joins of a FROM clause. */
export function adaptJoins(adapt: Adapter, list: unknown): Join[] {
  return listOf(list).map((join) => {
    const fields = fieldsOf(join);
    const on = fields.on === null || fields.on === undefined ? null : adapt.expression(fields.on);
    return { source: adapt.source(fields.this), on, using: textsOf(fields.using) };
  });
}

/** The expressions of some fields, each whole clause as one. */
export function expressions(adapt: Adapter, fields: Fields, names: readonly string[]): Expression[] {
  return names.flatMap((name) => {
    const clause = fields[name];
    if (clause === null || clause === undefined) return [];
    const expression = adapt.expression([clause]);
    return expression.kind === 'made' && expression.parts.length === 0 ? [] : [expression];
  });
}

function within(ctes: readonly Cte[], query: Query): Query {
  if (ctes.length === 0) return query;
  if (query.kind === 'select' || query.kind === 'set') return { ...query, with: [...ctes, ...query.with] };
  const all = { kind: 'star', qualifier: null, except: [], replace: [], rename: [] } as const;
  return { ...nothing, with: ctes, items: [all], from: [{ kind: 'query', query, alias: null, columns: [] }] };
}

function adaptSelect(adapt: Adapter, fields: Fields): Query {
  const into = fieldsOf(fields.into).this;
  const laterals = listOf(fields.lateral_views).map((view): Join => {
    const lateral = fieldsOf(view);
    const parts = [adapt.expression(lateral.this)];
    const alias = textOf(lateral.table_alias);
    return {
      source: { kind: 'made', parts, alias, columns: textsOf(lateral.column_aliases) },
      on: null,
      using: [],
    };
  });
  return {
    kind: 'select',
    with: adaptCtes(adapt, fields.with),
    items: adaptItems(adapt, fields.expressions),
    from: listOf(fieldsOf(fields.from).expressions).map((source) => adapt.source(source)),
    joins: [...adaptJoins(adapt, fields.joins), ...laterals],
    filters: expressions(adapt, fields, ['where_clause', 'having', 'qualify', 'connect']),
    others: expressions(adapt, fields, [
      ...['group_by', 'order_by', 'top', 'limit', 'offset', 'fetch', 'windows'],
      ...['distinct_on', 'sort_by', 'distribute_by', 'cluster_by'],
    ]),
    into: into === undefined || into === null ? null : adaptTargetName(into, adapt),
  };
}
