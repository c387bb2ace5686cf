import type { CatalogRows } from './catalog-rows';
import { at, EDGE_KINDS, type EdgeTable, EVIDENCE_METHODS, type EvidenceTable } from './graph';
import { stableOrder } from './stable-order';
import { TextIndex } from './text-index';

const kindCodes = new Map<string, number>(EDGE_KINDS.map((kind, code) => [kind, code]));
const methodCodes = new Map<string, number>(EVIDENCE_METHODS.map((method, code) => [method, code]));

function codeOf(codes: ReadonlyMap<string, number>, name: string, what: string): number {
  const code = codes.get(name);
  if (code === undefined) throw new RangeError(`unknown ${what} "${name}" in catalog_evidence`);
  return code;
}

/**
 * Groups evidence into edges: one edge for each (from, to, kind), with all its evidence in the order of the rows.
 * @throws RangeError for a kind or method that this version does not know.
 */
export function buildEdges(rows: CatalogRows['evidence'], indexOf: ReadonlyMap<string, number>) {
  const { known, from, to, kind } = knownRows(rows, indexOf);
  const size = Math.max(1, indexOf.size);
  const byKind = stableOrder(known, kind, EDGE_KINDS.length);
  const order = stableOrder(stableOrder(byKind, to, size), from, size);
  const first = order.filter((row, i) => {
    if (i === 0) return true;
    const before = at(order, i - 1);
    return from[row] !== from[before] || to[row] !== to[before] || kind[row] !== kind[before];
  });
  const evidenceStarts = new Uint32Array(first.length + 1).fill(order.length);
  let edge = -1;
  for (let i = 0; i < order.length; i += 1) {
    if (edge + 1 < first.length && order[i] === first[edge + 1]) evidenceStarts[++edge] = i;
  }
  const edges: EdgeTable = {
    from: first.map((row) => at(from, row)),
    to: first.map((row) => at(to, row)),
    kind: Uint8Array.from(first, (row) => at(kind, row)),
    starts: startsOf(first, from, indexOf.size),
    evidenceStarts,
  };
  return { edges, ...buildEvidence(rows, order, indexOf), danglingEvidence: rows.from.length - known.length };
}

function knownRows(rows: CatalogRows['evidence'], indexOf: ReadonlyMap<string, number>) {
  const count = rows.from.length;
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  const kind = new Uint8Array(count);
  const known = new Uint32Array(count);
  let used = 0;
  for (let row = 0; row < count; row += 1) {
    const fromIndex = indexOf.get(at(rows.from, row));
    const toIndex = indexOf.get(at(rows.to, row));
    if (fromIndex === undefined || toIndex === undefined) continue;
    from[row] = fromIndex;
    to[row] = toIndex;
    kind[row] = codeOf(kindCodes, at(rows.kind, row), 'edge kind');
    known[used++] = row;
  }
  return { known: known.slice(0, used), from, to, kind };
}

function startsOf(first: Uint32Array, from: Uint32Array, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (const row of first) {
    const next = at(from, row) + 1;
    starts[next] = at(starts, next) + 1;
  }
  for (let i = 1; i <= size; i += 1) starts[i] = at(starts, i) + at(starts, i - 1);
  return starts;
}

function buildEvidence(
  rows: CatalogRows['evidence'],
  order: Uint32Array,
  indexOf: ReadonlyMap<string, number>,
) {
  const sources = new TextIndex();
  const files = new TextIndex();
  const span = new Int32Array(order.length * 4);
  order.forEach((row, i) => {
    span[4 * i] = rows.startLine[row] ?? 0;
    span[4 * i + 1] = rows.startColumn[row] ?? 0;
    span[4 * i + 2] = rows.endLine[row] ?? 0;
    span[4 * i + 3] = rows.endColumn[row] ?? 0;
  });
  const evidence: EvidenceTable = {
    method: Uint8Array.from(order, (row) => codeOf(methodCodes, at(rows.method, row), 'method')),
    source: order.map((row) => sources.numberOf(at(rows.source, row))),
    import: order.map((row) => at(rows.import, row)),
    file: order.map((row) => files.numberOf(at(rows.file, row))),
    record: Float64Array.from(order, (row) => rows.record[row] ?? -1),
    object: Int32Array.from(order, (row) => indexOf.get(at(rows.object, row)) ?? -1),
    span,
    confidence: Float64Array.from(order, (row) => at(rows.confidence, row)),
  };
  return { evidence, sourceNames: sources.list, fileNames: files.list };
}
