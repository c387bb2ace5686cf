import type { SqlDialect } from '../dialect';
import type { ObjectHeader } from '../sql-object';
import type { Statement } from '../statement';
import { type Tokens, tokenize } from '../tokens/tokenize';
import { splitTsql } from './split-tsql';

/** An object met in a text: its header, the index of its first token and of the token past it. */
export type ObjectIn = { readonly header: ObjectHeader; readonly start: number; readonly end: number };

/** The statements of a text in order, those of object bodies too, and the objects. */
export type SplitText = Tokens & {
  readonly statements: readonly Statement[];
  readonly objects: readonly ObjectIn[];
};

/** Splits a text. Never throws: what is no SQL becomes statements of kind `other`. */
export function splitText(source: string, dialect: SqlDialect): SplitText {
  const read = tokenize(source, dialect);
  return { ...read, ...splitTsql(source, read.tokens) };
}
