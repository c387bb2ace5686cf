import type { Assignment, Name } from '../ir/ir';
import { adaptChain, nameOf } from './adapt-name';
import type { Adapter } from './adapter';
import { fieldsOf, listOf, nodeOf, textOf } from './syntax-node';

/** `SET a = x`: pairs of a column and its value, or comparisons that stand for them. */
export function adaptAssignments(adapt: Adapter, list: unknown): Assignment[] {
  return listOf(list).flatMap((item): Assignment[] => {
    if (Array.isArray(item)) {
      const column = textOf(item[0]);
      if (column === null) return [];
      return [{ column: assignedName(column), value: adapt.expression(item[1]) }];
    }
    const node = nodeOf(item);
    if (node?.kind !== 'eq') return [];
    const column = adaptChain(node.fields.left, adapt.place);
    return column === null ? [] : [{ column, value: adapt.expression(node.fields.right) }];
  });
}

/** The parser joins table and column with a dot; a dot inside a quoted column cannot be told from it. */
function assignedName(text: string): Name {
  const dot = text.indexOf('.');
  return dot <= 0 ? nameOf([text]) : nameOf([text.slice(0, dot), text.slice(dot + 1)]);
}

/** `DEFAULT`, `NULL` and other constants in a list of values are kept, so that positions stay right. */
export function adaptValues(adapt: Adapter, list: unknown) {
  return listOf(fieldsOf(list).expressions ?? list).map((it) => adapt.expression(it));
}
