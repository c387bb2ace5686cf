/** The last slot: all schemas after the eighth. */
export const LAST_SLOT = 9;

const keyOf = (database: string, schema: string): string => `${database}\0${schema}`.toLowerCase();

/**
 * Gives schemas their colour slot, 1 to 9, by order of arrival. The order comes from all snapshots, so a slot never
 * moves when schemas are added or end. Names that differ only in case are one schema.
 */
export function schemaSlots(byArrival: readonly { database: string; schema: string }[]) {
  const slots = new Map<string, number>();
  for (const { database, schema } of byArrival) {
    const key = keyOf(database, schema);
    if (!slots.has(key)) slots.set(key, Math.min(slots.size + 1, LAST_SLOT));
  }
  return (database: string, schema: string): number => slots.get(keyOf(database, schema)) ?? LAST_SLOT;
}
