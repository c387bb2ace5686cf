import type { DecodedArray } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ParquetColumn } from './parquet-columns';

const ROW_GROUP = 50_000;

/** Collects what is written, so that it can be handed on after each row group. */
class Outbox extends ByteWriter {
  take(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.buffer.slice(0, this.index));
    this.index = 0;
    return bytes;
  }
}

/** A Parquet file of rows that come in chunks, in pieces: one for each row group, at most 50,000 rows in memory. */
export async function* parquetFile(
  columns: readonly ParquetColumn[],
  chunks: AsyncIterable<unknown[][]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const outbox = new Outbox();
  const schema = [
    { name: 'schema', num_children: columns.length },
    ...columns.map((column) => column.element),
  ];
  const file = new ParquetWriter({ writer: outbox, schema });
  let rows: unknown[][] = [];
  for await (const chunk of chunks) {
    rows.push(...chunk);
    if (rows.length < ROW_GROUP) continue;
    await writeGroup(file, columns, rows);
    rows = [];
    yield outbox.take();
  }
  if (rows.length > 0) await writeGroup(file, columns, rows);
  await file.finish();
  yield outbox.take();
}

async function writeGroup(
  file: ParquetWriter,
  columns: readonly ParquetColumn[],
  rows: readonly unknown[][],
) {
  const columnData = columns.map(({ element, store }, index) => ({
    name: element.name,
    data: rows.map((row) => {
      const value = row[index];
      return value === null || value === undefined ? null : store(value);
    }) as DecodedArray,
  }));
  await file.write({ columnData, rowGroupSize: ROW_GROUP });
}
