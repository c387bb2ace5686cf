import type { Change, Expression, Name, Query, Source } from '../ir/ir';
import type { Relation } from '../resolve/relation';
import type { Home } from '../resolve/resolve-relation';
import type { BoundSource, Rows } from './bound-source';
import type { Flow } from './flow';
import type { Frame } from './frame';
import type { Locals } from './locals';
import type { Scope } from './scope';

/** The rows of a query and the table that a change of them changes. */
export type BoundRows = Rows & { readonly base: Relation | null };

/** The parts of the binder that need each other, for one statement. */
export type Binder = {
  readonly home: Home;
  readonly frame: Frame;
  readonly locals: Locals;
  /** The relation of a name where a table may stand; unknown names are reported. */
  relation(name: Name): Relation;
  /** The relation of a name that the statement makes, with the columns it gets. */
  define(name: Name, columns: readonly string[] | null, temporary: boolean): Relation;
  /** The function of a name; null when it is one of the database itself. */
  callee(name: Name): Relation | null;
  query(query: Query, outer: Scope): BoundRows;
  /** What `r.c` comes from when r is the row of a cursor, or the new or old row of a trigger; else null. */
  recordField(name: Name): readonly Flow[] | null;
  /** A declared parameter or variable that has no mark of its own. */
  isVariable(name: string): boolean;
  /** What a name comes from that no source has: a variable. Null when it can be none. */
  plainVariable(name: Name): readonly Flow[] | null;
  /** What an expression is made of. Its own queries are bound too. */
  flows(expression: Expression, scope: Scope): readonly Flow[];
  sources(source: Source, scope: Scope): BoundSource[];
  /** The rows a change gives back. */
  change(change: Change, outer: Scope): BoundRows;
};
