import { localRelation, type Relation } from '../resolve/relation';

/** What lives inside one definition: temporary tables, table variables, cursors, scalar variables. */
export type Locals = {
  /** The temporary table, table variable or cursor of a name. */
  table(name: string): Relation | null;
  makeTable(name: string, columns: readonly string[] | null): Relation;
  variable(name: string): Relation;
};

/** `marked`: `#` and `@` in front of a name make it local, whether it was seen to be made or not. */
export function openLocals(marked: boolean): Locals {
  const tables = new Map<string, Relation>();
  const variables = new Map<string, Relation>();
  const makeTable = (name: string, columns: readonly string[] | null) => {
    const known = tables.get(name.toLowerCase());
    if (known !== undefined && (columns === null || sameColumns(known.columns, columns))) return known;
    const made = localRelation(name, columns);
    tables.set(name.toLowerCase(), made);
    return made;
  };
  return {
    table: (name) => {
      const known = tables.get(name.toLowerCase());
      return known ?? (marked && /^[#@]/.test(name) ? makeTable(name, null) : null);
    },
    makeTable,
    variable: (name) => {
      const known = variables.get(name.toLowerCase()) ?? localRelation(name, [name]);
      variables.set(name.toLowerCase(), known);
      return known;
    },
  };
}

function sameColumns(one: readonly string[] | null, other: readonly string[]): boolean {
  return one !== null && one.length === other.length && one.every((it, at) => it === other[at]);
}
