import type { Evidence } from '@/lib/lineage/contract';

type Span = NonNullable<Evidence['span']>;

/** A packed mark: 20 bits of the line, 16 of the column, 16 of the length, so that a million of them take 8 MB; null for 0. */
export function unpackMark(packed: number): Span | null {
  if (packed === 0) return null;
  const line = Math.floor(packed / 2 ** 32);
  const column = Math.floor(packed / 2 ** 16) % 2 ** 16;
  return { start: { line, column }, end: { line, column: column + (packed % 2 ** 16) } };
}
