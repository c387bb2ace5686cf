import type { SqlDialect } from '../dialect';
import type { Change, Expression, Query, Source } from '../ir/ir';
import type { FindPlace } from './place-finder';

/** The parts of the adapter that need each other: each takes a node of the parser's tree. */
export type Adapter = {
  readonly dialect: SqlDialect;
  readonly place: FindPlace;
  expression(node: unknown): Expression;
  query(node: unknown): Query;
  source(node: unknown): Source;
  /** Null when the node is no change of data. */
  change(node: unknown): Change | null;
};
