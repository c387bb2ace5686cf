import type { EvidenceMethod } from '../contract';
import type { Scene } from './scene';

/**
 * How many methods agree on the way from a node towards the focus: the most that agree on one of its edges with the
 * column next to it on that side. 0 for the focus itself.
 */
export function methodsTowardFocus(scene: Scene, index: number): number {
  const node = scene.nodes[index];
  if (!node || node.depth === 0) return 0;
  const [side, end] = node.depth < 0 ? (['outgoing', 'to'] as const) : (['incoming', 'from'] as const);
  const nearer = node.depth < 0 ? node.depth + 1 : node.depth - 1;
  const counts = node[side].map((lineIndex) => {
    const line = scene.lines[lineIndex];
    if (!line || scene.nodes[line[end]]?.depth !== nearer) return 0;
    return Math.max(...line.edges.map(({ evidence }) => methodsOf(evidence).size));
  });
  return Math.max(0, ...counts);
}

const methodsOf = (evidence: ReadonlyArray<{ method: EvidenceMethod }>) =>
  new Set(evidence.map(({ method }) => method));
