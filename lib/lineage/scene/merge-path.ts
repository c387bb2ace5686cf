import type { ColumnTrace } from '../contract';
import type { Scene, SceneNode } from './scene';

/**
 * The nodes of a scene and of the path of a column through it. Objects of the path that the depths leave out stand so many
 * columns from the card of the picked column as they are hops away from it. With `only`, everything but the path and the
 * focus goes.
 */
export function mergePath(scene: Scene, path: ColumnTrace, only: boolean): SceneNode[] {
  const onPath = new Set(path.nodes.map(({ id }) => id));
  const start = scene.nodes[scene.indexOf.get(path.root) ?? -1]?.depth ?? 0;
  const kept = scene.nodes.filter(({ id }) => !only || onPath.has(id) || id === scene.trace.root);
  const notRead = new Map(path.notRead.map((one) => [one.node, one]));
  const added = path.nodes
    .filter(({ id }) => !scene.indexOf.has(id))
    .map(
      ({ columns: _, ...node }): SceneNode => ({
        ...node,
        depth: start + node.depth,
        notRead: notRead.get(node.id),
        hidden: { up: 0, down: 0 },
        overLimit: { up: 0, down: 0 },
        incoming: [],
        outgoing: [],
      }),
    );
  return [...kept, ...added].sort((a, b) => a.depth - b.depth);
}
