import type { Range } from '../span';
import type { Name } from './ir';

/** A name that the tokens told, with its place if that is known. */
export function named(parts: readonly string[], at: Range | undefined): Name {
  return at === undefined ? { parts } : { parts, at };
}
