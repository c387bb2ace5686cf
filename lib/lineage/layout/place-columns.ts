import type { LayoutColumn, LayoutInput } from './layout';
import { int, real } from './typed-array';

const GAP_MIN = 40;
const GAP_MAX = 92;
/** Many edges between two columns need room to be told apart. */
const ROOM_PER_ROOT_OF_EDGES = 4;
const EDGE_ROOM_MAX = 120;

/** Widths and left ends of the columns, the first at 0. Gaps grow with their edges, then towards `targetWidth`. */
export function placeColumns(input: LayoutInput, firstDepth: number, columns: number): LayoutColumn[] {
  const width = new Float64Array(columns);
  const nodes = new Int32Array(columns);
  const gap = new Float64Array(columns);
  const before = new Float64Array(columns);
  const after = new Float64Array(columns);
  for (let v = 0; v < input.depth.length; v++) {
    const c = int(input.depth, v) - firstDepth;
    width[c] = Math.max(real(width, c), real(input.width, v));
    before[c] = Math.max(real(before, c), real(input.roomLeft, v));
    after[c] = Math.max(real(after, c), real(input.roomRight, v));
    nodes[c] = int(nodes, c) + 1;
  }
  const edges = countEdgesInGaps(input, firstDepth, columns);
  for (let c = 0; c + 1 < columns; c++) {
    const forEdges = Math.min(EDGE_ROOM_MAX, ROOM_PER_ROOT_OF_EDGES * Math.sqrt(int(edges, c)));
    gap[c] = GAP_MIN + Math.max(0, forEdges - 24) + real(after, c) + real(before, c + 1);
  }
  spread(gap, width, columns, input.targetWidth);

  const out: LayoutColumn[] = [];
  let x = 0;
  for (let c = 0; c < columns; c++) {
    out.push({
      depth: firstDepth + c,
      x,
      width: real(width, c),
      laneLeft: x - real(before, c),
      laneRight: x + real(width, c) + real(after, c),
      nodes: int(nodes, c),
    });
    x += Math.round(real(width, c) + real(gap, c));
  }
  return out;
}

/** Edges that pass the gap right of each column, in either direction. */
function countEdgesInGaps(input: LayoutInput, firstDepth: number, columns: number): Int32Array {
  const change = new Int32Array(columns + 1);
  for (let e = 0; e < input.from.length; e++) {
    const a = int(input.depth, int(input.from, e)) - firstDepth;
    const b = int(input.depth, int(input.to, e)) - firstDepth;
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    change[low] = int(change, low) + 1;
    change[high] = int(change, high) - 1;
  }
  for (let c = 1; c < columns; c++) change[c] = int(change, c) + int(change, c - 1);
  return change;
}

function spread(gap: Float64Array, width: Float64Array, columns: number, targetWidth: number): void {
  let total = 0;
  for (let c = 0; c < columns; c++) total += real(width, c) + real(gap, c);
  const each = (targetWidth - total) / Math.max(1, columns - 1);
  if (each <= 0) return;
  for (let c = 0; c + 1 < columns; c++)
    gap[c] = Math.max(real(gap, c), Math.min(GAP_MAX, real(gap, c) + each));
}
