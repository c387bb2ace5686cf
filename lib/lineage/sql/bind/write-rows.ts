import type { Name } from '../ir/ir';
import type { Relation } from '../resolve/relation';
import type { Binder } from './binder';
import type { Rows } from './bound-source';

export type Target = {
  readonly name: Name;
  /** The columns the statement lists; empty when it lists none. */
  readonly columns: readonly string[];
  /** The statement makes the target: its columns are those of the rows. */
  readonly makes: boolean;
  readonly temporary: boolean;
  readonly byName?: boolean;
};

/** Rows go into a target: by the listed columns, else by the target's own order, else by the names the rows have. */
export function writeRows(binder: Binder, target: Target, rows: Rows): Relation {
  const own = rows.columns.map(({ name }) => name);
  const made = rows.open.length > 0 ? null : own.map((name, at) => name ?? `column${at + 1}`);
  const relation = target.makes
    ? binder.define(target.name, target.columns.length > 0 ? target.columns : made, target.temporary)
    : binder.relation(target.name);
  binder.frame.touch('writes', relation, target.name.at);
  linkRows(binder, relation, targetColumns(target, relation, own), rows);
  return relation;
}

/** Links each column to the target's column at its place, and the influences to its rows. */
export function linkRows(
  binder: Binder,
  relation: Relation,
  names: readonly (string | null)[],
  rows: Rows,
): void {
  rows.columns.forEach(({ flows }, at) => {
    const name = names[at];
    if (name === null || name === undefined) return;
    for (const flow of flows) binder.frame.link(flow, relation, name);
  });
  for (const open of rows.open) {
    binder.frame.link({ relation: open, column: '*', kind: 'direct' }, relation, '*');
  }
  binder.frame.linkInfluences(relation);
}

function targetColumns(
  target: Target,
  relation: Relation,
  own: readonly (string | null)[],
): readonly (string | null)[] {
  if (target.byName === true) return own;
  if (target.columns.length > 0) return target.columns;
  const known = relation.columns;
  if (target.makes || known === null || known.length === own.length) {
    return target.makes || known === null ? own : known;
  }
  // Fewer values than columns: identity and computed columns are left out, which ones is not known; names tell.
  const names = new Map(known.map((name) => [name.toLowerCase(), name]));
  const byName = own.map((name) => names.get(name?.toLowerCase() ?? '') ?? null);
  return byName.every((name) => name !== null) ? byName : known;
}
