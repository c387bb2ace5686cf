import type { SqlDialect } from '../dialect';
import type { Statement } from '../statement';
import { isIdle } from './idle-statements';

/**
 * A statement that is none of the known ones becomes one of kind `unknown`, so that it is told and not passed over: what the splitter has no use
 * for and no list of idle statements has, and a change without the name that it needs.
 */
export function tellUnknown(statement: Statement, dialect: SqlDialect): Statement {
  return isKnown(statement, dialect) ? statement : { ...statement, kind: 'unknown' };
}

function isKnown({ kind, tokens, target, of, call }: Statement, dialect: SqlDialect): boolean {
  switch (kind) {
    case 'other':
    case 'ddl':
      return isIdle(tokens, dialect);
    case 'execute':
    case 'insert-execute':
      return call !== null;
    case 'truncate':
    case 'bulk-load':
      return target !== null;
    case 'copy-rows':
    case 'move-rows':
    case 'create-synonym':
      return of !== null;
    default:
      return true;
  }
}
