import { expect, test } from 'vitest';
import { judgeFooter, type ParquetFooter } from './judge-footer';

const good: ParquetFooter = {
  rows: 1000,
  rowGroups: 1,
  columns: 4,
  encrypted: false,
  codecs: ['ZSTD', 'UNCOMPRESSED'],
  uncompressedBytes: 100_000,
  fileBytes: 20_000,
};

test('an ordinary file may be decoded, and so may one that compresses very well', () => {
  expect(judgeFooter(good)).toBeNull();
  expect(judgeFooter({ ...good, uncompressedBytes: 60_000_000, rows: 900_000 })).toBeNull();
});

test.each<[Partial<ParquetFooter>, string]>([
  [{ encrypted: true }, 'encrypted'],
  [{ codecs: ['ZSTD', 'BROTLI'] }, 'compressed with BROTLI'],
  [{ codecs: ['LZ4_RAW'] }, 'compressed with LZ4_RAW'],
  [{ columns: 2001 }, '2001 columns'],
  [{ uncompressedBytes: 70_000_000 }, 'claims to hold 70000000 bytes'],
  [{ rows: 20_000_001 }, 'claims 20000001 records'],
])('%j is refused', (change, reason) => {
  expect(judgeFooter({ ...good, ...change })).toContain(reason);
});
