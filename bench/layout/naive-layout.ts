import type { LayoutInput } from '@/lib/lineage/layout/layout';

/** Top left corners. */
export type NaiveLayout = { x: Float64Array; y: Float64Array };

/**
 * The baseline: columns by longest path (edges that lead back in the input order are left out), one sweep by the mean
 * place of the sources, cards stacked evenly. What one writes in an afternoon, with the same kind of loops.
 */
export function naiveLayout({ depth, from, to }: LayoutInput): NaiveLayout {
  const nodes = depth.length;
  const sources: number[][] = Array.from({ length: nodes }, () => []);
  const targets: number[][] = Array.from({ length: nodes }, () => []);
  const waiting = new Int32Array(nodes);
  from.forEach((a, e) => {
    const b = to[e] as number;
    if ((depth[b] as number) <= (depth[a] as number)) return;
    targets[a]?.push(b);
    sources[b]?.push(a);
    waiting[b] = (waiting[b] as number) + 1;
  });
  const rank = new Int32Array(nodes);
  const queue = Array.from(waiting.keys()).filter((v) => waiting[v] === 0);
  for (let i = 0; i < queue.length; i++) {
    const a = queue[i] as number;
    for (const b of targets[a] ?? []) {
      rank[b] = Math.max(rank[b] as number, (rank[a] as number) + 1);
      waiting[b] = (waiting[b] as number) - 1;
      if (waiting[b] === 0) queue.push(b);
    }
  }
  const columns = new Map<number, number[]>();
  rank.forEach((r, v) => {
    const column = columns.get(r);
    if (column) column.push(v);
    else columns.set(r, [v]);
  });
  const place = new Float64Array(nodes);
  const x = new Float64Array(nodes);
  const y = new Float64Array(nodes);
  for (const r of [...columns.keys()].sort((a, b) => a - b)) {
    const column = columns.get(r) ?? [];
    const mean = (v: number) => {
      const own = sources[v] ?? [];
      return own.length === 0 ? 0 : own.reduce((sum, a) => sum + (place[a] as number), 0) / own.length;
    };
    const key = new Map(column.map((v) => [v, mean(v)]));
    column.sort((a, b) => (key.get(a) as number) - (key.get(b) as number) || a - b);
    column.forEach((v, i) => {
      place[v] = i;
      x[v] = r * 220;
      y[v] = i * 62;
    });
  }
  return { x, y };
}

/** Columns of hops as in the product, cards in the order in which they arrive. */
export function unsortedLayout({ depth }: LayoutInput): NaiveLayout {
  const rows = new Map<number, number>();
  const y = Float64Array.from(depth, (column) => {
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    return row * 62;
  });
  return { x: Float64Array.from(depth, (column) => column * 220), y };
}
