import type { SqlDialect } from '../dialect';
import type { Catalog } from '../resolve/catalog';
import type { Definition } from './definition';
import type { ObjectFacts } from './object-facts';
import { openModel } from './open-model';
import { outlineOf } from './outline';

/** The lineage of all definitions of one source, in the order of `definitions`. */
export function extractModel(
  definitions: readonly Definition[],
  catalog: Catalog,
  dialect: SqlDialect,
): ObjectFacts[] {
  const outlined = definitions.map(({ object, body }) => ({
    object,
    body,
    outline: outlineOf(object, body),
  }));
  const model = openModel(outlined, catalog, dialect);
  const facts = new Map(model.order.map((it) => [it, model.bind(it.object, it.body).facts]));
  return outlined.flatMap((it) => facts.get(it) ?? []);
}
