import type { SqlDialect } from '../dialect';
import type { Name } from '../ir/ir';
import { type Fields, fieldsOf, nodeOf, textOf } from './syntax-node';

/** A name of parts and whether each was quoted; nothing is said of quotes when there are none. */
export function nameOf(parts: readonly string[], quoted: readonly boolean[] = []): Name {
  return quoted.includes(true) ? { parts, quoted: parts.map((_, at) => quoted[at] ?? false) } : { parts };
}

/** The name of a `table` node. A fourth part stands in front of the catalogue with a dot. */
export function adaptTableName(table: Fields, dialect: SqlDialect): Name {
  const parts: string[] = [];
  const quoted: boolean[] = [];
  const add = (value: unknown, texts: readonly string[]) => {
    parts.push(...texts);
    quoted.push(...texts.map(() => fieldsOf(value).quoted === true));
  };
  const [catalog, schema, name] = [textOf(table.catalog), textOf(table.schema), textOf(table.name) ?? ''];
  if (catalog !== null) add(table.catalog, dialect === 'tsql' ? catalog.split('.') : [catalog]);
  if (schema !== null || catalog !== null) add(table.schema, [schema ?? '']);
  const whole = dialect === 'bigquery' && parts.length === 0 && name.includes('.');
  add(table.name, whole ? name.split('.') : [name]);
  return nameOf(parts, quoted);
}

/** The name a `table`, `column`, `dot`, `function` or `method_call` node stands for where a table is expected. */
export function adaptTargetName(value: unknown, dialect: SqlDialect): Name | null {
  const node = nodeOf(value);
  if (node?.kind === 'table') return adaptTableName(node.fields, dialect);
  if (node?.kind === 'stage_reference') return nameOf([textOf(node.fields.name) ?? '']);
  if (node?.kind === 'function') return nameOf((textOf(node.fields.name) ?? '').split('.'));
  if (node?.kind === 'method_call') {
    const before = adaptChain(node.fields.this);
    const method = textOf(node.fields.method);
    return before === null || method === null ? null : nameOf([...before.parts, method]);
  }
  if (node === null || node.kind === 'name') {
    return fieldsOf(value).name === undefined ? null : adaptTableName(fieldsOf(value), dialect);
  }
  return adaptChain(value);
}

/** `a`, `a.b`, `a.b.c` as a name; null when the value is something else. */
export function adaptChain(value: unknown): Name | null {
  const node = nodeOf(value);
  if (node?.kind === 'column') {
    const table = textOf(node.fields.table);
    const last = textOf(node.fields.name);
    if (last === null) return null;
    const flags = [fieldsOf(node.fields.table).quoted === true, fieldsOf(node.fields.name).quoted === true];
    return table === null ? nameOf([last], flags.slice(1)) : nameOf([table, last], flags);
  }
  if (node?.kind === 'identifier') return nameOf([textOf(node.fields) ?? ''], [node.fields.quoted === true]);
  if (node?.kind !== 'dot') return null;
  const before = adaptChain(node.fields.this);
  const field = textOf(node.fields.field);
  if (before === null || field === null) return null;
  const flags = [...before.parts.map((_, at) => before.quoted?.[at] ?? false)];
  return nameOf([...before.parts, field], [...flags, fieldsOf(node.fields.field).quoted === true]);
}
