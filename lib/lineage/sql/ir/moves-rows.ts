import type { StatementKind } from '../statement';
import type { Body, BodyStatement } from './body';

const MOVING: ReadonlySet<StatementKind> = new Set([
  ...(['insert', 'update', 'merge', 'create-table-as', 'insert-execute', 'bulk-load'] as const),
]);

/** May a statement of a text put rows anywhere? False is certain: such a text only reads, calls or makes. */
export function movesRows({ statements }: Pick<Body, 'statements'>): boolean {
  return statements.some(mayMove);
}

function mayMove({ kind, scan, dynamic }: BodyStatement): boolean {
  return MOVING.has(kind) || scan.writes.length > 0 || (dynamic?.statements.some(mayMove) ?? false);
}
