import type { SqlDialect } from '../dialect';
import type { Change, Query } from '../ir/ir';
import { adaptChange } from './adapt-change';
import { adaptExpression } from './adapt-expression';
import { adaptQuery } from './adapt-query';
import { adaptSource } from './adapt-source';
import type { Adapter } from './adapter';
import { type FindPlace, nowhere } from './place-finder';
import { nodeOf } from './syntax-node';

const queries = new Set([
  'select',
  'union',
  'intersect',
  'except',
  'subquery',
  'paren',
  'with',
  'values',
  'pivot',
]);

/** One statement of the parser in our own shapes; null when it changes nothing and asks nothing. */
export function adaptTree(
  tree: unknown,
  dialect: SqlDialect,
  place: FindPlace = nowhere,
): Query | Change | null {
  const adapt: Adapter = {
    dialect,
    place,
    expression: (node) => adaptExpression(adapt, node),
    query: (node) => adaptQuery(adapt, node),
    source: (node) => adaptSource(adapt, node),
    change: (node) => adaptChange(adapt, node),
  };
  const kind = nodeOf(tree)?.kind ?? '';
  return queries.has(kind) ? adapt.query(tree) : adapt.change(tree);
}
