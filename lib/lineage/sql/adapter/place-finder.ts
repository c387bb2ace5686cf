import type { ParsedStatement } from '../parsed-statement';
import type { Range } from '../span';
import { fieldsOf } from './syntax-node';

/**
 * The place in the source from the first to the last of some identifiers of the tree; those left out are null. Undefined when it is not known
 * for sure: one of them has no place, or a rewrite put it there, so that the source has other words at it.
 */
export type FindPlace = (...identifiers: readonly unknown[]) => Range | undefined;

/** For text that is no part of the definition: made at run time. */
export const nowhere: FindPlace = () => undefined;

export function placeFinder({
  statement: { source, range },
  rangeOf,
}: Pick<ParsedStatement, 'statement' | 'rangeOf'>): FindPlace {
  const placeOf = (identifier: unknown): Range | undefined => {
    const { name, span } = fieldsOf(identifier);
    const { start, end } = fieldsOf(span);
    if (typeof name !== 'string' || typeof start !== 'number' || typeof end !== 'number') return undefined;
    const found = rangeOf({ start, end });
    const isThere = found.start >= range.start && found.end <= range.end;
    return isThere && unquoted(source.slice(found.start, found.end)) === name ? found : undefined;
  };
  return (...identifiers) => {
    let all: Range | undefined;
    for (const identifier of identifiers) {
      if (identifier === null || identifier === undefined) continue;
      const one = placeOf(identifier);
      if (one === undefined || (all !== undefined && one.start < all.end)) return undefined;
      all = { start: all?.start ?? one.start, end: one.end };
    }
    return all;
  };
}

function unquoted(text: string): string {
  const closing = text.startsWith('[') ? ']' : text.charAt(0);
  if (!/^["`[]/.test(text) || !text.endsWith(closing)) return text;
  return text.slice(1, -1).replaceAll(closing + closing, closing);
}
