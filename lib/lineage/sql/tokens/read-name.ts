import type { NameParts } from '../statement';
import type { Token } from './token';

/** A name read from tokens: its parts, and the index of the token after it. */
export type NameAt = { readonly parts: NameParts; readonly next: number };

/** The qualified name that begins at token `index`, parts left out (`db..t`) as empty texts; null when there is none. */
export function readName(tokens: readonly Token[], index: number): NameAt | null {
  const parts: string[] = [];
  let at = index;
  let part = tokens[at];
  while (part !== undefined && isNamePart(part)) {
    parts.push(unquote(part));
    at++;
    if (tokens[at]?.text !== '.') break;
    let dots = at;
    while (tokens[dots + 1]?.text === '.') dots++;
    part = tokens[dots + 1];
    if (part === undefined || !isNamePart(part)) break;
    for (let skipped = at; skipped < dots; skipped++) parts.push('');
    at = dots + 1;
  }
  return parts.length === 0 ? null : { parts, next: at };
}

/** A word or a quoted name. */
export function isNamePart(token: Token): boolean {
  return token.kind === 'word' || token.kind === 'quoted';
}

/** The name a token stands for, without its quotes. */
export function unquote(token: Token): string {
  if (token.kind !== 'quoted') return token.text;
  const closing = token.text.startsWith('[') ? ']' : token.text.charAt(0);
  const inner = token.text.slice(1, token.text.endsWith(closing) ? -1 : undefined);
  return inner.replaceAll(closing + closing, closing);
}
