import { type LayoutColumn, type LayoutInput, PORT_Y } from './layout';
import type { ProperGraph } from './proper-graph';
import { int, real } from './typed-array';

/** The lane of a loop runs this far over the card. */
const LOOP_RISE = 8;

type Placed = { x: Float64Array; y: Float64Array; columns: LayoutColumn[] };

/**
 * The lanes of every edge. In a column an edge only runs along lanes that the order reserved for it, between columns
 * it runs in the gap, so it cannot touch a card. `laneY` holds the height of the proper graph's nodes.
 */
export function routeEdges(
  input: LayoutInput,
  graph: ProperGraph,
  laneY: Float64Array,
  placed: Placed,
  firstDepth: number,
): { routeStart: Int32Array; lanes: Float64Array } {
  const routeStart = new Int32Array(input.from.length + 1);
  const out: number[] = [];
  const columnOf = (v: number) => placed.columns[int(input.depth, v) - firstDepth] as LayoutColumn;
  const portY = (v: number, e: number, end: 'from' | 'to') =>
    real(placed.y, v) + (input.ports ? real(input.ports[end], e) : PORT_Y);
  const rightEnd = (v: number) => real(placed.x, v) + real(input.width, v);

  for (let e = 0; e < input.from.length; e++) {
    const a = int(input.from, e);
    const b = int(input.to, e);
    if (a === b) {
      const loopY = real(placed.y, a) - LOOP_RISE;
      out.push(rightEnd(a), rightEnd(a), portY(a, e, 'from'), rightEnd(a), real(placed.x, a), loopY);
      out.push(real(placed.x, a), real(placed.x, a), portY(a, e, 'to'));
    } else {
      const columnA = columnOf(a);
      out.push(rightEnd(a), columnA.laneRight, portY(a, e, 'from'));
      const isForward = int(input.depth, b) > int(input.depth, a);
      for (let p = int(graph.laneStart, e); p < int(graph.laneStart, e + 1); p++) {
        const lane = int(graph.lanes, p);
        const column = placed.columns[int(graph.layer, lane) - 1] as LayoutColumn;
        const ends = [column.laneLeft, column.laneRight] as const;
        out.push(isForward ? ends[0] : ends[1], isForward ? ends[1] : ends[0], real(laneY, lane));
      }
      out.push(columnOf(b).laneLeft, real(placed.x, b), portY(b, e, 'to'));
    }
    routeStart[e + 1] = out.length / 3;
  }
  return { routeStart, lanes: Float64Array.from(out) };
}
