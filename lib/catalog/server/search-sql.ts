import 'server-only';
import type { SearchQuery } from '@/lib/catalog/search/parse-search-query';
import type { SqlParams } from '@/lib/workspace/sql-value';
import { objects } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';

/**
 * The objects in the scope of a query, one row each as the newest source has them: the same rule as the graph's.
 * To stand after WITH as `scope`, with the parameters of `scopeParams`.
 */
export function scopeSql({ schemas, types }: SearchQuery): string {
  const filters = [
    'nth = 1',
    ...(schemas.length > 0 ? ['lower(schema_name) IN (SELECT lower(s) FROM unnest($schemas) AS u(s))'] : []),
    ...(types.length > 0 ? ['object_type = ANY($types)'] : []),
  ];
  return `scope AS (
    SELECT object, lower(database_name) AS d, lower(schema_name) AS s, lower(object_name) AS n
    FROM (SELECT *, row_number() OVER (PARTITION BY object ORDER BY _from DESC, source) AS nth
      FROM ${asOf(objects)} AS o)
    WHERE ${filters.join(' AND ')})`;
}

export function scopeParams({ schemas, types }: SearchQuery): SqlParams {
  return {
    ...(schemas.length > 0 ? { schemas } : {}),
    ...(types.length > 0 ? { types } : {}),
  };
}

/** `column` holds every term, literally and without case; with the parameters of `termParams`. */
export function holdsTerms(column: string, terms: readonly string[]): string {
  return terms.map((_, i) => `contains(lower(${column}), lower($term${i}))`).join(' AND ');
}

export function termParams(terms: readonly string[]): SqlParams {
  return Object.fromEntries(terms.map((term, i) => [`term${i}`, term]));
}
