import type { SelectItem } from '../ir/ir';
import { nameOf } from './adapt-name';
import type { Adapter } from './adapter';
import { type Fields, fieldsOf, listOf, nodeOf, type SyntaxNode, textOf, textsOf } from './syntax-node';

/** The items of a SELECT list, OUTPUT or RETURNING. */
export function adaptItems(adapt: Adapter, list: unknown): SelectItem[] {
  return listOf(list).map((item) => adaptItem(adapt, item));
}

function adaptItem(adapt: Adapter, item: unknown): SelectItem {
  const node = nodeOf(item);
  if (node?.kind === 'star') return adaptStar(adapt, node.fields);
  if (node?.kind === 'column' && textOf(node.fields.name) === '*') return adaptStar(adapt, node.fields);
  if (node?.kind === 'alias') return value(adapt, textOf(node.fields.alias), node.fields.this);
  if (node?.kind === 'aliases')
    return value(adapt, textsOf(node.fields.aliases)[0] ?? null, node.fields.this);
  const assigned = adapt.dialect === 'tsql' && node?.kind === 'eq' ? assignedName(node) : null;
  if (assigned !== null && node !== null) {
    const { right } = node.fields;
    if (!assigned.startsWith('@')) return value(adapt, assigned, right);
    return { kind: 'value', name: null, variable: assigned, value: adapt.expression(right) };
  }
  return value(adapt, node === null ? null : ownName(node), item);
}

function value(adapt: Adapter, name: string | null, expression: unknown): SelectItem {
  return { kind: 'value', name, variable: null, value: adapt.expression(expression) };
}

/** `SELECT name = expression` and `SELECT @variable = expression` are read as comparisons. */
function assignedName(node: SyntaxNode): string | null {
  const left = nodeOf(node.fields.left);
  if (left?.kind === 'parameter') return `@${textOf(left.fields.name) ?? ''}`;
  return left?.kind === 'column' && textOf(left.fields.table) === null ? textOf(left.fields.name) : null;
}

/** The name a column keeps without alias. */
function ownName(node: SyntaxNode): string | null {
  if (node.kind === 'column') return textOf(node.fields.name);
  if (node.kind === 'dot') return textOf(node.fields.field);
  return node.kind === 'paren' || node.kind === 'collation' ? nameInside(node.fields.this) : null;
}

function nameInside(inner: unknown): string | null {
  const node = nodeOf(inner);
  return node === null ? null : ownName(node);
}

function adaptStar(adapt: Adapter, fields: Fields): SelectItem {
  const qualifier = textOf(fields.table);
  return {
    kind: 'star',
    qualifier: qualifier === null ? null : nameOf(qualifier.split('.')),
    except: textsOf(fields.except),
    replace: listOf(fields.replace).flatMap((item) => {
      const alias =
        fieldsOf(fieldsOf(item).alias).this === undefined ? fieldsOf(item) : fieldsOf(fieldsOf(item).alias);
      const name = textOf(alias.alias);
      return name === null ? [] : [{ name, value: adapt.expression(alias.this) }];
    }),
    rename: listOf(fields.rename).flatMap((pair) => {
      const [from, to] = textsOf(pair);
      return from === undefined || to === undefined ? [] : [{ from, to }];
    }),
  };
}
