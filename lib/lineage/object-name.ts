/** The parts of an object's name; an empty database is left out. */
export type ObjectName = { database: string; schema: string; name: string };

/**
 * `database.schema.name`, as the API takes it. Parts with a dot or a quote in them are written in brackets, and then all
 * are, so that the name means one object only.
 */
export function objectName({ database, schema, name }: ObjectName): string {
  const parts = database === '' ? [schema, name] : [database, schema, name];
  if (!parts.some((part) => /[.[\]"]/.test(part))) return parts.join('.');
  return parts.map((part) => `[${part.replaceAll(']', ']]')}]`).join('.');
}

/** `schema.name`, as people say it. */
export function shortObjectName({ schema, name }: Pick<ObjectName, 'schema' | 'name'>): string {
  return schema === '' ? name : `${schema}.${name}`;
}
