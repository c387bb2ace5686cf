import { at } from './graph';

/**
 * Sorts positions by an integer key below `buckets`; equal keys keep their order. A counting sort: linear, and one
 * call for each key, the least important first, sorts by several keys.
 */
export function stableOrder(
  positions: Uint32Array,
  key: Uint8Array | Uint32Array,
  buckets: number,
): Uint32Array {
  const next = new Uint32Array(buckets + 1);
  for (const position of positions) {
    const bucket = at(key, position) + 1;
    next[bucket] = at(next, bucket) + 1;
  }
  for (let bucket = 1; bucket <= buckets; bucket += 1) {
    next[bucket] = at(next, bucket) + at(next, bucket - 1);
  }
  const sorted = new Uint32Array(positions.length);
  for (const position of positions) {
    const bucket = at(key, position);
    const place = at(next, bucket);
    sorted[place] = position;
    next[bucket] = place + 1;
  }
  return sorted;
}
