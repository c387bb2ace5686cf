import type { LayoutInput } from '@/lib/lineage/layout/layout';

type Positions = { x: ArrayLike<number>; y: ArrayLike<number> };

/**
 * How many pairs of edges cross when each is a straight line from card to card; the same measure for every layout.
 * Pairs that share a card do not count.
 */
export function straightCrossings({ from, to }: LayoutInput, { x, y }: Positions): number {
  const edges = Array.from(from.keys()).filter((e) => from[e] !== to[e]);
  const low = (e: number) => Math.min(at(x, from[e]), at(x, to[e]));
  const high = (e: number) => Math.max(at(x, from[e]), at(x, to[e]));
  edges.sort((e, f) => low(e) - low(f));
  let crossings = 0;
  let active: number[] = [];
  for (const e of edges) {
    active = active.filter((f) => high(f) > low(e));
    for (const f of active) if (crosses(e, f)) crossings++;
    active.push(e);
  }
  return crossings;

  function crosses(e: number, f: number): boolean {
    const [a, b, c, d] = [from[e], to[e], from[f], to[f]];
    if (a === c || a === d || b === c || b === d) return false;
    const side = (p?: number, q?: number, r?: number) =>
      Math.sign(
        (at(x, q) - at(x, p)) * (at(y, r) - at(y, p)) - (at(y, q) - at(y, p)) * (at(x, r) - at(x, p)),
      );
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  }
}

const at = (values: ArrayLike<number>, i: number | undefined): number => values[i ?? -1] ?? 0;
