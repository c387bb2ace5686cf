import type { Name } from '../ir/ir';
import type { Relation } from '../resolve/relation';
import { resolveRelation } from '../resolve/resolve-relation';
import { rowsetRelation } from '../resolve/rowset-relation';
import { bindChange } from './bind-change';
import { bindExpression } from './bind-expression';
import { bindQuery } from './bind-query';
import { bindSource } from './bind-source';
import type { Binder } from './binder';
import type { Frame } from './frame';
import type { ObjectContext } from './object-context';

/** A binder for one statement: names mean what they mean at its place, findings go to `frame`. */
export function openBinder(context: ObjectContext, frame: Frame): Binder {
  const { home, locals, catalog, body } = context;
  const variables = new Set(body.variables.map((name) => name.toLowerCase()));
  const binder: Binder = {
    home,
    frame,
    locals,
    relation: (name) => {
      const outside = rowsetRelation(name.parts, home.dialect) ?? localOf(name);
      if (outside !== null) return outside;
      const relation = resolveRelation(pseudoTable(name) ?? name, home, catalog);
      if (relation.kind === 'unresolved') {
        frame.report('unresolved-name', `The catalogue has no ${nameText(relation)}.`, name);
      }
      return relation;
    },
    define: (name, columns, temporary) => {
      const [only = '', ...more] = name.parts;
      if (more.length === 0 && (temporary || /^[#@]/.test(only))) return locals.makeTable(only, columns);
      const there = resolveRelation(name, home, catalog);
      const known = there.kind === 'unresolved' ? ({ ...there, kind: 'object' } as const) : there;
      const { database, schema } = known;
      if (known.kind === 'object')
        catalog.add({ database, schema, name: known.name, type: 'table', columns });
      return { ...known, columns: known.columns ?? columns };
    },
    recordField: ({ parts }) => {
      const [record = '', column = ''] = parts;
      if (!context.plainVariables) return null;
      const row = locals.table(record) ?? triggerRow(record);
      return row === null ? null : [{ relation: row, column, kind: 'direct' }];
    },
    isVariable: (name) => context.plainVariables && variables.has(name.toLowerCase()),
    plainVariable: ({ parts }) => {
      const [first = '', second] = parts;
      if (!context.plainVariables && !(parts.length === 1 && variables.has(first.toLowerCase()))) return null;
      return second === undefined
        ? [{ relation: locals.variable(first), column: first, kind: 'direct' }]
        : [];
    },
    callee: (name) => callee(name, context, frame),
    query: (query, outer) => bindQuery(binder, query, outer),
    flows: (expression, scope) => bindExpression(binder, expression, scope),
    sources: (source, scope) => bindSource(binder, source, scope),
    change: (change, outer) => bindChange(binder, change, outer),
  };

  /** Temporary tables and table variables; `tempdb..#t` too. */
  function localOf({ parts }: Name): Relation | null {
    const last = parts.at(-1) ?? '';
    return parts.length === 1 || last.startsWith('#') ? locals.table(last) : null;
  }

  /** `inserted` and `deleted` in a trigger are rows of its table. */
  function pseudoTable({ parts }: Name): Name | null {
    const pseudo = parts.length === 1 && /^(?:inserted|deleted|new|old)$/i.test(parts[0] ?? '');
    return body.on !== null && pseudo ? { parts: body.on.name } : null;
  }

  /** `NEW` and `OLD` outside of FROM: looking at them reads the trigger's table. */
  function triggerRow(record: string): Relation | null {
    if (body.on === null || !/^(?:new|old)$/i.test(record)) return null;
    const relation = resolveRelation({ parts: body.on.name }, home, catalog);
    frame.touch('reads', relation);
    return relation;
  }

  return binder;
}

/** Qualified names are functions of people; of plain names only those that the catalogue has. */
function callee(name: Name, { home, catalog }: ObjectContext, frame: Frame): Relation | null {
  const plain = name.parts.length === 1;
  if (plain && home.dialect === 'tsql') return null;
  const relation = resolveRelation(name, home, catalog);
  if (relation.kind === 'system') return null;
  if (plain && relation.type !== 'function') return null;
  if (relation.kind === 'unresolved') {
    frame.report('unresolved-name', `The catalogue has no function ${nameText(relation)}.`, name);
  }
  return relation;
}

/** `[database.]schema.name` without quotes. */
function nameText({ server, database, schema, name }: Relation): string {
  return [server, database, schema, name].filter((part) => part !== null).join('.');
}
