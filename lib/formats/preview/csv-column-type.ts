import type { CellType } from '../extract/extract-files';

const SHOWN: Record<CellType, string> = { integer: 'bigint', text: 'text', boolean: 'boolean' };

/** The type an expected column is read as; every other column of a CSV file stays text and is not imported. */
export function csvColumnType(expected: CellType | undefined): string {
  return expected === undefined ? 'text' : SHOWN[expected];
}
