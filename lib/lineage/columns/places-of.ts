import { at } from '../graph/graph';
import type { ColumnGraph } from './column-graph';

/** The places of an object: its columns, its local columns and ports, and the object as a whole, if it has them. */
export function placesOf(columns: ColumnGraph, object: number): number[] {
  const first = at(columns.starts, object);
  return Array.from({ length: at(columns.starts, object + 1) - first }, (_, i) => first + i);
}
