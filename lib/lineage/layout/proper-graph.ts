import { type Adjacency, buildAdjacency } from './adjacency';
import { type LayoutInput, PORT_Y } from './layout';
import { int, real } from './typed-array';

/**
 * The drawing as a graph whose edges only join neighbouring layers. Long edges pass through lanes: invisible nodes, one
 * for each port of a source and layer, so that all edges of a port share one trunk. An edge that does not lead to the right
 * leaves its source on the right, turns, runs back in lanes of its own and turns again before its target; a turn is an
 * invisible node without size in the next layer. Layer 0 and the last layer hold only turns.
 */
export type ProperGraph = {
  /** Real nodes come first: `0 .. realNodes - 1`. */
  realNodes: number;
  nodes: number;
  layers: number;
  layer: Int32Array;
  /** Room a node needs over and under its port line, half of the gap included. */
  above: Float64Array;
  below: Float64Array;
  /** Ends of the proper edges (left layer, right layer), how many drawn edges they carry, and how they pull. */
  left: Int32Array;
  right: Int32Array;
  carries: Int32Array;
  pull: Float64Array;
  /** How far the ports at both ends of a proper edge are under the port lines of their nodes; a mean where edges are joined. */
  leftPort: Float64Array;
  rightPort: Float64Array;
  toRight: Adjacency;
  toLeft: Adjacency;
  /** The lanes of edge `e` in drawing order: `lanes[laneStart[e] .. laneStart[e + 1] - 1]`. */
  laneStart: Int32Array;
  lanes: Int32Array;
};

const CARD_GAP = 14;
const LANE_ROOM = 3.5;
/** Over a card with a loop, for the lane of the loop. */
const LOOP_ROOM = 14;
const PULL = { cards: 1, cardToLane: 2, lanes: 8, turn: 0.6 } as const;

/** Larger than any number of nodes; two of them fit into a safe integer. */
const KEY_BASE = 2 ** 26;
const FORWARD = 0;
const BACKWARD = 1;
const TURN_OUT = 2;
const TURN_IN = 3;
type InvisibleKind = typeof FORWARD | typeof BACKWARD | typeof TURN_OUT | typeof TURN_IN;

/** Splits long, level and backward edges of `input` (its columns numbered from `firstDepth`) into proper ones. */
export function buildProperGraph(input: LayoutInput, firstDepth: number, columns: number): ProperGraph {
  const n = input.depth.length;
  const m = input.from.length;
  const layer: number[] = [];
  const above: number[] = [];
  const below: number[] = [];
  for (let v = 0; v < n; v++) {
    layer.push(int(input.depth, v) - firstDepth + 1);
    above.push(PORT_Y + CARD_GAP / 2);
    below.push(real(input.height, v) - PORT_Y + CARD_GAP / 2);
  }
  const left: number[] = [];
  const right: number[] = [];
  const carries: number[] = [];
  const pull: number[] = [];
  const leftPort: number[] = [];
  const rightPort: number[] = [];
  const joined = new Map<number, number>();
  const invisibles = new Map<number, number>();
  const layers = columns + 2;

  const trunks = trunksOf(input);

  const join = (a: number, b: number, strength: number, portA = 0, portB = 0) => {
    const key = a * KEY_BASE + b;
    const e = joined.get(key);
    if (e !== undefined) {
      const carried = (carries[e] ?? 0) + 1;
      carries[e] = carried;
      leftPort[e] = (leftPort[e] ?? 0) + (portA - (leftPort[e] ?? 0)) / carried;
      rightPort[e] = (rightPort[e] ?? 0) + (portB - (rightPort[e] ?? 0)) / carried;
      pull[e] = (pull[e] ?? 0) + strength / 4;
      return;
    }
    joined.set(key, left.length);
    left.push(a);
    right.push(b);
    carries.push(1);
    pull.push(strength);
    leftPort.push(portA);
    rightPort.push(portB);
  };
  const invisible = (kind: InvisibleKind, trunk: number, at: number, room: number) => {
    const key = (kind * layers + at) * trunks.count + trunk;
    const v = invisibles.get(key);
    if (v !== undefined) return v;
    invisibles.set(key, layer.length);
    above.push(room);
    below.push(room);
    return layer.push(at) - 1;
  };

  const laneStart = new Int32Array(m + 1);
  const lanes: number[] = [];
  const forward = (a: number, b: number, trunk: number, portA: number, portB: number) => {
    let last = a;
    for (let at = (layer[a] ?? 0) + 1; at < (layer[b] ?? 0); at++) {
      const lane = invisible(FORWARD, trunk, at, LANE_ROOM);
      if (last === a) join(last, lane, PULL.cardToLane, portA);
      else join(last, lane, PULL.lanes);
      lanes.push(lane);
      last = lane;
    }
    if (last === a) join(last, b, PULL.cards, portA, portB);
    else join(last, b, PULL.cardToLane, 0, portB);
  };
  const backward = (a: number, b: number, trunk: number, portA: number, portB: number) => {
    const first = layer[a] ?? 0;
    const final = layer[b] ?? 0;
    let last = invisible(TURN_OUT, trunk, first + 1, 0);
    join(a, last, PULL.turn, portA);
    for (let at = first; at >= final; at--) {
      const lane = invisible(BACKWARD, trunk, at, LANE_ROOM);
      join(lane, last, at === first ? PULL.turn : PULL.lanes);
      lanes.push(lane);
      last = lane;
    }
    const turn = invisible(TURN_IN, trunk, final - 1, 0);
    join(turn, last, PULL.turn);
    join(turn, b, PULL.turn, 0, portB);
  };

  for (let e = 0; e < m; e++) {
    const a = int(input.from, e);
    const b = int(input.to, e);
    const trunk = int(trunks.of, e);
    const [portA, portB] = [portOffset(input, 'from', e), portOffset(input, 'to', e)];
    if (a === b) above[a] = PORT_Y + CARD_GAP / 2 + LOOP_ROOM;
    else if ((layer[b] ?? 0) > (layer[a] ?? 0)) forward(a, b, trunk, portA, portB);
    else backward(a, b, trunk, portA, portB);
    laneStart[e + 1] = lanes.length;
  }

  const nodes = layer.length;
  const leftEnds = Int32Array.from(left);
  const rightEnds = Int32Array.from(right);
  return {
    realNodes: n,
    nodes,
    layers,
    layer: Int32Array.from(layer),
    above: Float64Array.from(above),
    below: Float64Array.from(below),
    left: leftEnds,
    right: rightEnds,
    carries: Int32Array.from(carries),
    pull: Float64Array.from(pull),
    leftPort: Float64Array.from(leftPort),
    rightPort: Float64Array.from(rightPort),
    toRight: buildAdjacency(nodes, leftEnds, rightEnds),
    toLeft: buildAdjacency(nodes, rightEnds, leftEnds),
    laneStart,
    lanes: Int32Array.from(lanes),
  };
}

/** How far a port is under the port line of its card. */
function portOffset({ ports }: LayoutInput, end: 'from' | 'to', e: number): number {
  return ports ? real(ports[end], e) - PORT_Y : 0;
}

/** The trunk of each edge: its source, or its port when the source has several. */
function trunksOf({ from, ports, depth }: LayoutInput): { of: Int32Array; count: number } {
  if (!ports) return { of: from, count: depth.length };
  const known = new Map<string, number>();
  const of = from.map((source, e) => {
    const key = `${source} ${real(ports.from, e)}`;
    const trunk = known.get(key) ?? known.size;
    known.set(key, trunk);
    return trunk;
  });
  return { of, count: known.size };
}
