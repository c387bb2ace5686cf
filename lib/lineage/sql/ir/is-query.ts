import type { Change, Query } from './ir';

/** Does a statement ask for rows, rather than change data? */
export function isQuery(tree: Query | Change): tree is Query {
  return tree.kind === 'select' || tree.kind === 'set' || tree.kind === 'values' || tree.kind === 'change';
}
