import 'server-only';
import { log } from '@/lib/log/log';
import { read } from '@/lib/workspace/server/read';
import { buildGraph } from '../graph/build-graph';
import type { LineageGraph } from '../graph/graph';
import { readCatalogRows } from './read-catalog-rows';

const DEADLINE_MS = 120_000;

/** Reads one snapshot's objects and evidence in one transaction and builds its graph. */
export async function loadGraph(snapshot: number): Promise<LineageGraph> {
  const started = performance.now();
  const rows = await read((db) => readCatalogRows(db, snapshot), { deadlineMs: DEADLINE_MS });
  const readMs = Math.round(performance.now() - started);
  const graph = buildGraph(rows);
  const durationMs = Math.round(performance.now() - started);
  const counts = { objects: graph.size, edges: graph.edges.from.length };
  log.info({ phase: 'graph', snapshot, ...counts, readMs, durationMs }, 'lineage graph built');
  const { danglingEvidence } = graph;
  if (danglingEvidence > 0) {
    log.warn({ snapshot, danglingEvidence }, 'evidence names objects that are not in the snapshot');
  }
  return graph;
}
