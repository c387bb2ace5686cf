import { type DepthSection, depthSections } from '@/lib/lineage/scene/depth-sections';
import type { Scene, SceneNode } from '@/lib/lineage/scene/scene';

export type TableRow =
  | { kind: 'section'; section: DepthSection }
  | { kind: 'node'; node: SceneNode; index: number };

/** The rows of the table: every column of the picture with its objects. */
export function tableRows(scene: Scene): TableRow[] {
  return depthSections(scene).flatMap((section): TableRow[] => [
    { kind: 'section', section },
    ...section.nodes.map(
      (node): TableRow => ({ kind: 'node', node, index: scene.indexOf.get(node.id) ?? 0 }),
    ),
  ]);
}

/** Names of the drawn neighbours of a node on one side, in display order. */
export function drawnNeighbours(scene: Scene, node: SceneNode, side: 'incoming' | 'outgoing'): SceneNode[] {
  const end = side === 'incoming' ? 'from' : 'to';
  return [...new Set(node[side].map((line) => scene.lines[line]?.[end] ?? -1))]
    .sort((a, b) => a - b)
    .flatMap((index) => scene.nodes[index] ?? []);
}
