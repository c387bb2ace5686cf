import type { Body } from '../ir/body';
import type { CatalogIndex } from '../resolve/catalog-index';
import type { Relation } from '../resolve/relation';
import type { Home } from '../resolve/resolve-relation';
import type { Locals } from './locals';

/** What the statements of one definition share while they are bound. */
export type ObjectContext = {
  readonly self: Relation;
  readonly home: Home;
  readonly body: Body;
  readonly catalog: CatalogIndex;
  readonly locals: Locals;
  /** A body in which a plain name may be a variable or a parameter: any but T-SQL's, whose variables are marked. */
  readonly plainVariables: boolean;
  /** The names of the columns of each result a procedure gives, as far as it is known yet. */
  resultsOf(procedure: Relation): readonly (readonly string[])[];
};
