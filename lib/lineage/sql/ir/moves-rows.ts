import type { StatementKind } from '../statement';
import type { Body, BodyStatement } from './body';

/** What puts rows somewhere. A query may do so too (SELECT INTO), and its tokens tell. */
const MOVES: Record<StatementKind, boolean> = {
  ...{ insert: true, update: true, merge: true, 'create-table-as': true, 'insert-execute': true },
  ...{ 'bulk-load': true, 'copy-rows': true, 'move-rows': true },
  ...{ select: false, 'view-query': false, 'return-query': false, cursor: false, assign: false },
  ...{ condition: false, execute: false, delete: false, truncate: false, 'create-table': false },
  ...{ 'declare-table': false, 'create-synonym': false, ddl: false, other: false, unknown: false },
};

/** May a statement of a text put rows anywhere? False is certain: such a text only reads, calls, deletes or makes. */
export function movesRows({ statements }: Pick<Body, 'statements'>): boolean {
  return statements.some(mayMove);
}

function mayMove({ kind, scan, dynamic }: BodyStatement): boolean {
  return MOVES[kind] || scan.writes.length > 0 || (dynamic?.statements.some(mayMove) ?? false);
}
