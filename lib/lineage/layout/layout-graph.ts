import { assignHeights } from './assign-heights';
import { keepOrder } from './keep-order';
import { type Layout, type LayoutColumn, type LayoutInput, PORT_Y } from './layout';
import { orderLayers } from './order-layers';
import { packParts } from './pack-parts';
import { placeColumns } from './place-columns';
import { buildProperGraph, type ProperGraph } from './proper-graph';
import { routeEdges } from './route-edges';
import { type Part, splitInput } from './split-input';
import { int, real } from './typed-array';

type PlacedPart = Part & { graph: ProperGraph; laneY: Float64Array; crossings: number; keepsPlace: boolean };

/**
 * Places a graph whose columns are known (hops from the focus): order in the columns, heights, then the course of every
 * edge. Pure and without chance or clock: equal inputs give equal layouts.
 */
export function layoutGraph(input: LayoutInput): Layout {
  const nodes = input.depth.length;
  const firstDepth = nodes === 0 ? 0 : input.depth.reduce((a, b) => Math.min(a, b));
  const lastDepth = nodes === 0 ? 0 : input.depth.reduce((a, b) => Math.max(a, b));
  const columns = lastDepth - firstDepth + 1;

  const parts = splitInput(input).map((part) => placePart(part, firstDepth, columns));
  const shifts = packParts(
    parts.map(({ graph, laneY, keepsPlace }) => ({ graph, y: laneY, keepsPlace })),
    columns + 2,
  );
  const placedColumns = placeColumns(input, firstDepth, columns);
  const x = Float64Array.from(input.depth, (depth) => placedColumns[depth - firstDepth]?.x ?? 0);
  const y = new Float64Array(nodes);
  parts.forEach((part, index) => {
    const shift = shifts[index] ?? 0;
    // Whole pixels: crisp lines, and elements that the browser can move without painting them again.
    for (let v = 0; v < part.laneY.length; v++) part.laneY[v] = Math.round(real(part.laneY, v) + shift);
    part.nodes.forEach((v, local) => {
      y[v] = real(part.laneY, local) - PORT_Y;
    });
  });

  const routes = mergeRoutes(input, parts, x, y, placedColumns, firstDepth);
  const crossings = parts.reduce((sum, part) => sum + part.crossings, 0);
  return anchored(input, { x, y, columns: placedColumns, ...routes, crossings });
}

function placePart(part: Part, firstDepth: number, columns: number): PlacedPart {
  const { keep, effort } = part.input;
  const graph = buildProperGraph(part.input, firstDepth, columns);
  const keepPortY = keep?.map((top) => top + PORT_Y) ?? null;
  const keepsPlace = keepPortY?.some((y) => !Number.isNaN(y)) ?? false;
  const { order, crossings } =
    keepPortY && keepsPlace ? keepOrder(graph, keepPortY) : orderLayers(graph, effort);
  const laneY = assignHeights(graph, order, keepPortY, effort);
  return { ...part, graph, laneY, crossings, keepsPlace };
}

function mergeRoutes(
  input: LayoutInput,
  parts: readonly PlacedPart[],
  x: Float64Array,
  y: Float64Array,
  columns: LayoutColumn[],
  firstDepth: number,
): Pick<Layout, 'routeStart' | 'lanes'> {
  const ofEdge: Float64Array[] = new Array(input.from.length);
  for (const part of parts) {
    const pick = (array: Float64Array) => Float64Array.from(part.nodes, (v) => real(array, v));
    const placed = { x: pick(x), y: pick(y), columns };
    const { routeStart, lanes } = routeEdges(part.input, part.graph, part.laneY, placed, firstDepth);
    part.edges.forEach((e, local) => {
      ofEdge[e] = lanes.subarray(int(routeStart, local) * 3, int(routeStart, local + 1) * 3);
    });
  }
  const routeStart = new Int32Array(input.from.length + 1);
  ofEdge.forEach((lanes, e) => {
    routeStart[e + 1] = int(routeStart, e) + lanes.length / 3;
  });
  const lanes = new Float64Array(int(routeStart, input.from.length) * 3);
  ofEdge.forEach((own, e) => {
    lanes.set(own, int(routeStart, e) * 3);
  });
  return { routeStart, lanes };
}

/** Moves everything so that the anchor is where it should be, and measures the result. */
function anchored(input: LayoutInput, layout: Omit<Layout, 'left' | 'top' | 'right' | 'bottom'>): Layout {
  const { node, x: anchorX, y: anchorY } = input.anchor;
  const dx = anchorX - (layout.x[node] ?? 0);
  const dy = anchorY - (layout.y[node] ?? 0);
  const { x, y, lanes } = layout;
  const box = { left: 0, top: 0, right: 0, bottom: 0 };
  for (let v = 0; v < x.length; v++) {
    x[v] = real(x, v) + dx;
    y[v] = real(y, v) + dy;
    box.left = v === 0 ? real(x, v) : Math.min(box.left, real(x, v));
    box.top = v === 0 ? real(y, v) : Math.min(box.top, real(y, v));
    box.right = Math.max(v === 0 ? Number.NEGATIVE_INFINITY : box.right, real(x, v) + real(input.width, v));
    box.bottom = Math.max(
      v === 0 ? Number.NEGATIVE_INFINITY : box.bottom,
      real(y, v) + real(input.height, v),
    );
  }
  for (let i = 0; i < lanes.length; i += 3) {
    lanes[i] = real(lanes, i) + dx;
    lanes[i + 1] = real(lanes, i + 1) + dx;
    lanes[i + 2] = real(lanes, i + 2) + dy;
    box.top = Math.min(box.top, real(lanes, i + 2));
    box.bottom = Math.max(box.bottom, real(lanes, i + 2));
  }
  return {
    ...layout,
    columns: layout.columns.map((column) => ({
      ...column,
      x: column.x + dx,
      laneLeft: column.laneLeft + dx,
      laneRight: column.laneRight + dx,
    })),
    ...box,
  };
}
