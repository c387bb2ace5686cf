/** The name of an object as addresses and people write it: `Sales.vSalesPerson`, `[odd.schema].[a]]b]` when needed. */
export function objectName(object: { schema: string; name: string }): string {
  return [object.schema, object.name].map(quotePart).join('.');
}

/** The same with the database in front, which is never ambiguous. */
export function fullObjectName(object: { database: string; schema: string; name: string }): string {
  return [object.database, object.schema, object.name].map(quotePart).join('.');
}

function quotePart(part: string): string {
  return /[.[\]\s]|^$/.test(part) ? `[${part.replaceAll(']', ']]')}]` : part;
}
