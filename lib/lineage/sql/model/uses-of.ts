import type { Body } from '../ir/body';
import type { UsedPlace } from '../split/used-place';

/** All USE statements of a body. */
export function usesOf({ statements }: Body): UsedPlace[] {
  return statements.flatMap(({ use }) => use ?? []);
}
