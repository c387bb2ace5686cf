import { Decompress } from 'fzstd';
import type { Compression } from '@/lib/imports/row-choices';

/** The first bytes of a file, unpacked. `whole`: that is all of it; `packedBytes`: how much of the file they took. */
export type Head = { bytes: Uint8Array; whole: boolean; packedBytes: number };

const SLICE_BYTES = 256 * 1024;

/** gzip or zstd by the first bytes of a file, whatever its name says; null for neither. */
export function compressionOf(head: Uint8Array): Compression | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const isZstd = head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd;
  return isZstd ? 'zstd' : null;
}

/**
 * Reads and unpacks only as much of a file as gives `most` bytes, so that a small file that unpacks to terabytes costs
 * nothing here.
 * @throws Error whose message goes on after "The file" when it is damaged before that.
 */
export async function unpackHead(file: Blob, compression: Compression | null, most: number): Promise<Head> {
  if (compression === null) {
    const bytes = new Uint8Array(await file.slice(0, most).arrayBuffer());
    return { bytes, whole: bytes.length === file.size, packedBytes: bytes.length };
  }
  const packed = countedSlices(file);
  const unpacked = compression === 'gzip' ? gunzip(packed.stream()) : unzstd(packed.slices());
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of unpacked) {
      parts.push(part);
      length += part.length;
      if (length > most) return { bytes: join(parts, most), whole: false, packedBytes: packed.taken() };
    }
  } catch (cause) {
    throw new Error(
      length === 0
        ? `cannot be unpacked (${compression}); it is damaged or incomplete`
        : `is damaged or cut off: it cannot be unpacked (${compression}) to its end`,
      { cause },
    );
  }
  return { bytes: join(parts, most), whole: true, packedBytes: file.size };
}

function countedSlices(file: Blob) {
  let taken = 0;
  async function* slices(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    while (taken < file.size) {
      const slice = file.slice(taken, taken + SLICE_BYTES);
      taken += slice.size;
      yield new Uint8Array(await slice.arrayBuffer());
    }
  }
  function stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const source = slices();
    return new ReadableStream({
      async pull(controller) {
        const { done, value } = await source.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
    });
  }
  return { slices, stream, taken: () => taken };
}

async function* gunzip(packed: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Ends the reading of the file; a stream that failed has nothing left to end.
    await reader.cancel().catch(() => undefined);
  }
}

async function* unzstd(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const decompressor = new Decompress((part) => {
    if (part.length > 0) ready.push(part.slice());
  });
  for await (const slice of packed) {
    decompressor.push(slice);
    yield* ready.splice(0);
  }
  decompressor.push(new Uint8Array(), true);
  yield* ready.splice(0);
}

function join(parts: readonly Uint8Array[], most: number): Uint8Array {
  const length = Math.min(
    most,
    parts.reduce((sum, part) => sum + part.length, 0),
  );
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    if (at >= length) break;
    const taken = part.subarray(0, length - at);
    bytes.set(taken, at);
    at += taken.length;
  }
  return bytes;
}
