import { localRelation, type Relation } from '../resolve/relation';
import type { PathStep } from '../statement';

/**
 * What lives inside one definition: temporary tables, table variables, cursors, scalar variables. A variable that is set anew
 * and a temporary table that is made anew begin a new version, so that what went in before does not come out after.
 */
export type Locals = {
  /** Says where the next statement stands: what is set inside a loop stays one version. */
  enter(path: readonly PathStep[]): void;
  /** The temporary table, table variable or cursor of a name. */
  table(name: string): Relation | null;
  /** As `table`, only when it was met before. */
  madeTable(name: string): Relation | null;
  makeTable(name: string, columns: readonly string[] | null): Relation;
  /** The same table with more columns. */
  addColumns(name: string, columns: readonly string[]): void;
  /** The version of a variable that is read here. */
  variable(name: string): Relation;
  /** The version that a value goes into; `before`: the one that stays when a condition does not hold. */
  assign(name: string): { readonly relation: Relation; readonly before: Relation | null };
};

/** `marked`: `#` and `@` in front of a name make it local, whether it was seen to be made or not. */
export function openLocals(marked: boolean): Locals {
  const tables = new Map<string, Relation>();
  const variables = new Map<string, Relation>();
  const versions = new Map<string, number>();
  let path: readonly PathStep[] = [];
  const inLoop = () => path.includes('while') || path.includes('loop');
  const version = (name: string, columns: readonly string[] | null, isVariable = false) => {
    const key = name.toLowerCase();
    const count = (versions.get(key) ?? 0) + 1;
    versions.set(key, count);
    return localRelation(name, columns, count, isVariable);
  };
  const makeTable = (name: string, columns: readonly string[] | null) => {
    const key = name.toLowerCase();
    const known = tables.get(key);
    const anew = known === undefined || path.length === 0;
    const made = anew ? version(name, columns) : { ...known, columns: columns ?? known.columns };
    tables.set(key, made);
    return made;
  };
  const variable = (name: string) => {
    const known = variables.get(name.toLowerCase()) ?? version(name, [name], true);
    variables.set(name.toLowerCase(), known);
    return known;
  };
  return {
    enter: (steps) => {
      path = steps;
    },
    table: (name) => {
      const known = tables.get(name.toLowerCase());
      return known ?? (marked && /^[#@]/.test(name) ? makeTable(name, null) : null);
    },
    madeTable: (name) => tables.get(name.toLowerCase()) ?? null,
    makeTable,
    addColumns: (name, columns) => {
      const known = tables.get(name.toLowerCase());
      if (known?.columns == null) return;
      tables.set(name.toLowerCase(), { ...known, columns: [...known.columns, ...columns] });
    },
    variable,
    assign: (name) => {
      const before = variables.get(name.toLowerCase());
      if (before === undefined || inLoop()) return { relation: variable(name), before: null };
      const relation = version(name, [name], true);
      variables.set(name.toLowerCase(), relation);
      return { relation, before: path.length === 0 ? null : before };
    },
  };
}
