import { open } from 'node:fs/promises';
import { parquetMetadataAsync } from 'hyparquet';

/** The records of each row group of a Parquet file, and the program that wrote it, read without the engine. */
export async function countParquet(
  path: string,
): Promise<{ groups: number[]; createdBy: string | undefined }> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const metadata = await parquetMetadataAsync({
      byteLength: size,
      slice: async (start, end = size) => {
        const bytes = new Uint8Array(end - start);
        await handle.read(bytes, 0, bytes.length, start);
        return bytes.buffer;
      },
    });
    return {
      groups: metadata.row_groups.map((group) => Number(group.num_rows)),
      createdBy: metadata.created_by,
    };
  } finally {
    await handle.close();
  }
}
