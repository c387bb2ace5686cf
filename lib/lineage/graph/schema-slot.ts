/** The last colour slot: all schemas after the eighth. */
const LAST_SLOT = 9;

/**
 * The colour slot, 1 to 9, of a schema by its place in the order of arrival. That order comes from all snapshots, so a
 * slot never moves when schemas are added or end.
 */
export function schemaSlot(place: number): number {
  return Math.min(place + 1, LAST_SLOT);
}
