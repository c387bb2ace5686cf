import type { Scene } from './scene';

/** One row of the tree: a node under the node through which it is nearest to the focus. */
export type SceneTreeRow = {
  node: number;
  /** 1 for the focus and for the first level of either side. */
  level: number;
  /** Direct children, shown or not. */
  children: number;
  isOpen: boolean;
  /** Further drawn neighbours towards the focus, besides the parent. */
  otherWays: number;
};

/**
 * The drawn objects as a tree with every object once: the focus, what it is made from, what is made from it. A node
 * hangs under its first neighbour one column nearer to the focus.
 */
export function sceneTreeRows(scene: Scene, isClosed: (id: string) => boolean): SceneTreeRow[] {
  const ways = scene.nodes.map((_, node) => waysToFocus(scene, node));
  const children: number[][] = scene.nodes.map(() => []);
  scene.nodes.forEach((_, node) => {
    if (node !== scene.focus) children[ways[node]?.[0] ?? scene.focus]?.push(node);
  });
  const rows: SceneTreeRow[] = [];
  const add = (node: number, level: number) => {
    const own = node === scene.focus ? [] : (children[node] ?? []);
    const isOpen = !isClosed(scene.nodes[node]?.id ?? '');
    const otherWays = Math.max(0, (ways[node]?.length ?? 0) - 1);
    rows.push({ node, level, children: own.length, isOpen, otherWays });
    if (isOpen) for (const child of own) add(child, level + 1);
  };
  add(scene.focus, 1);
  for (const child of children[scene.focus] ?? []) add(child, 1);
  return rows;
}

/** Neighbours of a node one column nearer to the focus, in display order. */
function waysToFocus(scene: Scene, index: number): number[] {
  const node = scene.nodes[index];
  if (!node || node.depth === 0) return [];
  const [side, end] = node.depth < 0 ? (['outgoing', 'to'] as const) : (['incoming', 'from'] as const);
  const nearer = node.depth < 0 ? node.depth + 1 : node.depth - 1;
  return [...new Set(node[side].map((line) => scene.lines[line]?.[end] ?? -1))]
    .filter((other) => scene.nodes[other]?.depth === nearer)
    .sort((a, b) => a - b);
}
