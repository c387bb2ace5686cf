import type { StageDb } from '../stage-db';

/** How many records the checks have rejected so far. */
export function countBad(db: StageDb): Promise<number> {
  return db.count('SELECT DISTINCT _place FROM reasons');
}
