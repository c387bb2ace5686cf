import type { Trace, TraceNode } from '@/lib/lineage/contract';
import { edgesAmong } from './edges-among';
import { at, type LineageGraph } from './graph';
import { type Expansion, parseExpand } from './parse-expand';
import { connectedCounts, reach } from './reach';
import { toNode } from './to-node';
import { hiddenNeighbours, leadsAway, notDrawnCounts, oneStepAway, type TraceSets } from './trace-counts';
import { drawnObjects, wantedOnSide } from './wanted';

export type TraceRequest = {
  /** Number of the root in the graph. */
  readonly root: number;
  readonly up: number;
  readonly down: number;
  readonly expand: string;
  readonly limit: number;
};

/**
 * The lineage of one object: exact hops up and down, cards opened in place, all edges among what is drawn, and exact
 * counts of everything that is not. The contract (`Trace`) says how nodes in cycles and shared neighbours count.
 */
export function trace(
  graph: LineageGraph,
  request: TraceRequest,
): Omit<Trace, 'answeredInMs' | 'notRead' | 'declaring'> {
  const { root } = request;
  const expansions = parseExpand(request.expand);
  const up = reach(graph.up, root);
  const down = reach(graph.down, root);
  const wantedUp = wantedOnSide(graph.up, up, side(graph, request, expansions, 'up'));
  const wantedDown = wantedOnSide(graph.down, down, side(graph, request, expansions, 'down'));
  const sets: TraceSets = {
    root,
    reach: { up, down },
    depth: { up: request.up, down: request.down },
    wanted: new Set([root, ...wantedUp.keys(), ...wantedDown.keys()]),
    drawn: drawnObjects(root, wantedUp, wantedDown, request.limit),
  };
  const depthOf = (object: number): number => {
    const above = wantedUp.has(object) ? at(up.distance, object) : Number.POSITIVE_INFINITY;
    const below = wantedDown.has(object) ? at(down.distance, object) : Number.POSITIVE_INFINITY;
    if (object === root) return 0;
    return above <= below ? -above : below;
  };
  return {
    level: 'object',
    snapshot: graph.snapshot,
    root: at(graph.ids, root),
    nodes: drawnNodes(graph, sets, depthOf),
    edges: edgesAmong(graph, sets.drawn),
    shown: sets.drawn.size,
    ...notDrawnCounts(sets),
    connected: connectedCounts(up, down),
    hidden: hiddenNeighbours(graph, sets),
    oneStepAway: { up: oneStepAway(sets, 'up'), down: oneStepAway(sets, 'down') },
    notExpanded: expansions.filter((one) => !isOpened(graph, sets, one)).map(({ entry }) => entry),
  };
}

function side(
  graph: LineageGraph,
  request: TraceRequest,
  expansions: readonly Expansion[],
  direction: 'up' | 'down',
) {
  const ids = expansions.filter((one) => one.direction === direction).map(({ id }) => graph.indexOf.get(id));
  return {
    root: request.root,
    depth: request[direction],
    opened: new Set(ids.filter((index) => index !== undefined)),
  };
}

/** Nodes by depth, then in display order. */
function drawnNodes(
  graph: LineageGraph,
  { drawn }: TraceSets,
  depthOf: (object: number) => number,
): TraceNode[] {
  return [...drawn]
    .map((object) => ({ object, depth: depthOf(object) }))
    .sort((a, b) => a.depth - b.depth || a.object - b.object)
    .map(({ object, depth }) => ({ ...toNode(graph, object), depth }));
}

function isOpened(graph: LineageGraph, sets: TraceSets, { id, direction }: Expansion): boolean {
  const object = graph.indexOf.get(id);
  return object !== undefined && sets.drawn.has(object) && leadsAway(sets, object, direction);
}
