import type { Route } from 'next';

/** The address of an import: its receipt, or its progress while it runs. Takes its number or, before it has one, its id. */
export function importPath(import_: number | string): Route {
  return `/imports/${import_}` as Route;
}
