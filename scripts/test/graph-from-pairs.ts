import type { EdgeKind, EvidenceMethod, ObjectType } from '@/lib/lineage/contract';
import { buildGraph } from '@/lib/lineage/graph/build-graph';
import type { CatalogRows } from '@/lib/lineage/graph/catalog-rows';
import { EDGE_KINDS, EVIDENCE_METHODS, type LineageGraph, OBJECT_TYPES } from '@/lib/lineage/graph/graph';

export type TestObject = {
  id: string;
  name?: string;
  schema?: string;
  database?: string;
  type?: ObjectType;
  sources?: string[];
};
export type TestEvidence = {
  from: string;
  to: string;
  kind?: EdgeKind;
  method?: EvidenceMethod;
  source?: string;
};

/** 16 hex digits, ascending with `n`: the id of test object `n`. */
export const testId = (n: number): string => n.toString(16).padStart(16, '0');

/** Rows of snapshot 7 for tests; objects keep the given order, which stands for the display order. */
export function catalogRows(objects: readonly TestObject[], evidence: readonly TestEvidence[]): CatalogRows {
  const placeOf = (id: string) => objects.findIndex((object) => object.id === id);
  const schemas = objects.map(({ database = 'db', schema = 'dbo' }) => ({ database, schema }));
  const sourceNames = ['test', ...new Set(objects.flatMap(({ sources = [] }) => sources)), 'other'];
  const pairs = objects.flatMap(({ sources = ['test'] }, object) =>
    sources.map((source) => ({ object, source: sourceNames.indexOf(source) })),
  );
  const rows = evidence
    .map(({ kind = 'reads', method = 'declared', source = 'test', ...ends }, i) => ({
      from: placeOf(ends.from),
      to: placeOf(ends.to),
      kind: EDGE_KINDS.indexOf(kind),
      method: EVIDENCE_METHODS.indexOf(method),
      source: sourceNames.indexOf(source),
      record: i + 1,
      line: method === 'hint' ? 3 : 0,
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.kind - b.kind);
  return {
    snapshot: 7,
    objects: {
      id: objects.map(({ id }) => id),
      name: objects.map(({ name, id }) => name ?? `o${id}`),
      schema: objects.map((_, place) => place),
      type: objects.map(({ type = 'table' }) => OBJECT_TYPES.indexOf(type)),
    },
    schemas,
    sources: {
      names: sourceNames,
      object: pairs.map(({ object }) => object),
      source: pairs.map(({ source }) => source),
    },
    evidence: {
      from: rows.map(({ from }) => from),
      to: rows.map(({ to }) => to),
      kind: rows.map(({ kind }) => kind),
      method: rows.map(({ method }) => method),
      source: rows.map(({ source }) => source),
      object: rows.map(({ to }) => to),
      startLine: rows.map(({ line }) => line),
      startColumn: rows.map(({ line }) => (line === 0 ? 0 : 5)),
      endLine: rows.map(({ line }) => line),
      endColumn: rows.map(({ line }) => (line === 0 ? 0 : 12)),
      mark: rows.map(() => 0),
      entry: rows.map(() => 0),
      confidence: rows.map(() => 0.9),
      import: rows.map(() => 7),
      file: rows.map(() => 0),
      record: rows.map(({ record }) => record),
      logged: rows.map(() => -1),
      patterns: [],
    },
    files: ['dependencies.csv'],
    danglingEvidence: 0,
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
