import type { SqlDialect } from '../dialect';
import type { Catalog } from '../resolve/catalog';
import { type CatalogIndex, indexCatalog } from '../resolve/catalog-index';
import type { Relation } from '../resolve/relation';
import { resolveRelation } from '../resolve/resolve-relation';
import type { SqlObject } from '../sql-object';
import { addDefinitions } from './add-definitions';
import type { Definition } from './definition';
import { extractObject } from './extract-object';
import type { ObjectFacts } from './object-facts';
import { orderDefinitions } from './order-definitions';

/** The lineage of all definitions of one source, in the order of `definitions`. */
export function extractModel(
  definitions: readonly Definition[],
  catalog: Catalog,
  dialect: SqlDialect,
): ObjectFacts[] {
  const facts = new Map<Definition, ObjectFacts>();
  for (const found of extractEach(definitions, catalog, dialect)) facts.set(found.definition, found.facts);
  return definitions.flatMap((definition) => facts.get(definition) ?? []);
}

/**
 * The lineage of one definition after the other: each after those it reads from, so that their columns are known to it (in a
 * cycle the first is bound without them). Whoever asks may pause between them.
 */
export function* extractEach<D extends Definition>(
  definitions: readonly D[],
  catalog: Catalog,
  dialect: SqlDialect,
): Generator<{ readonly definition: D; readonly facts: ObjectFacts }> {
  const index = indexCatalog(catalog, dialect);
  addDefinitions(definitions, index);
  const results = new Map<string, ObjectFacts['results']>();
  for (const definition of orderDefinitions(definitions, index)) {
    const { object, body } = definition;
    const self = selfOf(object, index);
    const home = { database: object.database, schema: object.schema, dialect };
    const resultsOf = (procedure: Relation) => results.get(procedure.key) ?? [];
    const facts = extractObject(object, { self, home, body, catalog: index, resultsOf });
    results.set(self.key, facts.results);
    addColumns(facts, index);
    yield { definition, facts };
  }
}

/** The object itself as others see it. A script is nobody's source: it is known by its file alone. */
function selfOf(object: SqlObject, index: CatalogIndex): Relation {
  const { database, schema, name, dialect } = object;
  if (object.type === 'script') {
    const key = `script:${object.origin}`;
    return {
      kind: 'object',
      key,
      server: null,
      database: null,
      schema: null,
      name,
      type: 'script',
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
