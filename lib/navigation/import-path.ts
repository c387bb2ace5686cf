import type { Route } from 'next';

/** The address of an import: its receipt, or its progress while it runs. Takes its number or, before it has one, its id. */
export function importPath(import_: number | string): Route {
  return `/imports/${import_}` as Route;
}

/** The receipt with the rejects that are to be corrected and imported again. */
export function fixPath(import_: number): Route {
  return `/imports/${import_}?fix=rejects` as Route;
}
