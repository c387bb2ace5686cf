import type { CatalogIndex } from '../resolve/catalog-index';
import { resolveRelation } from '../resolve/resolve-relation';
import type { Outlined } from './outline';

const rank: { readonly [type: string]: number } = {
  view: 0,
  function: 1,
  procedure: 2,
  trigger: 3,
  script: 4,
};

/** Views, functions, procedures, triggers, scripts; within that, each after the definitions it names. Cycles are cut. */
export function orderDefinitions<D extends Outlined>(definitions: readonly D[], index: CatalogIndex): D[] {
  const byKey = new Map<string, D>();
  const keyOf = ({ object }: D, parts: readonly string[]) => {
    const { database, schema, dialect } = object;
    return resolveRelation({ parts }, { database, schema, dialect }, index).key;
  };
  for (const definition of definitions) {
    const { database, schema, name } = definition.object;
    byKey.set(keyOf(definition, [database ?? '', schema ?? '', name]), definition);
  }
  // The same names come again and again.
  const known = new Map<string, D | null>();
  const named = (definition: D, parts: readonly string[]): D | null => {
    const { database, schema } = definition.object;
    const written = [database ?? '', schema ?? '', ...parts].join('\u0000');
    const before = known.get(written);
    if (before !== undefined) return before;
    const found = byKey.get(keyOf(definition, parts)) ?? null;
    known.set(written, found);
    return found;
  };
  const needs = (definition: D) =>
    definition.outline.names.flatMap((parts) => named(definition, parts) ?? []);
  const ordered: D[] = [];
  const seen = new Set<D>();
  const byRank = definitions.toSorted(
    (one, other) => (rank[one.object.type] ?? 9) - (rank[other.object.type] ?? 9),
  );
  for (const start of byRank) {
    const stack = [{ definition: start, left: seen.has(start) ? [] : needs(start) }];
    if (seen.has(start)) continue;
    seen.add(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.left.pop();
      if (next === undefined) {
        ordered.push(top.definition);
        stack.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        stack.push({ definition: next, left: needs(next) });
      }
    }
  }
  return ordered;
}
