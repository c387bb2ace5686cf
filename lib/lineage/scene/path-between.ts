import type { Scene, ScenePath } from './scene';

export const NO_PATH: ScenePath = { lines: new Set(), nodes: new Set() };

/** All drawn lines on any way from one node to the other, in the direction in which there is one. */
export function pathBetween(scene: Scene, a: number, b: number): ScenePath {
  if (a === b) return NO_PATH;
  const there = waysFrom(scene, a, b);
  return there.nodes.size > 0 ? there : waysFrom(scene, b, a);
}

function waysFrom(scene: Scene, source: number, target: number): ScenePath {
  const after = reached(scene, source, 'outgoing', 'to');
  if (!after.has(target)) return NO_PATH;
  const before = reached(scene, target, 'incoming', 'from');
  const nodes = new Set([...after].filter((node) => before.has(node)));
  const lines = new Set<number>();
  scene.lines.forEach(({ from, to }, line) => {
    if (nodes.has(from) && nodes.has(to) && from !== to) lines.add(line);
  });
  return { lines, nodes };
}

function reached(
  scene: Scene,
  start: number,
  side: 'incoming' | 'outgoing',
  end: 'from' | 'to',
): Set<number> {
  const seen = new Set([start]);
  const stack = [start];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const line of scene.nodes[node]?.[side] ?? []) {
      const next = scene.lines[line]?.[end];
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      stack.push(next);
    }
  }
  return seen;
}
