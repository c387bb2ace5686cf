import { isNamePart, unquote } from '../tokens/read-name';
import type { Token } from '../tokens/token';

/** The names, lower case, that CTEs anywhere in a statement define: `WITH [RECURSIVE] a [(columns)] AS (...), b AS (...)`. */
export function cteNames(tokens: readonly Token[], pairs: Int32Array): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.upper !== 'WITH') continue;
    let at: number | null = tokens[index + 1]?.upper === 'RECURSIVE' ? index + 2 : index + 1;
    if (tokens[at]?.upper === 'XMLNAMESPACES') at = (pairs[at + 1] ?? -1) + 2;
    while (at !== null) {
      const name = tokens[at];
      const end = pastCte(tokens, pairs, at);
      if (name === undefined || end === null) break;
      names.add(unquote(name).toLowerCase());
      at = tokens[end]?.text === ',' ? end + 1 : null;
    }
  }
  return names;
}

/** Past `name [(columns)] AS [[NOT] MATERIALIZED] (...)` at `at`, or null. */
function pastCte(tokens: readonly Token[], pairs: Int32Array, at: number): number | null {
  const name = tokens[at];
  if (name === undefined || !isNamePart(name)) return null;
  let next = at + 1;
  if (tokens[next]?.text === '(') next = Math.max(next, pairs[next] ?? -1) + 1;
  if (tokens[next]?.upper !== 'AS') return null;
  next++;
  if (tokens[next]?.upper === 'NOT') next++;
  if (tokens[next]?.upper === 'MATERIALIZED') next++;
  const close = tokens[next]?.text === '(' ? (pairs[next] ?? -1) : -1;
  return close === -1 ? null : close + 1;
}
