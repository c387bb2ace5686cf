import type { ProperGraph } from './proper-graph';
import { int, real } from './typed-array';

const PART_GAP = 28;

export type PartHeights = { graph: ProperGraph; y: Float64Array; keepsPlace: boolean };

/**
 * How far to move each part down so that no two meet: every part goes as high as its columns allow, so parallel parts
 * fill the room beside each other. A part that was on screen only moves when something is in its way.
 */
export function packParts(parts: readonly PartHeights[], layers: number): number[] {
  const ground = new Float64Array(layers).fill(Number.NEGATIVE_INFINITY);
  return parts.map(({ graph, y, keepsPlace }, index) => {
    const top = new Float64Array(layers).fill(Number.POSITIVE_INFINITY);
    const bottom = new Float64Array(layers).fill(Number.NEGATIVE_INFINITY);
    for (let v = 0; v < graph.nodes; v++) {
      const r = int(graph.layer, v);
      top[r] = Math.min(real(top, r), real(y, v) - real(graph.above, v));
      bottom[r] = Math.max(real(bottom, r), real(y, v) + real(graph.below, v));
    }
    let shift = Number.NEGATIVE_INFINITY;
    for (let r = 0; r < layers; r++) shift = Math.max(shift, real(ground, r) + PART_GAP - real(top, r));
    if (index === 0) shift = 0;
    else if (keepsPlace) shift = Math.max(0, shift);
    else if (!Number.isFinite(shift)) shift = restOn(ground, top);
    for (let r = 0; r < layers; r++) ground[r] = Math.max(real(ground, r), real(bottom, r) + shift);
    return shift;
  });
}

/** A part that shares no column with the others is put level with their top. */
function restOn(ground: Float64Array, top: Float64Array): number {
  const highest = Math.min(...top);
  return ground.some(Number.isFinite) ? -highest : 0;
}
