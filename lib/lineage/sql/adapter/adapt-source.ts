import type { Select, Source } from '../ir/ir';
import { adaptItems } from './adapt-items';
import { adaptChain, adaptTableName, adaptTargetName, entryOf, joined, nameOf } from './adapt-name';
import { adaptJoins } from './adapt-query';
import type { Adapter } from './adapter';
import { isXmlMethod } from './function-kinds';
import { type Fields, fieldsOf, listOf, nodeOf, textOf, textsOf } from './syntax-node';

/** A source of a FROM clause: table, query, function, join in parentheses, PIVOT, rows made of expressions. */
export function adaptSource(adapt: Adapter, value: unknown): Source {
  const node = nodeOf(value);
  const kind = node?.kind ?? '';
  const special = sourceOf[kind];
  if (node !== null && special !== undefined) return special(adapt, node.fields);
  if (['select', 'union', 'intersect', 'except', 'insert', 'update', 'delete', 'merge'].includes(kind)) {
    return { kind: 'query', query: adapt.query(value), alias: null, columns: [] };
  }
  return { kind: 'made', parts: [adapt.expression(value)], ...aliased(node?.fields ?? {}) };
}

type Special = (adapt: Adapter, fields: Fields) => Source;

function aliased(fields: Fields): { alias: string | null; columns: string[] } {
  return { alias: textOf(fields.alias), columns: textsOf(fields.column_aliases) };
}

/** An alias around a source belongs to it; what it does not say, the source keeps. */
function renamed(adapt: Adapter, source: Source, fields: Fields): Source {
  const { alias, columns } = aliased(fields);
  const named = {
    ...source,
    alias: alias ?? source.alias,
    columns: columns.length > 0 ? columns : source.columns,
  };
  if (named.kind !== 'table' && named.kind !== 'function') return named;
  return { ...named, ...entryOf(adapt, named.at, fields.alias) };
}

const functionSource: Special = (adapt, fields) => {
  const path = (textOf(fields.name) ?? '').split('.').filter((part) => part !== '');
  const parts = listOf(fields.args).map((it) => adapt.expression(it));
  if (path.length > 1 && isXmlMethod(path.at(-1) ?? '')) {
    const column = { kind: 'column', name: nameOf(path.slice(0, -1)) } as const;
    return { kind: 'made', parts: [column, ...parts], ...aliased(fields) };
  }
  return { kind: 'function', name: nameOf(path), parts, declared: [], ...aliased(fields) };
};

const pivot: Special = (adapt, fields) => {
  if (fields.unpivot === true) return unpivot(adapt, fields);
  const clauses = listOf(fields.fields).map((field) => fieldsOf(fieldsOf(field).in ?? field));
  const made = clauses.flatMap((clause) => listOf(clause.expressions).map((it) => textOf(it) ?? ''));
  const [listed, using] = [listOf(fields.expressions), listOf(fields.using)];
  // DuckDB's `PIVOT t ON a USING sum(b)` names no values: its columns are known at run time alone.
  const [values, on] = using.length > 0 ? [using, listed] : [listed, clauses.map((clause) => clause.this)];
  return {
    kind: 'pivot',
    source: adapt.source(fields.this),
    values: values.map((it) => adapt.expression(it)),
    on: on.map((it) => adapt.expression(it)),
    made,
    ...aliased(fields),
  };
};

/** Also `UNPIVOT t ON a, b INTO NAME n VALUE v` of DuckDB. */
const unpivot: Special = (adapt, fields) => {
  const into = fieldsOf(fieldsOf(fields.into).unpivot_columns);
  return {
    kind: 'unpivot',
    source: adapt.source(fields.this),
    inputs: listOf(fields.columns ?? fields.expressions).map((it) => adapt.expression(it)),
    valueColumn: textOf(fields.value_column) ?? textsOf(into.expressions)[0] ?? '',
    nameColumn: textOf(fields.name_column) ?? textOf(into.this) ?? '',
    ...aliased(fields),
  };
};

/** The rows that a pattern found: the columns they are parted by, and the measures. */
const matches: Special = (adapt, fields) => {
  const items = adaptItems(adapt, [
    ...listOf(fields.partition_by),
    ...listOf(fields.measures).map((it) => fieldsOf(it).this),
  ]);
  const others = [fields.order_by, fields.define].map((it) => adapt.expression(it));
  const query: Select = {
    ...{ kind: 'select', with: [], items, from: [adapt.source(fields.this)], joins: [] },
    ...{ filters: others, others: [], into: null },
  };
  return { kind: 'query', query, ...aliased(fields) };
};

const sourceOf: { readonly [kind: string]: Special | undefined } = {
  table: (adapt, fields) => {
    const name = adaptTableName(fields, adapt);
    return { kind: 'table', name, ...aliased(fields), ...entryOf(adapt, name.at, fields.alias) };
  },
  stage_reference: (_adapt, fields) => ({
    kind: 'table',
    name: nameOf([textOf(fields.name) ?? '']),
    ...aliased(fields),
  }),
  column: (adapt, fields) => {
    const name = adaptTargetName({ column: fields }, adapt) ?? nameOf(['']);
    return { kind: 'table', name, alias: null, columns: [], ...entryOf(adapt, name.at, null) };
  },
  subquery: (adapt, fields) => {
    const { with: ctes, this: inner } = fields;
    const only = nodeOf(inner);
    const table = only !== null && ['table', 'joined_table', 'alias'].includes(only.kind);
    if (table) return renamed(adapt, adapt.source(inner), fields);
    return {
      kind: 'query',
      query: adapt.query({ subquery: { with: ctes, this: inner } }),
      ...aliased(fields),
    };
  },
  values: (adapt, fields) => ({ kind: 'query', query: adapt.query({ values: fields }), ...aliased(fields) }),
  alias: (adapt, fields) => renamed(adapt, adapt.source(fields.this), fields),
  lateral: (adapt, fields) => renamed(adapt, adapt.source(fields.this), fields),
  paren: (adapt, fields) => adapt.source(fields.this),
  joined_table: (adapt, fields) => ({
    kind: 'joined',
    sources: [adapt.source(fields.left)],
    joins: adaptJoins(adapt, fields.joins),
    ...aliased(fields),
  }),
  match_recognize: matches,
  pivot,
  unpivot,
  function: functionSource,
  method_call: (adapt, fields) => {
    const before = adaptChain(fields.this, adapt.place);
    const method = textOf(fields.method) ?? '';
    if (before === null)
      return { kind: 'made', parts: [adapt.expression({ method_call: fields })], alias: null, columns: [] };
    const called = functionSource(adapt, { name: [...before.parts, method].join('.'), args: fields.args });
    return { ...called, ...entryOf(adapt, joined(before.at, adapt.place(fields.method)), null) };
  },
  open_j_s_o_n: (adapt, fields) => ({
    kind: 'function',
    name: nameOf(['OPENJSON']),
    parts: [adapt.expression(fields.this)],
    declared: listOf(fields.expressions).map(
      (it) => textOf(fieldsOf(fieldsOf(it).open_j_s_o_n_column_def).this) ?? '',
    ),
    ...aliased(fields),
  }),
};
