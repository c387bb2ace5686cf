import type { Import } from '@/lib/imports/contract';

const ROLE_WORDS = /(table[-_ ]?columns|query[-_ ]?logs?|objects|definitions|dependencies)/i;

/** A source that was imported before, and with which import last. */
export type KnownSource = { name: string; number: number | null; owner: string };

/** The sources that imports brought in, the one used last first; `imports` newest first. */
export function knownSources(
  imports: readonly Pick<Import, 'source' | 'state' | 'number' | 'owner'>[],
): KnownSource[] {
  const known = new Map<string, KnownSource>();
  for (const { source, state, number, owner } of imports) {
    if (state === 'succeeded' && source && !known.has(source.name)) {
      known.set(source.name, { name: source.name, number, owner: owner.name });
    }
  }
  return [...known.values()];
}

/**
 * A name to begin with: what the file names share before their kind (`sales_objects.csv` and `sales_definitions.csv`:
 * `sales`), else the only source there is, else `Warehouse` in an empty workspace. Among several sources nothing is
 * proposed, because replacing the wrong one would end all it had.
 */
export function proposeSourceName(fileNames: readonly string[], known: readonly string[]): string {
  const shared = sharedPrefix(fileNames);
  if (shared !== undefined)
    return known.find((name) => name.toLowerCase() === shared.toLowerCase()) ?? shared;
  if (known.length > 1) return '';
  return known[0] ?? 'Warehouse';
}

function sharedPrefix(fileNames: readonly string[]): string | undefined {
  const prefixes = new Set(
    fileNames.map((name) => (name.split(ROLE_WORDS)[0] ?? '').replace(/[-_. ]+$/, '')),
  );
  const [prefix] = prefixes;
  const isName = prefixes.size === 1 && prefix !== undefined && prefix.length > 1 && !prefix.includes('.');
  return isName ? prefix : undefined;
}
