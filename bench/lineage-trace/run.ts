import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { search as searchEndpoint } from '@/lib/catalog/contract';
import { search } from '@/lib/catalog/server/search';
import { getLineage as getLineageEndpoint } from '@/lib/lineage/contract';
import { at } from '@/lib/lineage/graph/graph';
import { trace } from '@/lib/lineage/graph/trace';
import { columnGraphOf } from '@/lib/lineage/server/column-graph-of';
import { getLineage } from '@/lib/lineage/server/get-lineage';
import { graphOf } from '@/lib/lineage/server/graph-of';
import { loadGraph } from '@/lib/lineage/server/load-graph';
import { closeWorkspace } from '@/lib/workspace/server/close-workspace';
import { openWorkspace } from '@/lib/workspace/server/workspace';
import { searchByIlike, traceByCte } from './baselines';
import { fillWorkspace } from './fill-workspace';
import { heldBytes, measure, timingTable } from './measure';

const SIZE = { objects: 100_000, edges: 200_000, columnsPerObject: 10, columnEdges: 1_000_000 };
const ROOTS = 200;
const QUERIES = [
  ...[
    'SalesOrder',
    'ledger',
    'quotaid',
    'PersonTotal7',
    'Stock 4711',
    '"FROM [dbo].[Sales35]"',
    'v9999',
    'zzz',
  ],
  ...[
    'customer schema:schema7',
    'region type:view',
    'CREATE VIEW',
    '[ProductID]',
    'Invoice499',
    'order9',
    'a.b',
  ],
];

const say = (line: string) => process.stdout.write(`${line}\n`);

async function benchGraph() {
  const before = heldBytes();
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  pauses.enable();
  const timing = await measure('build', [1, 1, 1], loadGraph);
  pauses.disable();
  const graph = await graphOf();
  const mib = (heldBytes() - before) / 2 ** 20;
  say(`\nGraph: ${graph.size} objects, ${graph.edges.from.length} edges`);
  const { p50, cpu } = timing;
  say(`built in ${p50.toFixed(0)} ms (median of 3, ${cpu.toFixed(0)} ms cpu); holds ${mib.toFixed(0)} MiB`);
  say(`longest pause of other requests meanwhile ${(pauses.max / 1e6).toFixed(0)} ms`);
  return graph;
}

async function benchTrace(graph: Awaited<ReturnType<typeof graphOf>>, up: number, down: number) {
  const roots = Array.from({ length: ROOTS }, (_, n) => Math.floor(((n * 7919) % graph.size) * 0.999));
  const ask = (root: number) => trace(graph, { root, up, down, expand: '', limit: 5000 });
  for (const root of roots.slice(0, 20)) {
    const nodes = new Set((await traceByCte(at(graph.ids, root), up, down)).map(({ object }) => object));
    const { shown } = ask(root);
    if (shown !== Math.min(5000, nodes.size))
      throw new Error(`root ${root}: ${shown} drawn, ${nodes.size} expected`);
  }
  const drawn = roots.map((root) => ask(root).shown).sort((a, b) => a - b);
  const timings = [
    await measure('trace: nodes, edges with evidence, exact totals', roots, ask),
    await measure('baseline: recursive CTE in DuckDB, nodes only', roots, (root) =>
      traceByCte(at(graph.ids, root), up, down),
    ),
  ];
  say(
    timingTable(`Trace ${up} up, ${down} down; drawn p50 ${drawn[ROOTS / 2]}, max ${drawn.at(-1)}`, timings),
  );
}

async function benchColumns(graph: Awaited<ReturnType<typeof graphOf>>) {
  const before = heldBytes();
  const started = performance.now();
  const columns = await columnGraphOf(graph);
  const ms = performance.now() - started;
  const mib = (heldBytes() - before) / 2 ** 20;
  say(`\nColumn graph: ${columns.size} columns, ${columns.edges.from.length} edges`);
  say(`built in ${ms.toFixed(0)} ms; holds ${mib.toFixed(0)} MiB`);
  const hasColumns = (root: number) => at(columns.starts, root) < at(columns.starts, root + 1);
  const roots = Array.from({ length: 2 * ROOTS }, (_, n) => (n * 7919) % graph.size).filter(hasColumns);
  const ask = (root: number, up: number, down: number) =>
    getLineage(
      getLineageEndpoint.query.parse({
        ...{ object: at(graph.ids, root), up, down, level: 'column', limit: 5000 },
        column: at(columns.names, at(columns.starts, root)),
      }),
    );
  const timings = [
    await measure('one column, 10 up, 10 down', roots, (root) => ask(root, 10, 10)),
    await measure('one column, 2 up, 2 down', roots, (root) => ask(root, 2, 2)),
    await measure('one column, 1 up, 1 down', roots, (root) => ask(root, 1, 1)),
  ];
  say(timingTable('Column trace, exact totals of everything connected', timings));
}

async function benchSearch() {
  const inputs = [...QUERIES, ...QUERIES];
  const timings = [
    await measure('search: ranked, with snippets, exact totals', inputs, (q) =>
      search(searchEndpoint.query.parse({ q })),
    ),
    await measure('baseline: ILIKE over the three tables', inputs, searchByIlike),
  ];
  const rows = `${SIZE.objects * SIZE.columnsPerObject} columns, ${SIZE.objects} definitions`;
  say(timingTable(`Search, ${QUERIES.length} queries twice; ${SIZE.objects} names, ${rows}`, timings));
}

const dir = await mkdtemp(join(tmpdir(), 'headwater-bench-'));
await openWorkspace(dir);
say(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}, load ${loadavg()[0]?.toFixed(1)} before`,
);
await fillWorkspace(SIZE);
const graph = await benchGraph();
await benchTrace(graph, 1, 1);
await benchTrace(graph, 3, 3);
await benchColumns(graph);
await benchSearch();
await closeWorkspace();
await rm(dir, { recursive: true, force: true });
