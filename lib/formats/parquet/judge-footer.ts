/** What a Parquet footer says, as far as we judge it before any page is decoded. Sizes in bytes. */
export type ParquetFooter = {
  readonly rows: number;
  readonly rowGroups: number;
  readonly columns: number;
  readonly encrypted: boolean;
  readonly codecs: readonly string[];
  readonly uncompressedBytes: number;
  readonly fileBytes: number;
};

/** Codecs that we test; others (BROTLI and LZ4_RAW among them) have had decoders that write out of bounds. */
const CODECS = new Set(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD']);
const RATIO_MAX = 1000;
const RATIO_FREE_BYTES = 64 * 1024 * 1024;
const ROWS_PER_BYTE_MAX = 1000;
const ROWS_FREE = 1_000_000;
const COLUMNS_MAX = 2000;

/** Null when the file may be decoded, else the reason why not (the rest of a sentence that begins with its name). */
export function judgeFooter(footer: ParquetFooter): string | null {
  if (footer.encrypted) return 'is an encrypted Parquet file; export it without encryption';
  const codec = footer.codecs.find((name) => !CODECS.has(name));
  if (codec !== undefined)
    return `is compressed with ${codec}, which is not read here; export it with ZSTD, SNAPPY or GZIP`;
  if (footer.columns > COLUMNS_MAX) return `has ${footer.columns} columns; at most ${COLUMNS_MAX} are read`;
  if (footer.uncompressedBytes > RATIO_FREE_BYTES && footer.uncompressedBytes > footer.fileBytes * RATIO_MAX)
    return `claims to hold ${footer.uncompressedBytes} bytes in a file of ${footer.fileBytes}; that is not believable`;
  if (footer.rows > ROWS_FREE && footer.rows > footer.fileBytes * ROWS_PER_BYTE_MAX)
    return `claims ${footer.rows} records in a file of ${footer.fileBytes} bytes; that is not believable`;
  return null;
}
