import type { SqlDialect } from '../dialect';
import type { Body } from '../ir/body';
import type { Catalog } from '../resolve/catalog';
import { type CatalogIndex, indexCatalog } from '../resolve/catalog-index';
import type { Relation } from '../resolve/relation';
import { resolveRelation } from '../resolve/resolve-relation';
import type { SqlObject } from '../sql-object';
import { extractObject } from './extract-object';
import type { ObjectFacts } from './object-facts';
import { orderDefinitions } from './order-definitions';
import type { Outlined } from './outline';
import { isStillTrue, recordTrail, type Trail } from './trail';

/** What binding a definition gave: its facts, and what it takes to know later that they still hold. */
export type Bound = { readonly facts: ObjectFacts; readonly reading: Reading };

/** A definition that was bound: the trail of it and the columns of its results. */
export type Reading = Trail & { readonly results: ObjectFacts['results'] };

/** All definitions of one source, to be bound one after the other in `order`. */
export type Model<D extends Outlined> = {
  /** Each after those it reads from, so that their columns are known to it; in a cycle the first is bound without them. */
  readonly order: readonly D[];
  bind(object: SqlObject, body: Body): Bound;
  /** Takes what was known of a definition, as if it were bound now; false, and nothing is taken, when it would be bound otherwise. */
  reuse(object: SqlObject, reading: Reading): boolean;
};

/** Opens the model: the catalogue knows what the definitions make. */
export function openModel<D extends Outlined>(
  definitions: readonly D[],
  catalog: Catalog,
  dialect: SqlDialect,
): Model<D> {
  const index = indexCatalog(catalog, dialect);
  for (const { outline } of definitions) for (const made of outline.makes) index.add(made);
  const results = new Map<string, ObjectFacts['results']>();
  const resultsOf = (key: string) => results.get(key) ?? [];
  return {
    order: orderDefinitions(definitions, index),
    bind(object, body) {
      const { index: asked, resultsOf: askedResults, trail } = recordTrail(index, resultsOf);
      const self = selfOf(object, asked);
      const home = { database: object.database, schema: object.schema, dialect };
      const facts = extractObject(object, {
        ...{ self, home, body, catalog: asked },
        resultsOf: ({ key }) => askedResults(key),
      });
      results.set(self.key, facts.results);
      addColumns(facts, asked);
      return { facts, reading: { ...trail(), results: facts.results } };
    },
    reuse(object, reading) {
      if (!isStillTrue(reading, index, resultsOf)) return false;
      results.set(selfOf(object, index).key, reading.results);
      for (const made of reading.adds) index.add(made);
      return true;
    },
  };
}

/** The object itself as others see it. A script is nobody's source: it is known by its file alone. */
function selfOf(object: SqlObject, index: CatalogIndex): Relation {
  const { database, schema, name, dialect } = object;
  if (object.type === 'script') {
    const key = `script:${object.origin}`;
    return {
      ...{ kind: 'object', key, server: null, database: null, schema: null, name, type: 'script' },
      columns: null,
    };
  }
  const parts = [database ?? '', schema ?? '', name];
  const self = resolveRelation({ parts }, { database, schema, dialect }, index);
  return self.kind === 'object' ? self : { ...self, kind: 'object' };
}

/** What a view or a function gives is known to all that are bound after it. */
function addColumns({ object, type, results }: ObjectFacts, index: CatalogIndex): void {
  const [columns] = results;
  if (columns === undefined || (type !== 'view' && type !== 'function')) return;
  const { database, schema, name } = object;
  index.add({ database, schema, name, type, columns });
}
