import type { Change, Delete, Insert, InsertAll, Name, Query, Source, Update } from '../ir/ir';
import { adaptAssignments, adaptValues } from './adapt-assignments';
import { adaptCreate } from './adapt-create';
import { adaptMerge } from './adapt-merge';
import { adaptTableName, entryOf, nameOf } from './adapt-name';
import { adaptOutput } from './adapt-output';
import { adaptCtes, adaptJoins, expressions } from './adapt-query';
import type { Adapter } from './adapter';
import { type Fields, fieldsOf, listOf, nodeOf, textOf, textsOf } from './syntax-node';

/** A change of data or a table made; null for other statements. */
export function adaptChange(adapt: Adapter, value: unknown): Change | null {
  const node = nodeOf(value);
  if (node === null) return null;
  switch (node.kind) {
    case 'insert':
      return adaptInsert(adapt, node.fields);
    case 'multitable_inserts':
      return adaptInsertAll(adapt, node.fields);
    case 'update':
      return adaptUpdate(adapt, node.fields);
    case 'delete':
      return adaptDelete(adapt, node.fields);
    case 'merge':
      return adaptMerge(adapt, node.fields);
    case 'create_table':
      return adaptCreate(adapt, node.fields, false);
    case 'create_view':
    case 'create_materialized_view':
      return adaptCreate(adapt, node.fields, true);
    default:
      return null;
  }
}

function adaptInsert(adapt: Adapter, fields: Fields): Insert {
  const rows = listOf(fields.values);
  const values: Query = { kind: 'values', rows: rows.map((row) => adaptValues(adapt, row)) };
  const conflict = fieldsOf(fieldsOf(fields.on_conflict).on_conflict);
  const action = fieldsOf(fieldsOf(conflict.action).tuple).expressions ?? conflict.expressions;
  const asked = nodeOf(fields.query);
  return {
    kind: 'insert',
    with: adaptCtes(adapt, fields.with),
    target: targetName(adapt, fields.table),
    columns: textsOf(fields.columns),
    query:
      asked === null || asked.kind === 'execute'
        ? rows.length > 0
          ? values
          : null
        : adapt.query(fields.query),
    byName: fields.by_name === true,
    onConflict: adaptAssignments(adapt, action),
    output: adaptOutput(adapt, fields),
  };
}

function adaptInsertAll(adapt: Adapter, fields: Fields): InsertAll {
  return {
    kind: 'insert-all',
    query: adapt.query(fields.source),
    targets: listOf(fields.expressions).flatMap((item) => {
      const inner = fieldsOf(fieldsOf(item).conditional_insert ?? item);
      const insert = fieldsOf(fieldsOf(inner.this).insert);
      const name = targetName(adapt, insert.table);
      return [
        { name, columns: textsOf(insert.columns), values: adaptValues(adapt, listOf(insert.values)[0]) },
      ];
    }),
  };
}

function adaptUpdate(adapt: Adapter, fields: Fields): Update {
  return {
    kind: 'update',
    with: adaptCtes(adapt, fields.with),
    target: targetName(adapt, fields.table),
    alias: textOf(fieldsOf(fields.table).alias),
    from: [
      ...listOf(fieldsOf(fields.from_clause).expressions).map((it) => adapt.source(it)),
      ...listOf(fields.extra_tables).map((it) => table(adapt, it)),
    ],
    joins: [fields.table_joins, fields.from_joins, fields.joins].flatMap((it) => adaptJoins(adapt, it)),
    set: adaptAssignments(adapt, fields.set),
    filters: expressions(adapt, fields, ['where_clause']),
    output: adaptOutput(adapt, fields),
  };
}

function adaptDelete(adapt: Adapter, fields: Fields): Delete {
  const main = { ...fieldsOf(fields.table), alias: fields.alias ?? fieldsOf(fields.table).alias };
  const named = listOf(fields.tables).map((it) => targetName(adapt, it));
  const own = table(adapt, main);
  const using = listOf(fields.using).map((it) =>
    nodeOf(it)?.kind === 'name' || nodeOf(it) === null ? table(adapt, it) : adapt.source(it),
  );
  return {
    kind: 'delete',
    with: adaptCtes(adapt, fields.with),
    targets: named.length > 0 ? named : [own.alias === null ? own.name : nameOf([own.alias])],
    from: [own, ...using, ...listOf(fieldsOf(fields.from_clause).expressions).map((it) => adapt.source(it))],
    joins: adaptJoins(adapt, fields.joins),
    filters: expressions(adapt, fields, ['where_clause']),
    output: adaptOutput(adapt, fields),
  };
}

function table(adapt: Adapter, value: unknown): Extract<Source, { kind: 'table' }> {
  const fields = fieldsOf(value);
  const name = adaptTableName(fields, adapt);
  const named = { alias: textOf(fields.alias), columns: textsOf(fields.column_aliases) };
  return { kind: 'table', name, ...named, ...entryOf(adapt, name.at, fields.alias) };
}

function targetName(adapt: Adapter, value: unknown): Name {
  return adaptTableName(fieldsOf(value), adapt);
}
