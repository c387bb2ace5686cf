import type { Expression } from '../ir/ir';
import { adaptChain, joined, nameOf } from './adapt-name';
import type { Adapter } from './adapter';
import { hasWordArgument, isAggregate, isXmlMethod } from './function-kinds';
import { type Fields, fieldsOf, listOf, nodeOf, type SyntaxNode, textOf, textsOf } from './syntax-node';

const queries = new Set(['select', 'union', 'intersect', 'except', 'subquery', 'with', 'values']);
/** Nodes that change nothing about the value inside. */
const wrappers = new Set(['paren', 'collation', 'ordered', 'annotated']);
/** Nodes without lineage inside: constants, types, words, sequences. */
const leaves = new Set([
  'literal',
  'data_type',
  'var',
  'boolean',
  'null',
  'interval_unit',
  'next_value_for',
  'star',
]);

/** An expression of the parser's tree. What is not known by kind is taken as made of all that is inside. */
export function adaptExpression(adapt: Adapter, value: unknown): Expression {
  const parts = partsOf(adapt, value);
  const [only] = parts;
  return parts.length === 1 && only !== undefined && !changesValue(value) ? only : { kind: 'made', parts };
}

/** Is `value` more than a wrapping of the one expression inside? */
function changesValue(value: unknown): boolean {
  const node = nodeOf(value);
  if (node === null) return Array.isArray(value);
  if (wrappers.has(node.kind)) return changesValue(node.fields.this);
  return partOf[node.kind] === undefined && !queries.has(node.kind) && !isAggregate(node.kind);
}

/** The columns, variables, calls and queries inside `value`, outermost only. */
function partsOf(adapt: Adapter, value: unknown): Expression[] {
  if (Array.isArray(value)) return value.flatMap((item) => partsOf(adapt, item));
  if (typeof value !== 'object' || value === null) return [];
  const node = nodeOf(value);
  if (node === null) return innerParts(adapt, fieldsOf(value));
  if (leaves.has(node.kind)) return [];
  if (queries.has(node.kind)) return [{ kind: 'query', query: adapt.query(value), exists: false }];
  const special = partOf[node.kind];
  if (special !== undefined) return [special(adapt, node, value)].flatMap((it) => it ?? []);
  if (isAggregate(node.kind)) return [aggregate(adapt, node.fields)];
  return innerParts(adapt, node.fields);
}

function innerParts(adapt: Adapter, fields: Fields): Expression[] {
  return Object.entries(fields).flatMap(([field, inner]) => (field === 'to' ? [] : partsOf(adapt, inner)));
}

function aggregate(adapt: Adapter, fields: Fields): Expression {
  return { kind: 'call', name: null, aggregate: true, parts: innerParts(adapt, fields) };
}

type Special = (adapt: Adapter, node: SyntaxNode, value: unknown) => Expression | null;

const column: Special = (adapt, node, value) => {
  const name = adaptChain(value, adapt.place);
  if (name === null) return { kind: 'made', parts: innerParts(adapt, node.fields) };
  const [first = ''] = name.parts;
  if (/^@@/.test(first)) return null;
  return name.parts.length === 1 && /^[@:]/.test(first) && name.quoted === undefined
    ? { kind: 'variable', name: first }
    : { kind: 'column', name };
};

const call: Special = (adapt, node) => {
  const text = textOf(node.fields.name ?? node.fields.this) ?? '';
  const { name: _name, this: inner, args, ...rest } = node.fields;
  const kept = hasWordArgument(text) ? listOf(args).slice(1) : args;
  const parts = [...(node.fields.name === undefined ? [] : partsOf(adapt, inner))];
  parts.push(...partsOf(adapt, kept), ...innerParts(adapt, rest));
  const path = text.split('.').filter((part) => part !== '');
  const last = path.at(-1) ?? '';
  if (path.length > 1 && isXmlMethod(last)) {
    return { kind: 'made', parts: [{ kind: 'column', name: nameOf(path.slice(0, -1)) }, ...parts] };
  }
  return { kind: 'call', name: nameOf(path), aggregate: path.length === 1 && isAggregate(last), parts };
};

/** `dbo.fn(x)` and `column.method(x)` look the same: the binder tells them apart by what is in scope. */
const method: Special = (adapt, node) => {
  const before = adaptChain(node.fields.this, adapt.place);
  const name = textOf(node.fields.method) ?? '';
  const parts = partsOf(adapt, node.fields.args);
  if (before === null || isXmlMethod(name)) {
    return { kind: 'made', parts: [...partsOf(adapt, node.fields.this), ...parts] };
  }
  const at = joined(before.at, adapt.place(node.fields.method));
  return { kind: 'call', name: nameOf([...before.parts, name], [], at), aggregate: false, parts };
};

/** `x -> x + y`: what is not a parameter comes from outside. */
const lambda: Special = (adapt, { fields }) => {
  const parameters = new Set(textsOf(fields.parameters).map((name) => name.toLowerCase()));
  return { kind: 'made', parts: partsOf(adapt, fields.body).flatMap((it) => withoutNames(it, parameters)) };
};

function withoutNames(part: Expression, names: ReadonlySet<string>): Expression[] {
  if (part.kind === 'column') return names.has(part.name.parts[0]?.toLowerCase() ?? '') ? [] : [part];
  if (part.kind === 'variable' || part.kind === 'query') return [part];
  return [{ ...part, parts: part.parts.flatMap((it) => withoutNames(it, names)) }];
}

const partOf: { readonly [kind: string]: Special | undefined } = {
  column,
  dot: (adapt, node, value) =>
    adaptChain(value) === null
      ? { kind: 'made', parts: innerParts(adapt, node.fields) }
      : column(adapt, node, value),
  function: call,
  anonymous: call,
  aggregate_function: (adapt, node) => aggregate(adapt, { ...node.fields, name: null }),
  method_call: method,
  lambda,
  window_function: (adapt, node) => ({ kind: 'window', parts: innerParts(adapt, node.fields) }),
  exists: (adapt, node) => ({ kind: 'query', query: adapt.query(node.fields.this), exists: true }),
  parameter: (_adapt, node) =>
    node.fields.style === 'At' || node.fields.style === 'Colon'
      ? {
          kind: 'variable',
          name: `${node.fields.style === 'At' ? '@' : ':'}${textOf(node.fields.name) ?? ''}`,
        }
      : null,
};
