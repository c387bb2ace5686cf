import type { Import } from '@/lib/imports/contract';

const ROLE_WORDS = /(table[-_ ]?columns|query[-_ ]?logs?|objects|definitions|dependencies)/i;

/** Names of the sources that imports brought in, the one used last first. */
export function knownSources(imports: readonly Pick<Import, 'source' | 'state'>[]): string[] {
  const names = imports.flatMap((it) => (it.state === 'succeeded' && it.source ? [it.source.name] : []));
  return [...new Set(names)];
}

/**
 * A name to begin with: the source that was used last, else what the file names share before their kind
 * (`sales_objects.csv` and `sales_definitions.csv`: `sales`), else `Warehouse`.
 */
export function proposeSourceName(fileNames: readonly string[], known: readonly string[]): string {
  const [last] = known;
  if (last !== undefined) return last;
  const prefixes = new Set(
    fileNames.map((name) => (name.split(ROLE_WORDS)[0] ?? '').replace(/[-_. ]+$/, '')),
  );
  const [prefix] = prefixes;
  return prefixes.size === 1 && prefix !== undefined && prefix.length > 1 && !prefix.includes('.')
    ? prefix
    : 'Warehouse';
}
