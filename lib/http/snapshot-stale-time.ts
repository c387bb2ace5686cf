/**
 * TanStack Query `staleTime` in ms of a browse read: an answer for a fixed snapshot never goes stale, one for "current"
 * does at once, so that it is asked again when the window gets the focus.
 */
export function snapshotStaleTime(snapshot: unknown): number {
  return snapshot === undefined ? 0 : Number.POSITIVE_INFINITY;
}
