import type { EvidenceRows } from './catalog-rows';
import { at, type EdgeTable, type EvidenceTable } from './graph';

/** Groups sorted evidence into edges: one for each (from, to, kind), with all its evidence in the order of the rows. */
export function buildEdges(rows: EvidenceRows, size: number): EdgeTable {
  const firstRows: number[] = [];
  for (let row = 0; row < rows.from.length; row += 1) {
    const isSame =
      row > 0 &&
      rows.from[row] === rows.from[row - 1] &&
      rows.to[row] === rows.to[row - 1] &&
      rows.kind[row] === rows.kind[row - 1];
    if (!isSame) firstRows.push(row);
  }
  const from = Uint32Array.from(firstRows, (row) => at(rows.from, row));
  return {
    from,
    to: Uint32Array.from(firstRows, (row) => at(rows.to, row)),
    kind: Uint8Array.from(firstRows, (row) => at(rows.kind, row)),
    starts: startsOf(from, size),
    evidenceStarts: Uint32Array.from([...firstRows, rows.from.length]),
  };
}

/** Where each number's run begins in an ascending list of numbers below `size`. */
function startsOf(ascending: Uint32Array, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (const value of ascending) starts[value + 1] = at(starts, value + 1) + 1;
  for (let i = 1; i <= size; i += 1) starts[i] = at(starts, i) + at(starts, i - 1);
  return starts;
}

/** Few rows are from query logs. */
function loggedIn({ logged, patterns }: EvidenceRows): Map<number, string> {
  const found = new Map<number, string>();
  for (let row = 0; row < logged.length; row += 1) {
    const pattern = at(logged, row);
    if (pattern >= 0) found.set(row, at(patterns, pattern));
  }
  return found;
}

export function buildEvidence(rows: EvidenceRows): EvidenceTable {
  const span = new Int32Array(rows.from.length * 4);
  const marks = new Float64Array(rows.from.length * 2);
  for (let row = 0; row < rows.from.length; row += 1) {
    span[4 * row] = at(rows.startLine, row);
    span[4 * row + 1] = at(rows.startColumn, row);
    span[4 * row + 2] = at(rows.endLine, row);
    span[4 * row + 3] = at(rows.endColumn, row);
    marks[2 * row] = at(rows.mark, row);
    marks[2 * row + 1] = at(rows.entry, row);
  }
  return {
    method: Uint8Array.from(rows.method),
    source: Uint32Array.from(rows.source),
    import: Uint32Array.from(rows.import),
    file: Uint32Array.from(rows.file),
    record: Float64Array.from(rows.record),
    object: Int32Array.from(rows.object),
    span,
    confidence: Float64Array.from(rows.confidence),
    marks,
    logged: loggedIn(rows),
  };
}
