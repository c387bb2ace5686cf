import { isNamePart } from '../tokens/read-name';
import type { Token } from '../tokens/token';

/** Whether `WITH name [(columns)] AS (` or `WITH XMLNAMESPACES (` begins at `index`. */
export function beginsCte(tokens: readonly Token[], pairs: Int32Array, index: number): boolean {
  if (tokens[index]?.upper !== 'WITH') return false;
  let at = index + 1;
  const name = tokens[at];
  if (name?.upper === 'XMLNAMESPACES') return true;
  if (name === undefined || !isNamePart(name)) return false;
  at++;
  if (tokens[at]?.text === '(') at = Math.max(at, pairs[at] ?? -1) + 1;
  return tokens[at]?.upper === 'AS' && tokens[at + 1]?.text === '(';
}

/** Whether a query begins at `index`: SELECT or a CTE. */
export function beginsQuery(tokens: readonly Token[], pairs: Int32Array, index: number): boolean {
  return tokens[index]?.upper === 'SELECT' || beginsCte(tokens, pairs, index);
}
