import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { AppError } from '@/lib/errors/app-error';
import type { Compression } from '@/lib/imports/row-choices';
import type { WorkerFile, WorkerRows } from '../protocol';
import { zstdWindow } from './zstd-window';

/** A small file may grow by any ratio: a cap on the ratio is against bombs, not against zeros. */
const RATIO_FREE_BYTES = 64 * 1024 * 1024;
/** What unpacking keeps in memory; files made for ordinary machines need at most this. */
const WINDOW_MAX = 128 * 1024 * 1024;

const ZSTD_PIECE = 4096;

type Caps = WorkerRows['decompressed'];

/**
 * The bytes of a compressed file, unpacked while streaming and in constant memory.
 * @throws AppError `too-large` beyond the caps, `unreadable-file` for a damaged file
 */
export async function* unpack(
  packed: AsyncIterable<Uint8Array>,
  compression: Compression,
  file: WorkerFile,
  caps: Caps,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  const bytes = compression === 'gzip' ? gunzip(packed, file) : unzstd(packed, file);
  for await (const chunk of bytes) {
    total += chunk.length;
    refuseBomb(file, total, caps);
    yield chunk;
  }
}

function refuseBomb(file: WorkerFile, total: number, { maxBytes, maxRatio }: Caps): void {
  const most = Math.min(maxBytes, Math.max(RATIO_FREE_BYTES, file.size * maxRatio));
  if (total <= most) return;
  throw new AppError(
    'too-large',
    `${file.name} has ${file.size} bytes and unpacks to more than ${most}. Unpack it yourself, or split it.`,
    { extra: { file: file.name, limitBytes: most } },
  );
}

const damaged = (file: WorkerFile, cause: unknown) =>
  new AppError('unreadable-file', `${file.name} is damaged: it cannot be unpacked to its end.`, {
    extra: { file: file.name },
    cause,
  });

async function* gunzip(packed: AsyncIterable<Uint8Array>, file: WorkerFile): AsyncGenerator<Uint8Array> {
  const stream = createGunzip({ chunkSize: 256 * 1024 });
  const feed = async () => {
    for await (const chunk of packed)
      if (!stream.write(chunk)) await new Promise<void>((resolve) => stream.once('drain', resolve));
    stream.end();
  };
  const fed = feed().catch((error: Error) => stream.destroy(error));
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
    await fed;
  } catch (error) {
    throw damaged(file, error);
  } finally {
    stream.destroy();
  }
}

async function* unzstd(packed: AsyncIterable<Uint8Array>, file: WorkerFile): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const stream = new Decompress((chunk) => {
    if (chunk.length > 0) ready.push(chunk.slice());
  });
  let first = true;
  const push = (chunk: Uint8Array, last: boolean) => {
    try {
      stream.push(chunk, last);
    } catch (error) {
      throw damaged(file, error);
    }
  };
  for await (const chunk of packed) {
    if (first && zstdWindow(chunk) > WINDOW_MAX)
      throw new AppError(
        'unreadable-file',
        `${file.name} needs more than ${WINDOW_MAX / 1024 / 1024} MiB of memory to be unpacked. Pack it without --long.`,
        { extra: { file: file.name } },
      );
    first = false;
    // In small pieces: four bytes can unpack to 128 KiB.
    for (let i = 0; i < chunk.length; i += ZSTD_PIECE) {
      push(chunk.subarray(i, i + ZSTD_PIECE), false);
      yield* ready.splice(0);
    }
  }
  push(new Uint8Array(), true);
  yield* ready.splice(0);
}
