import type { RowType } from './row-type';
import { widerType } from './wider-type';

/** True when a column that holds `held` cannot be made to hold values of `type`: it would become narrower, or neither holds the other. */
export function narrows(held: RowType, type: RowType): boolean {
  if (held === type) return false;
  const wider = widerType(held, type);
  return wider === null || wider === held;
}
