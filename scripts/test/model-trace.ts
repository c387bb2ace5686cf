type Side = 'up' | 'down';
type Input = {
  size: number;
  pairs: readonly (readonly [number, number])[];
  root: number;
  up: number;
  down: number;
  limit: number;
  opened: readonly (readonly [number, Side])[];
};

/** Shortest hops by relaxing every edge as often as there are objects; slow, and nothing like the product's search. */
function distances({ size, pairs, root }: Input, side: Side): number[] {
  const distance = Array.from({ length: size }, (_, n) => (n === root ? 0 : Number.POSITIVE_INFINITY));
  for (let round = 0; round < size; round += 1) {
    for (const [from, to] of pairs) {
      const [near, far] = side === 'down' ? [from, to] : [to, from];
      distance[far] = Math.min(distance[far] ?? 0, (distance[near] ?? 0) + 1);
    }
  }
  return distance;
}

/** What a trace must answer, straight from the definitions in the contract. */
export function modelTrace(input: Input) {
  const { size, pairs, root, limit, opened } = input;
  const everyone = Array.from({ length: size }, (_, n) => n);
  const dist = { up: distances(input, 'up'), down: distances(input, 'down') };
  const d = (side: Side, n: number) => dist[side][n] ?? Number.POSITIVE_INFINITY;
  const next = (side: Side, n: number) =>
    everyone.filter(
      (m) =>
        m !== n &&
        pairs.some(([from, to]) => (side === 'down' ? from === n && to === m : from === m && to === n)),
    );
  const isOpen = (side: Side, n: number) => opened.some(([m, where]) => m === n && where === side);
  /** Drawn hops of everything wanted on a side: rounds until nothing is added. */
  const wantedOn = (side: Side) => {
    const hops = new Map([[root, 0]]);
    for (let round = 0; round <= size; round += 1) {
      for (const [n, far] of [...hops].filter(([, h]) => h === round)) {
        for (const m of next(side, n)) {
          if (!hops.has(m) && (isOpen(side, n) || d(side, m) <= input[side])) hops.set(m, far + 1);
        }
      }
    }
    hops.delete(root);
    return hops;
  };
  const wanted = { up: wantedOn('up'), down: wantedOn('down') };
  const order = [
    ...[...wanted.up].map(([n, hops]) => ({ n, hops, rank: 0 })),
    ...[...wanted.down].map(([n, hops]) => ({ n, hops, rank: 1 })),
  ].sort((a, b) => a.hops - b.hops || a.rank - b.rank);
  const drawn = [...new Set([root, ...order.map(({ n }) => n)])].slice(0, limit);
  const isWanted = (n: number) => n === root || wanted.up.has(n) || wanted.down.has(n);
  const depthOf = (n: number) => {
    if (n === root) return 0;
    const up = wanted.up.has(n) ? d('up', n) : Number.POSITIVE_INFINITY;
    const down = wanted.down.has(n) ? d('down', n) : Number.POSITIVE_INFINITY;
    return up <= down ? -up : down;
  };
  const connected = (side: Side) => everyone.filter((n) => n !== root && Number.isFinite(d(side, n)));
  const missing = [...new Set([...connected('up'), ...connected('down')])].filter((n) => !drawn.includes(n));
  const sides = ['up', 'down'] as const;
  const levels = (side: Side) => Math.max(0, ...connected(side).map((n) => d(side, n)));
  const oneStepAway = (side: Side) =>
    connected(side).filter((n) => d(side, n) === input[side] + 1 && !isWanted(n)).length;
  return {
    nodes: Object.fromEntries(drawn.map((n) => [n, depthOf(n)])),
    edges: [
      ...new Set(
        pairs.filter(([a, b]) => drawn.includes(a) && drawn.includes(b)).map(([a, b]) => `${a}>${b}`),
      ),
    ].sort(),
    hidden: drawn
      .flatMap((n) =>
        sides
          .filter((side) => Number.isFinite(d(side, n)))
          .flatMap((side) => {
            const away = next(side, n).filter((m) => !drawn.includes(m));
            const late = away.filter(isWanted).length;
            return [
              ...(away.length > late ? [`${n} ${side} ${away.length - late} depth`] : []),
              ...(late > 0 ? [`${n} ${side} ${late} limit`] : []),
            ];
          }),
      )
      .sort(),
    shown: drawn.length,
    total: drawn.length + missing.length,
    connected: {
      up: connected('up').length,
      down: connected('down').length,
      levelsUp: levels('up'),
      levelsDown: levels('down'),
    },
    beyond: {
      up: missing.filter((n) => d('up', n) <= d('down', n)).length,
      down: missing.filter((n) => d('up', n) > d('down', n)).length,
    },
    notDrawn: {
      depth: missing.filter((n) => !isWanted(n)).length,
      limit: missing.filter(isWanted).length,
    },
    oneStepAway: { up: oneStepAway('up'), down: oneStepAway('down') },
    notExpanded: opened
      .filter(([n, side]) => !drawn.includes(n) || !Number.isFinite(d(side, n)))
      .map(([n, side]) => `${n.toString(16).padStart(16, '0')}:${side}`),
  };
}
