/** What a person typed: texts that must all be found, and filters; no filter of a kind means no restriction. */
export type SearchQuery = {
  readonly terms: readonly string[];
  readonly schemas: readonly string[];
  readonly types: readonly string[];
};

const VALUE = String.raw`"[^"]*"?|[^\s,"]+`;
const TOKEN = new RegExp(`(schema|type):((?:${VALUE})(?:,(?:${VALUE})?)*)?|"([^"]*)"?|([^\\s"]+)`, 'gi');
const VALUES = new RegExp(VALUE, 'g');

/**
 * Reads the search box: words (all must match), `"exact phrase"`, `schema:Sales,dw`, `type:view`. A value with spaces
 * is quoted: `schema:"my schema"`. A filter without a value yet is ignored, an open quote ends with the text.
 */
export function parseSearchQuery(text: string): SearchQuery {
  const terms: string[] = [];
  const filters: Record<'schema' | 'type', string[]> = { schema: [], type: [] };
  for (const [, filter, values, phrase, word] of text.matchAll(TOKEN)) {
    if (filter !== undefined)
      filters[filter.toLowerCase() as 'schema' | 'type'].push(...valuesOf(values ?? ''));
    else terms.push(phrase ?? word ?? '');
  }
  return {
    terms: terms.filter((term) => term.trim() !== ''),
    schemas: filters.schema,
    types: filters.type.map((type) => type.toLowerCase()),
  };
}

/** Reads a comma list of values, each quoted or not. */
export function valuesOf(list: string): string[] {
  return [...list.matchAll(VALUES)]
    .map(([value]) => value.replaceAll('"', '').trim())
    .filter((value) => value !== '');
}
