import 'server-only';
import { read } from '@/lib/workspace/server/read';
import type { LineageGraph } from '../graph/graph';
import { type GraphHolder, graphHolder, keepOther } from './graph-holder';
import { loadGraph } from './load-graph';
import { assertSnapshot, newestSnapshot } from './snapshot-number';

/**
 * The graph of a snapshot, or of the current one. A request asks once and uses its number for all further reads, so
 * that everything it answers is of one snapshot.
 * @throws AppError stale-snapshot when the number is not that of a snapshot
 */
export async function graphOf(snapshot?: number): Promise<LineageGraph> {
  const holder = await graphHolder();
  if (snapshot === undefined) return holder.current ?? loadCurrent(holder);
  if (snapshot === holder.current?.snapshot) return holder.current;
  const graph = holder.others.get(snapshot) ?? (await loadOther(holder, snapshot));
  if (graph !== holder.current) keepOther(holder, graph);
  return graph;
}

/**
 * Builds the graph of a snapshot that was just published and makes it the current one. Until then readers have the
 * one before, which is kept for those who stay on it. Two publishes in a row end with the newer one.
 */
export async function swapGraph(snapshot: number): Promise<void> {
  const holder = await graphHolder();
  try {
    makeCurrent(holder, await build(holder, snapshot));
  } catch (error) {
    // Readers must not stay behind for good: the next one builds the newest graph, or is told why it cannot be built.
    holder.current = undefined;
    throw error;
  }
}

async function loadCurrent(holder: GraphHolder): Promise<LineageGraph> {
  const newest = await read(newestSnapshot);
  return makeCurrent(holder, await build(holder, newest));
}

function makeCurrent(holder: GraphHolder, graph: LineageGraph): LineageGraph {
  const { current } = holder;
  if (current && current.snapshot >= graph.snapshot) return current;
  holder.current = graph;
  holder.others.delete(graph.snapshot);
  if (current && current.snapshot > 0) keepOther(holder, current);
  return graph;
}

async function loadOther(holder: GraphHolder, snapshot: number): Promise<LineageGraph> {
  const building = holder.building.get(snapshot);
  if (building) return building;
  await read((db) => assertSnapshot(db, snapshot));
  return build(holder, snapshot);
}

function build(holder: GraphHolder, snapshot: number): Promise<LineageGraph> {
  const known = holder.building.get(snapshot);
  if (known) return known;
  const building = loadGraph(snapshot).finally(() => holder.building.delete(snapshot));
  holder.building.set(snapshot, building);
  return building;
}
