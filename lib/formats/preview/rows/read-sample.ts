import type { Compression } from '@/lib/imports/row-choices';
import { detectFormat } from '../../detect-format';
import { detectEncoding } from '../../text/detect-encoding';
import { readJsonHead } from './read-json-head';
import type { RowSample } from './row-table';
import { unpackHead } from './unpack-head';

const HEAD_BYTES = 1024 * 1024;

/** `parquet`: it begins as a Parquet file that was packed; what is in it stands at its end. */
export type SampleRead =
  | { kind: 'sample'; sample: RowSample }
  | { kind: 'parquet'; compression: Compression }
  | { kind: 'problem'; reason: string };

/**
 * Takes the first MiB (unpacked) of a text file and tells by its content whether it is JSON or delimited text.
 * @throws Error whose message goes on after "The file" when it cannot be unpacked.
 */
export async function readSample(file: Blob, compression: Compression | null): Promise<SampleRead> {
  const { bytes, whole, packedBytes } = await unpackHead(file, compression, HEAD_BYTES);
  if (compression !== null && String.fromCharCode(...bytes.subarray(0, 4)) === 'PAR1')
    return { kind: 'parquet', compression };
  const { encoding } = detectEncoding(bytes);
  if (compression !== null && !encoding.startsWith('utf-16')) {
    const found = detectFormat(bytes, bytes.subarray(-4), bytes.length);
    if (found.kind === 'problem')
      return {
        kind: 'problem',
        reason: `Unpacked (${compression}), it is not text. Unpack it, then choose what is inside.`,
      };
  }
  const text = new TextDecoder(encoding).decode(bytes);
  const json = /^[\s\ufeff]*[[{]/.test(text) ? readJsonHead(text, whole) : null;
  const format = json !== null && json.records.length > 0 ? json.format : 'csv';
  return { kind: 'sample', sample: { format, bytes, whole, fileBytes: file.size, packedBytes } };
}
