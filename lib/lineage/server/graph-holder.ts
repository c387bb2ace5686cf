import 'server-only';
import { currentWorkspace } from '@/lib/workspace/server/workspace';
import type { LineageGraph } from '../graph/graph';

/** The graphs of one workspace. `current` is swapped as a whole, so a reader has one snapshot or the other. */
export type GraphHolder = {
  current: LineageGraph | undefined;
  /** Other snapshots, the one that was used last at the end. */
  readonly others: Map<number, LineageGraph>;
  /** Graphs being built: whoever needs the same one waits for the same build. */
  readonly building: Map<number, Promise<LineageGraph>>;
};

const KEY = Symbol.for('headwater.lineage-graphs');
const shared = globalThis as { [KEY]?: WeakMap<object, GraphHolder> };

/** The holder of the open workspace, one for all route bundles; it goes away with the workspace. */
export async function graphHolder(): Promise<GraphHolder> {
  const workspace = await currentWorkspace();
  shared[KEY] ??= new WeakMap();
  const known = shared[KEY].get(workspace);
  if (known) return known;
  const holder: GraphHolder = { current: undefined, others: new Map(), building: new Map() };
  shared[KEY].set(workspace, holder);
  return holder;
}

const OTHERS_MAX = 3;

/** Keeps a graph among the few last used ones. */
export function keepOther({ others }: GraphHolder, graph: LineageGraph): void {
  others.delete(graph.snapshot);
  others.set(graph.snapshot, graph);
  for (const oldest of others.keys()) {
    if (others.size <= OTHERS_MAX) break;
    others.delete(oldest);
  }
}
