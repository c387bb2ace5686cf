import { buildGraph } from '@/lib/lineage/graph/build-graph';
import type { CatalogRows } from '@/lib/lineage/graph/catalog-rows';
import type { LineageGraph } from '@/lib/lineage/graph/graph';

export type TestObject = {
  id: string;
  name?: string;
  schema?: string;
  database?: string;
  type?: string;
  source?: string;
};
export type TestEvidence = { from: string; to: string; kind?: string; method?: string; source?: string };

/** 16 hex digits, ascending with `n`: the id of test object `n`. */
export const testId = (n: number): string => n.toString(16).padStart(16, '0');

/** Rows of a snapshot for tests; objects keep the given order, which stands for the display order. */
export function catalogRows(objects: readonly TestObject[], evidence: readonly TestEvidence[]): CatalogRows {
  return {
    snapshot: 7,
    objects: {
      source: objects.map(({ source = 'test' }) => source),
      object: objects.map(({ id }) => id),
      database: objects.map(({ database = 'db' }) => database),
      schema: objects.map(({ schema = 'dbo' }) => schema),
      name: objects.map(({ name, id }) => name ?? `o${id}`),
      type: objects.map(({ type = 'table' }) => type),
    },
    evidence: {
      source: evidence.map(({ source = 'test' }) => source),
      object: evidence.map(({ to }) => to),
      from: evidence.map(({ from }) => from),
      to: evidence.map(({ to }) => to),
      kind: evidence.map(({ kind = 'reads' }) => kind),
      method: evidence.map(({ method = 'declared' }) => method),
      startLine: evidence.map(({ method }) => (method === 'hint' ? 3 : null)),
      startColumn: evidence.map(({ method }) => (method === 'hint' ? 5 : null)),
      endLine: evidence.map(({ method }) => (method === 'hint' ? 3 : null)),
      endColumn: evidence.map(({ method }) => (method === 'hint' ? 12 : null)),
      confidence: evidence.map(() => 0.9),
      import: evidence.map(() => 7),
      file: evidence.map(() => 'dependencies.csv'),
      record: evidence.map((_, i) => i + 1),
    },
    schemasByArrival: [],
  };
}

/** A graph of `size` objects `testId(0)`, `testId(1)`, ... with one edge for each pair. */
export function graphFromPairs(size: number, pairs: readonly (readonly [number, number])[]): LineageGraph {
  const objects = Array.from({ length: size }, (_, n) => ({ id: testId(n) }));
  return buildGraph(
    catalogRows(
      objects,
      pairs.map(([from, to]) => ({ from: testId(from), to: testId(to) })),
    ),
  );
}
