/** The fields of a node or of one of its parts, as the parser gives them. */
export type Fields = { readonly [field: string]: unknown };
export type SyntaxNode = { readonly kind: string; readonly fields: Fields };

const none: Fields = {};

/** The fields of `value`; none when it is no object. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : none;
}

/** `value` as a node: an object whose one key is its kind. */
export function nodeOf(value: unknown): SyntaxNode | null {
  if (!isFields(value)) return null;
  const [kind, ...more] = Object.keys(value);
  return kind === undefined || more.length > 0 ? null : { kind, fields: fieldsOf(value[kind]) };
}

/** The items of a list field; none when it is null or no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text of an identifier in any of the shapes it has: a text, `{name}`, `{identifier}`, `{column}`, `{this}`. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!isFields(value)) return null;
  for (const field of ['name', 'identifier', 'column', 'var', 'this', 'alias']) {
    const inner = value[field];
    if (inner !== undefined && inner !== null) return textOf(inner);
  }
  const literal = fieldsOf(value.literal);
  return typeof literal.value === 'string' ? literal.value : null;
}

/** The texts of a list of identifiers. */
export function textsOf(value: unknown): string[] {
  return listOf(value).flatMap((item) => textOf(item) ?? []);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
