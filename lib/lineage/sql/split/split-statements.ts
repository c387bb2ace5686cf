import type { SqlDialect } from '../dialect';
import type { Statement } from '../statement';
import { tokenize } from '../tokens/tokenize';
import { splitTsql } from './split-tsql';

/**
 * The statements of a text, in order; the bodies of objects in it give their statements, their headers none. Never throws:
 * what is no SQL becomes statements of kind `other`.
 */
export function splitStatements(text: string, dialect: SqlDialect): Statement[] {
  const { tokens } = tokenize(text, dialect);
  return splitTsql(text, tokens).statements;
}
