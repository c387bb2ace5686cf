import type { Create, Name } from '../ir/ir';
import { adaptTableName } from './adapt-name';
import { adaptCtes } from './adapt-query';
import type { Adapter } from './adapter';
import { type Fields, fieldsOf, listOf, textsOf } from './syntax-node';

/** CREATE TABLE with columns, a query or the shape of another table, and CREATE VIEW. */
export function adaptCreate(adapt: Adapter, fields: Fields, view: boolean): Create {
  const table = (value: unknown): Name | null => {
    return fieldsOf(value).name === undefined ? null : adaptTableName(fieldsOf(value), adapt);
  };
  const constraints = listOf(fields.constraints);
  const query = fields.as_select ?? fields.query ?? fields.as_;
  const adapted = query === null || query === undefined ? null : adapt.query(query);
  const ctes = adaptCtes(adapt, fields.with_cte);
  const wrapped =
    adapted !== null && ctes.length > 0 && (adapted.kind === 'select' || adapted.kind === 'set');
  return {
    kind: 'create',
    view,
    temporary: fields.temporary === true,
    name: table(fields.name) ?? { parts: [''] },
    columns: listOf(fields.columns).flatMap((column) => textsOf([fieldsOf(column).name ?? column])),
    query: wrapped ? { ...adapted, with: [...ctes, ...adapted.with] } : adapted,
    like:
      constraints.map((it) => table(fieldsOf(fieldsOf(it).Like).source)).find((it) => it !== null) ??
      table(fields.like),
  };
}
