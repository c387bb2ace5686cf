import { isNamePart, readName } from '../tokens/read-name';
import type { Token } from '../tokens/token';

/** Words of expressions that are no columns. */
const WORD =
  /^(?:CASE|WHEN|THEN|ELSE|END|AND|OR|NOT|NULL|IS|IN|LIKE|BETWEEN|AS|DISTINCT|OVER|PARTITION|ORDER|BY|ASC|DESC|ROWS|RANGE|UNBOUNDED|PRECEDING|FOLLOWING|CURRENT|ROW|ESCAPE|COLLATE|EXISTS|ALL|ANY|SOME|ON|FROM|WHERE)$/;

/** The columns and variables named in an expression, as written, each once; neither functions nor types after AS. */
export function namesIn(tokens: readonly Token[]): string[] {
  const names = new Set<string>();
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const name = token !== undefined && isNamePart(token) ? readName(tokens, at) : null;
    if (token?.kind === 'variable') names.add(token.text);
    else if (name !== null && token !== undefined) {
      const isWord = token.kind === 'word' && name.parts.length === 1 && WORD.test(token.upper);
      const isOther =
        tokens[name.next]?.text === '(' || ['AS', 'COLLATE'].includes(tokens[at - 1]?.upper ?? '');
      const written = tokens.slice(at, name.next).map(({ text }) => text);
      if (!isWord && !isOther) names.add(written.join(''));
    }
    at = Math.max(at + 1, name?.next ?? 0);
  }
  return [...names];
}
