import type { Route } from 'next';

/** The address of the lineage as of a snapshot; without a number, of the latest. */
export function lineageOfSnapshot(snapshot: number | null): Route {
  return (snapshot === null ? '/lineage' : `/lineage?snapshot=${snapshot}`) as Route;
}
