import type { BoundSource, Rows } from './bound-source';
import type { Flow } from './flow';

/** Names of CTEs in sight. */
export type Ctes = ReadonlyMap<string, { readonly rows: Rows; readonly base: BoundSource['base'] }>;

/** What a column name may mean at one place, innermost first. */
export type Scope = {
  readonly sources: BoundSource[];
  /** Names given in the select list; a last resort where no source has the name. */
  readonly aliases: Map<string, readonly Flow[]>;
  readonly ctes: Ctes;
  readonly outer: Scope | null;
};

export function innerScope(outer: Scope | null, ctes: Ctes = outer?.ctes ?? new Map()): Scope {
  return { sources: [], aliases: new Map(), ctes, outer };
}
