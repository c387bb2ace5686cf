import type { SearchHit } from '@/lib/catalog/contract';

export type HitKind = SearchHit['kind'];
export type HitGroup = { kind: HitKind; label: string; hits: SearchHit[]; total: number };

export const HIT_KINDS = [
  { kind: 'object', label: 'Names' },
  { kind: 'column', label: 'Columns' },
  { kind: 'sql', label: 'SQL text' },
] as const satisfies ReadonlyArray<{ kind: HitKind; label: string }>;

/** A key that tells hits apart: one object can be found by its name, by columns and in its text. */
export const hitKey = (hit: SearchHit) => `${hit.kind}-${hit.object.id}-${hit.column ?? hit.line ?? ''}`;

/** The hits in the order in which they are shown; kinds without a hit are left out. */
export function groupHits(items: readonly SearchHit[], totals: Record<HitKind, number>): HitGroup[] {
  return HIT_KINDS.flatMap(({ kind, label }) => {
    const hits = items.filter((hit) => hit.kind === kind);
    return hits.length === 0 ? [] : [{ kind, label, hits, total: totals[kind] }];
  });
}

/** Where the next or the previous group starts; null past the ends, so that Tab leaves the list. */
export function otherGroup(groups: readonly HitGroup[], at: number, step: 1 | -1): number | null {
  let start = 0;
  const starts = groups.map((group) => {
    const here = start;
    start += group.hits.length;
    return here;
  });
  const current = starts.filter((first) => first <= at).length - 1;
  return starts[current + step] ?? null;
}
