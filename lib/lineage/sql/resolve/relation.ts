import type { Signature } from './catalog';

/**
 * A table, view, procedure, function or anything else that edges begin and end at.
 * `object`: of this source, known to its catalogue where there is one. `external`: of another database or server.
 * `unresolved`: the catalogue should know it and does not. `system`: belongs to the database itself and bears no lineage.
 * `local`: lives inside one definition: temporary table, table variable, cursor, scalar variable.
 */
export type Relation = {
  readonly kind: 'object' | 'external' | 'unresolved' | 'system' | 'local';
  /** Equal for equal objects, whatever way their name was written. */
  readonly key: string;
  readonly server: string | null;
  readonly database: string | null;
  readonly schema: string | null;
  readonly name: string;
  /** Lower case; null when nobody said it. */
  readonly type: string | null;
  /** Null when they are not known. */
  readonly columns: readonly string[] | null;
  readonly signature?: Signature;
};

/**
 * A relation that lives inside one definition. Those that follow each other under one name are told apart by their version:
 * `@v`, then `@v:2`.
 */
export function localRelation(
  name: string,
  columns: readonly string[] | null,
  version: number,
  variable = false,
): Relation {
  const versioned = version === 1 ? name : `${name}:${version}`;
  const mark = variable && !versioned.startsWith('@') ? '@' : '';
  const key = `local:${mark}${versioned.toLowerCase()}`;
  return {
    kind: 'local',
    key,
    server: null,
    database: null,
    schema: null,
    name: versioned,
    type: null,
    columns,
  };
}

const spellings = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** A column as the catalogue spells it; as written where the catalogue does not know it. */
export function spelledColumn({ columns }: Relation, column: string): string {
  if (columns === null) return column;
  const known = spellings.get(columns) ?? new Map(columns.map((it) => [it.toLowerCase(), it]));
  spellings.set(columns, known);
  return known.get(column.toLowerCase()) ?? column;
}
