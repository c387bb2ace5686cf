import { decompress } from 'fzstd';
import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  type SchemaElement,
} from 'hyparquet';
import { judgeFooter, type ParquetFooter } from '../parquet/judge-footer';
import { parquetCell, TIMES_AS_TEXT, timeUnit, withExactDecimals } from './parquet-cell';
import { parquetTypeName } from './parquet-type';

export type ParquetGlance = {
  /** `isNanos`: its times are counted in nanoseconds. */
  columns: Array<{ name: string; type: string; isNanos: boolean }>;
  records: number;
  rows: (string | null)[][];
  /** Why there are no rows, when there are none to show. */
  note: string | null;
};

const ROWS_MAX = 50;
const FOOTER_BYTES_MAX = 64 * 1024 * 1024;
/** A browser tab should not unpack more than this to show fifty rows. */
const UNPACK_BYTES_MAX = 64 * 1024 * 1024;
/** What the browser can unpack; the server reads more. */
const READABLE_CODECS = new Set(['UNCOMPRESSED', 'SNAPPY', 'ZSTD']);

/**
 * Reads the footer of a Parquet file (schema and exact record count) and its first rows, only by slices.
 * @throws Error in plain words when the footer cannot be read.
 */
export async function readParquet(file: Blob): Promise<ParquetGlance> {
  await checkFooterLength(file);
  const buffer = asyncBuffer(file);
  const metadata = await parquetMetadataAsync(buffer).catch((cause: unknown) => {
    throw new Error('The end of the Parquet file, which says what is in it, cannot be read.', { cause });
  });
  const elements = topLevelColumns(metadata);
  const columns = elements.map((element) => ({
    name: element.name,
    type: parquetTypeName(element),
    isNanos: timeUnit(element) === 'NANOS',
  }));
  const refused = judgeFooter(summarise(metadata, file.size));
  if (refused !== null) throw new Error(refused);
  const records = Number(metadata.num_rows);
  const note = records === 0 ? 'There are no records in it.' : whyNoRows(metadata);
  const rows = note === null ? await firstRows(buffer, metadata, elements) : [];
  return rows === null
    ? {
        columns,
        records,
        rows: [],
        note: 'The first rows cannot be shown here. The import reads the file on the server.',
      }
    : { columns, records, rows, note };
}

async function checkFooterLength(file: Blob): Promise<void> {
  const tail = new DataView(await file.slice(-8).arrayBuffer());
  const length = tail.byteLength === 8 ? tail.getUint32(0, true) : Number.POSITIVE_INFINITY;
  if (length > Math.min(file.size - 12, FOOTER_BYTES_MAX)) {
    throw new Error('The end of the Parquet file, which says what is in it, is damaged.');
  }
}

function asyncBuffer(file: Blob): AsyncBuffer {
  return {
    byteLength: file.size,
    slice: (start, end) => file.slice(start, end ?? file.size).arrayBuffer(),
  };
}

/** The schema is stored as a list in depth-first order, its root first. */
function topLevelColumns(metadata: FileMetaData): SchemaElement[] {
  const columns: SchemaElement[] = [];
  let index = 1;
  const skip = (): void => {
    const children = metadata.schema[index]?.num_children ?? 0;
    index += 1;
    for (let child = 0; child < children && index < metadata.schema.length; child += 1) skip();
  };
  while (index < metadata.schema.length) {
    const element = metadata.schema[index];
    if (element) columns.push(element);
    skip();
  }
  return columns;
}

/** The footer as the server's own rule judges it. */
function summarise(metadata: FileMetaData, fileBytes: number): ParquetFooter {
  const chunks = metadata.row_groups.flatMap((group) => group.columns.flatMap((it) => it.meta_data ?? []));
  return {
    rows: Number(metadata.num_rows),
    rowGroups: metadata.row_groups.length,
    columns: metadata.schema.filter((element) => !element.num_children).length,
    encrypted: metadata.row_groups.some((group) => group.columns.some((it) => it.meta_data === undefined)),
    codecs: [...new Set(chunks.map((chunk) => chunk.codec))],
    uncompressedBytes: chunks.reduce((sum, chunk) => sum + Number(chunk.total_uncompressed_size), 0),
    fileBytes,
  };
}

function whyNoRows(metadata: FileMetaData): string | null {
  const chunks = metadata.row_groups[0]?.columns.flatMap((column) => column.meta_data ?? []) ?? [];
  const codec = chunks.find((chunk) => !READABLE_CODECS.has(chunk.codec))?.codec;
  if (codec) return `Packed with ${codec}, which this preview does not unpack. The import reads it.`;
  const unpacked = chunks.reduce((sum, chunk) => sum + Number(chunk.total_uncompressed_size), 0);
  return unpacked > UNPACK_BYTES_MAX
    ? 'The first block of rows is too large to show here. The import reads it.'
    : null;
}

async function firstRows(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly SchemaElement[],
): Promise<(string | null)[][] | null> {
  // Only the columns themselves: what is nested is shown as the reader gives it.
  const schema = metadata.schema.map((it) => (columns.includes(it) ? withExactDecimals(it) : it));
  try {
    let rows: unknown[][] = [];
    await parquetRead({
      file,
      metadata: { ...metadata, schema },
      parsers: TIMES_AS_TEXT,
      rowEnd: Math.min(ROWS_MAX, Number(metadata.row_groups[0]?.num_rows ?? 0)),
      useOffsetIndex: true,
      compressors: { ZSTD: (packed, length) => decompress(packed, new Uint8Array(length)) },
      onComplete: (read) => {
        rows = read;
      },
    });
    return rows.map((row) => columns.map((column, index) => parquetCell(row[index], column)));
  } catch {
    // A preview that fails does not stop an import: the worker reads the file with another reader.
    return null;
  }
}
