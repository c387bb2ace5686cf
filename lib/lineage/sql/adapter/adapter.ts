import type { SqlDialect } from '../dialect';
import type { Change, Expression, Query, Source } from '../ir/ir';

/** The parts of the adapter that need each other: each takes a node of the parser's tree. */
export type Adapter = {
  readonly dialect: SqlDialect;
  expression(node: unknown): Expression;
  query(node: unknown): Query;
  source(node: unknown): Source;
  /** Null when the node is no change of data. */
  change(node: unknown): Change | null;
};
