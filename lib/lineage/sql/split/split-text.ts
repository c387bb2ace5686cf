import type { SqlDialect } from '../dialect';
import type { Range } from '../span';
import type { Token } from '../tokens/token';
import { tokenize } from '../tokens/tokenize';
import { blankCopyData } from './blank-copy-data';
import { splitGeneric } from './split-generic';
import { type Split, splitTsql } from './split-tsql';

/** `unclosed`: a string, quoted name or comment without an end. */
export type SplitText = Split & { readonly tokens: readonly Token[]; readonly unclosed: Range | null };

/** Splits a text into its statements and objects. Never throws: what is no SQL becomes statements of kind `unknown`. */
export function splitText(source: string, dialect: SqlDialect): SplitText {
  const text = dialect === 'postgres' || dialect === 'redshift' ? blankCopyData(source) : source;
  const { tokens, unclosed } = tokenize(text, dialect);
  const split = dialect === 'tsql' ? splitTsql(source, tokens) : splitGeneric(text, tokens, dialect);
  const { statements, objects, variables } = split;
  return { statements, objects, variables, tokens, unclosed };
}
