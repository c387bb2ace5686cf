import type { ObjectSummary, SchemaSummary } from '@/lib/catalog/contract';

/** What a schema or a range holds: its objects, or why they are not there. */
export type Children =
  | { state: 'loading' }
  | { state: 'error' }
  | { state: 'ready'; objects: readonly ObjectSummary[] };

type Place = { key: string; level: number; position: number; size: number };
export type TreeRow =
  | (Place & { kind: 'schema'; schema: SchemaSummary; isOpen: boolean })
  | (Place & { kind: 'range'; schema: SchemaSummary; label: string; total: number; isOpen: boolean })
  | (Place & { kind: 'object'; object: ObjectSummary })
  | (Place & { kind: 'loading' | 'error' });

/** A list of objects that an open row needs: a whole schema, or a range of it by its cursor. */
export type Leaf = { key: string; schema: SchemaSummary; cursor: string | undefined; total: number };

export const schemaKey = (schema: Pick<SchemaSummary, 'database' | 'schema'>) =>
  `schema:${schema.database}\0${schema.schema}`;
const PLACEHOLDER = '\0placeholder';
/** The leaf whose objects a "Loading" or "Could not load" row stands for; undefined for the key of any other row. */
export const placeholderLeaf = (key: string) =>
  key.endsWith(PLACEHOLDER) ? key.slice(0, -PLACEHOLDER.length) : undefined;
export const rangeKey = (schema: SchemaSummary, index: number) => `range:${schemaKey(schema)}\0${index}`;

/** The lists of objects that the open rows show. */
export function openLeaves(schemas: readonly SchemaSummary[], isOpen: (key: string) => boolean): Leaf[] {
  return schemas.flatMap((schema): Leaf[] => {
    const key = schemaKey(schema);
    if (!isOpen(key)) return [];
    if (schema.ranges.length === 0) return [{ key, schema, cursor: undefined, total: schema.total }];
    return schema.ranges.flatMap((range, index) => {
      const part = rangeKey(schema, index);
      return isOpen(part) ? [{ key: part, schema, cursor: range.cursor, total: range.total }] : [];
    });
  });
}

/** The visible rows of the tree, in order. */
export function treeRows(
  schemas: readonly SchemaSummary[],
  isOpen: (key: string) => boolean,
  childrenOf: (leaf: string) => Children,
): TreeRow[] {
  const leafRows = (leaf: string, level: number): TreeRow[] => {
    const children = childrenOf(leaf);
    if (children.state !== 'ready') {
      return [{ kind: children.state, key: `${leaf}${PLACEHOLDER}`, level, position: 1, size: 1 }];
    }
    const size = children.objects.length;
    return children.objects.map((object, index) => ({
      kind: 'object',
      key: object.id,
      object,
      level,
      position: index + 1,
      size,
    }));
  };
  return schemas.flatMap((schema, index): TreeRow[] => {
    const key = schemaKey(schema);
    const open = isOpen(key);
    const row: TreeRow = {
      kind: 'schema',
      key,
      schema,
      isOpen: open,
      level: 1,
      position: index + 1,
      size: schemas.length,
    };
    if (!open) return [row];
    if (schema.ranges.length === 0) return [row, ...leafRows(key, 2)];
    const ranges = schema.ranges.flatMap((range, part): TreeRow[] => {
      const partKey = rangeKey(schema, part);
      const partRow: TreeRow = {
        kind: 'range',
        key: partKey,
        schema,
        label: range.first === range.last ? range.first : `${range.first} – ${range.last}`,
        total: range.total,
        isOpen: isOpen(partKey),
        level: 2,
        position: part + 1,
        size: schema.ranges.length,
      };
      return isOpen(partKey) ? [partRow, ...leafRows(partKey, 3)] : [partRow];
    });
    return [row, ...ranges];
  });
}

/** The keys that must be open so that an object shows: its schema, and its range when the schema is cut into ranges. */
export function keysToReveal(
  schemas: readonly SchemaSummary[],
  object: Pick<ObjectSummary, 'database' | 'schema' | 'name'>,
): string[] {
  const schema = schemas.find(
    ({ database, schema: name }) => database === object.database && name === object.schema,
  );
  if (schema === undefined) return [];
  if (schema.ranges.length === 0) return [schemaKey(schema)];
  const name = object.name.toLowerCase();
  const after = schema.ranges.findIndex((range) => range.first.toLowerCase() > name);
  const index = after === -1 ? schema.ranges.length - 1 : Math.max(0, after - 1);
  return [schemaKey(schema), rangeKey(schema, index)];
}
