import type { Direction } from '../view-state';
import type { Scene, SceneNode } from './scene';

/** One depth column as a list. */
export type DepthSection = {
  depth: number;
  title: string;
  nodes: SceneNode[];
  /** Hidden objects one step further out, on the outermost sections. */
  hiddenBeyond: { direction: Direction; count: number } | undefined;
};

/** "2 up", "Focus", "1 down". */
export function depthTitle(depth: number): string {
  if (depth === 0) return 'Focus';
  return depth < 0 ? `${-depth} up` : `${depth} down`;
}

/** The drawn objects as lists, one for each column, in the order of the picture from left to right. */
export function depthSections(scene: Scene): DepthSection[] {
  const byDepth = new Map<number, SceneNode[]>();
  for (const node of scene.nodes) {
    const section = byDepth.get(node.depth);
    if (section) section.push(node);
    else byDepth.set(node.depth, [node]);
  }
  const depths = [...byDepth.keys()].sort((a, b) => a - b);
  const { up, down } = scene.trace.oneStepAway;
  return depths.map((depth, index) => ({
    depth,
    title: depthTitle(depth),
    nodes: byDepth.get(depth) ?? [],
    hiddenBeyond:
      index === 0 && up > 0 && depth < 0
        ? { direction: 'up', count: up }
        : index === depths.length - 1 && down > 0 && depth > 0
          ? { direction: 'down', count: down }
          : undefined,
  }));
}
