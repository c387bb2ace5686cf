import type { SqlDialect } from '../dialect';
import type { Catalog, CatalogObject } from './catalog';
import { foldCase } from './dialect-names';

/** The catalogue and what the definitions add to it, found by name without regard to case. */
export type CatalogIndex = {
  /** False when there is no catalogue: then an unknown name is no mistake. */
  readonly complete: boolean;
  knowsDatabase(database: string): boolean;
  /** `database` or `schema` null: any. `exact` decides between objects whose names differ only by case. */
  find(
    name: { database: string | null; schema: string | null; name: string },
    exact?: readonly boolean[],
  ): CatalogObject | null;
  /** Adds an object, or columns to one that has none. */
  add(object: CatalogObject): void;
};

/** An index of the catalogue; `add` makes it grow while definitions are read. */
export function indexCatalog(catalog: Catalog, dialect: SqlDialect): CatalogIndex {
  const byName = new Map<string, CatalogObject[]>();
  const databases = new Set<string>();
  const add = (object: CatalogObject) => {
    if (object.database !== null) databases.add(object.database.toLowerCase());
    const key = object.name.toLowerCase();
    const found = byName.get(key) ?? [];
    const at = found.findIndex(
      (it) => same(it.database, object.database) && same(it.schema, object.schema) && it.name === object.name,
    );
    const known = found[at];
    if (known === undefined) found.push(object);
    else if ((known.columns === null && object.columns !== null) || known.signature !== object.signature)
      found[at] = merged(known, object);
    byName.set(key, found);
  };
  for (const object of catalog.objects) add(object);
  return {
    complete: catalog.objects.length > 0,
    knowsDatabase: (database) => databases.has(database.toLowerCase()),
    find: (wanted, quoted = []) => {
      const fits = (byName.get(wanted.name.toLowerCase()) ?? []).filter(
        (it) => agrees(it.database, wanted.database) && agrees(it.schema, wanted.schema),
      );
      if (fits.length <= 1) return fits[0] ?? null;
      const spelled = quoted.at(-1) === true ? wanted.name : foldCase(wanted.name, dialect);
      return (
        fits.find((it) => it.name === spelled) ??
        fits.find((it) => it.name === wanted.name) ??
        fits[0] ??
        null
      );
    },
    add,
  };
}

/** What is known already stays. */
function merged(known: CatalogObject, more: CatalogObject): CatalogObject {
  const signature = known.signature ?? more.signature;
  const both = { ...known, columns: known.columns ?? more.columns };
  return signature === undefined ? both : { ...both, signature };
}

function agrees(known: string | null, wanted: string | null): boolean {
  return wanted === null || known === null || known.toLowerCase() === wanted.toLowerCase();
}

function same(one: string | null, other: string | null): boolean {
  return (one ?? '').toLowerCase() === (other ?? '').toLowerCase();
}
