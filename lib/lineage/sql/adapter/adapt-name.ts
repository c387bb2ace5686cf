import type { Name } from '../ir/ir';
import type { Range } from '../span';
import type { Adapter } from './adapter';
import { type FindPlace, nowhere } from './place-finder';
import { type Fields, fieldsOf, nodeOf, textOf } from './syntax-node';

/** A name of parts and whether each was quoted; nothing is said of quotes when there are none. */
export function nameOf(parts: readonly string[], quoted: readonly boolean[] = [], at?: Range): Name {
  const place = at === undefined ? {} : { at };
  return quoted.includes(true)
    ? { parts, quoted: parts.map((_, index) => quoted[index] ?? false), ...place }
    : { parts, ...place };
}

type Placed = Pick<Adapter, 'dialect' | 'place'>;

/** The name of a `table` node. A fourth part stands in front of the catalogue with a dot. */
export function adaptTableName(table: Fields, { dialect, place }: Placed): Name {
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
  return nameOf(parts, quoted, place(table.catalog, table.schema, table.name));
}

/** The name a `table`, `column`, `dot`, `function` or `method_call` node stands for where a table is expected. */
export function adaptTargetName(value: unknown, adapt: Placed): Name | null {
  const node = nodeOf(value);
  if (node?.kind === 'table') return adaptTableName(node.fields, adapt);
  if (node?.kind === 'stage_reference') return nameOf([textOf(node.fields.name) ?? '']);
  if (node?.kind === 'function') return nameOf((textOf(node.fields.name) ?? '').split('.'));
  if (node?.kind === 'method_call') {
    const before = adaptChain(node.fields.this, adapt.place);
    const method = textOf(node.fields.method);
    const at = joined(before?.at, adapt.place(node.fields.method));
    return before === null || method === null ? null : nameOf([...before.parts, method], [], at);
  }
  if (node === null || node.kind === 'name') {
    return fieldsOf(value).name === undefined ? null : adaptTableName(fieldsOf(value), adapt);
  }
  return adaptChain(value, adapt.place);
}

/** `a`, `a.b`, `a.b.c` as a name; null when the value is something else. */
export function adaptChain(value: unknown, place: FindPlace = nowhere): Name | null {
  const node = nodeOf(value);
  if (node?.kind === 'column') {
    const table = textOf(node.fields.table);
    const last = textOf(node.fields.name);
    if (last === null) return null;
    const flags = [fieldsOf(node.fields.table).quoted === true, fieldsOf(node.fields.name).quoted === true];
    const at = place(node.fields.table, node.fields.name);
    return table === null ? nameOf([last], flags.slice(1), at) : nameOf([table, last], flags, at);
  }
  if (node?.kind === 'identifier')
    return nameOf([textOf(node.fields) ?? ''], [node.fields.quoted === true], place(node.fields));
  if (node?.kind !== 'dot') return null;
  const before = adaptChain(node.fields.this, place);
  const field = textOf(node.fields.field);
  if (before === null || field === null) return null;
  const flags = [...before.parts.map((_, at) => before.quoted?.[at] ?? false)];
  const at = joined(before.at, place(node.fields.field));
  return nameOf([...before.parts, field], [...flags, fieldsOf(node.fields.field).quoted === true], at);
}

/** From the first place to the other; undefined when one is not known. */
export function joined(first: Range | undefined, last: Range | undefined): Range | undefined {
  if (first === undefined || last === undefined || last.start < first.end) return undefined;
  return { start: first.start, end: last.end };
}

/** The place of an entry of FROM: of its name, with its alias. */
export function entryOf(
  { place }: Pick<Adapter, 'place'>,
  name: Range | undefined,
  alias: unknown,
): { at?: Range } {
  const at = alias === null || alias === undefined ? name : (joined(name, place(alias)) ?? name);
  return at === undefined ? {} : { at };
}
