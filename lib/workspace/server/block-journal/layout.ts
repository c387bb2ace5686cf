/**
 * Where DuckDB keeps its directory in a database file; sources: its storage/storage_info.hpp and
 * storage/metadata/metadata_manager.cpp, version 1.5. Three headers come first, then blocks of one size. A metadata
 * block is a checksum and 64 parts; a checkpoint fills free parts and writes the whole block over the one in place.
 */
export const HEADERS_BYTES = 3 * 4096;

const CHECKSUM_BYTES = 8;
const PARTS = 64;

export type MetadataBlock = {
  readonly id: number;
  /** Numbers (0 to 63) of the parts that hold nothing of the last checkpoint. */
  readonly free: readonly number[];
};

/** Where a block begins in the file. */
export function placeOf(block: MetadataBlock, blockBytes: number): number {
  return HEADERS_BYTES + block.id * blockBytes;
}

/** Whether two copies of a block hold the same in all parts that the last checkpoint needs. */
export function sameWhereUsed(block: MetadataBlock, one: Buffer, other: Buffer): boolean {
  const partBytes = Math.floor((one.length - CHECKSUM_BYTES) / PARTS / 8) * 8;
  const free = new Set(block.free);
  for (let part = 0; part < PARTS; part += 1) {
    if (free.has(part)) continue;
    const start = CHECKSUM_BYTES + part * partBytes;
    if (one.compare(other, start, start + partBytes, start, start + partBytes) !== 0) return false;
  }
  return true;
}
