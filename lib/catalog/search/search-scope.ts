import { at, type LineageGraph } from '@/lib/lineage/graph/graph';
import { type SearchQuery, valuesOf } from './parse-search-query';

type Scope = { schema?: string | undefined; type?: string | undefined };

/**
 * The query with the filters of the request beside those typed in it. Both must hold: what is in only one of two
 * lists is out.
 */
export function withScope(query: SearchQuery, { schema, type }: Scope): SearchQuery {
  return {
    terms: query.terms,
    schemas: both(query.schemas, valuesOf(schema ?? '')),
    types: both(query.types, valuesOf(type ?? '')),
  };
}

/** No schema and no type has this name, so a filter for it finds nothing. */
const NOTHING = '\0';

function both(typed: readonly string[], given: readonly string[]): readonly string[] {
  if (typed.length === 0 || given.length === 0) return [...typed, ...given];
  const lower = new Set(given.map((value) => value.toLowerCase()));
  const common = typed.filter((value) => lower.has(value.toLowerCase()));
  return common.length === 0 ? [NOTHING] : common;
}

/** The test of one object against the schemas (without case) and types of a query. */
export function scopeFilter(graph: LineageGraph, query: SearchQuery): (object: number) => boolean {
  const schemas = new Set(query.schemas.map((schema) => schema.toLowerCase()));
  const types = new Set(query.types);
  return (object) =>
    (schemas.size === 0 || schemas.has(at(graph.schemas, object).toLowerCase())) &&
    (types.size === 0 || types.has(at(graph.types, object)));
}
