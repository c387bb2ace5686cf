import 'server-only';
import { log } from '@/lib/log/log';
import { read } from '@/lib/workspace/server/read';
import { buildColumnGraph, type ColumnGraph } from '../columns/column-graph';
import { COLUMN_EDGE_KINDS } from '../columns/reach-columns';
import { EVIDENCE_METHODS, type LineageGraph, OBJECT_TYPES } from '../graph/graph';
import { COLUMN_EVIDENCE_ROWS, PLACE_ROWS } from './graph-sql';
import { readEvidenceRows } from './read-evidence-rows';

const DEADLINE_MS = 120_000;

const KEY = Symbol.for('headwater.column-graphs');
const shared = globalThis as { [KEY]?: WeakMap<LineageGraph, Promise<ColumnGraph>> };

/** The column graph beside a lineage graph: built when it is asked for first, gone when the lineage graph goes. */
export function columnGraphOf(graph: LineageGraph): Promise<ColumnGraph> {
  shared[KEY] ??= new WeakMap();
  const graphs = shared[KEY];
  const known = graphs.get(graph);
  if (known) return known;
  const building = load(graph);
  graphs.set(graph, building);
  // The next one who asks tries again.
  building.catch(() => graphs.delete(graph));
  return building;
}

async function load({ snapshot, sourceNames, size }: LineageGraph): Promise<ColumnGraph> {
  const started = performance.now();
  const kinds = COLUMN_EDGE_KINDS;
  const params = { snapshot, types: OBJECT_TYPES, sources: sourceNames };
  const rows = await read(
    async (db) => {
      const { evidence, files } = await readEvidenceRows(db, { sql: COLUMN_EVIDENCE_ROWS, params, kinds });
      const { name, type, object, role } = await db.bulk(
        { name: 'text', type: 'text', object: 'number', role: 'number' },
        PLACE_ROWS,
        { ...params, kinds, methods: EVIDENCE_METHODS },
      );
      return { evidence, files, names: name, types: type, objects: object, roles: role };
    },
    { deadlineMs: DEADLINE_MS },
  );
  const graph = buildColumnGraph(rows, size);
  const durationMs = Math.round(performance.now() - started);
  log.info(
    { phase: 'graph', snapshot, columns: graph.size, edges: graph.edges.from.length, durationMs },
    'column graph built',
  );
  return graph;
}
