/** A graph to place. Nodes and edges are indexes; arrays of one kind are parallel; sizes and positions are in px. */
export type LayoutInput = {
  /** Signed hops from the focus; nodes of one depth share a column. */
  depth: Int32Array;
  width: Float64Array;
  height: Float64Array;
  /** Free room a node needs beside it (for its expander), inside the gap between columns. */
  roomLeft: Float64Array;
  roomRight: Float64Array;
  /** Ends of the edges; data flows from `from` to `to`. */
  from: Int32Array;
  to: Int32Array;
  /** How far under the top of its cards an edge starts and ends; null: all at `PORT_Y`. */
  ports: { from: Float64Array; to: Float64Array } | null;
  /** The node that keeps its place: `anchor.node`'s top left corner is put at `anchor.x, anchor.y`. */
  anchor: { node: number; x: number; y: number };
  /** Top of the nodes that are on screen already, NaN for new ones: the old keep their order in their column. */
  keep: Float64Array | null;
  effort: 'rough' | 'full';
  /** Gaps grow (up to a limit) until the drawing is this wide. */
  targetWidth: number;
};

/** `laneLeft` and `laneRight`: where lines run straight, the room for expanders included. */
export type LayoutColumn = {
  depth: number;
  x: number;
  width: number;
  laneLeft: number;
  laneRight: number;
  nodes: number;
};

/** Where everything is. `x`, `y` are top left corners. */
export type Layout = {
  x: Float64Array;
  y: Float64Array;
  columns: LayoutColumn[];
  /**
   * The course of edge `e`: horizontal lanes `routeStart[e] .. routeStart[e + 1] - 1`, each `[x0, x1, y]` in `lanes`.
   * Lane ends are joined by curves with horizontal tangents, inside the gaps between columns.
   */
  routeStart: Int32Array;
  lanes: Float64Array;
  left: number;
  top: number;
  right: number;
  bottom: number;
  crossings: number;
};

/** Distance from a card's top to the ports of the card as a whole: the middle of the head. */
export const PORT_Y = 24;

/** How far the turn of an edge that runs back reaches into the gap between two columns. */
export const TURN_REACH = 18;
