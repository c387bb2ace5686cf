import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@/lib/errors/app-error';
import { detectFormat } from '@/lib/formats/detect-format';
import { detectJson } from '@/lib/formats/json/detect-json';
import { detectEncoding } from '@/lib/formats/text/detect-encoding';
import { transcode } from '@/lib/formats/text/transcode';
import type { Compression } from '@/lib/imports/row-choices';
import type { WorkerFile, WorkerJob, WorkerRows } from '../protocol';
import type { StageDb } from '../stage-db';
import { shiftTable } from './count-json';
import { describeCsv } from './describe-csv';
import { describeJson } from './describe-json';
import { describeParquet } from './describe-parquet';
import { placeJson } from './place-json';
import { readHead } from './read-head';
import type { RowFile } from './row-file';
import { unpack } from './unpack';

const HEAD = 256 * 1024;
const CHUNK = 1024 * 1024;

type Listed = WorkerRows['files'][number];

/**
 * Finds out how a file of rows is written, by its bytes and by what was confirmed; unpacks and transcodes it into the stage
 * folder where it is not plain text in UTF-8. Whatever would have to be guessed with a loss is asked.
 * @throws AppError `unrecognised-file` with a question, `unreadable-file`, `too-large`
 */
export async function openRowFile(
  db: StageDb,
  file: WorkerFile,
  { dataset, choice }: Listed,
  job: WorkerJob,
): Promise<RowFile> {
  let { head, tail, size } = await readHead(file.path, HEAD);
  let path = file.path;
  const compression = compressionOf(head);
  if (compression !== null) {
    path = join(job.stageDir, `unpacked-${file.ordinal}`);
    const packed = createReadStream(file.path, { highWaterMark: CHUNK });
    const bytes = unpack(packed, compression, file, job.rows.decompressed);
    await pipeline(Readable.from(bytes), createWriteStream(path));
    ({ head, tail, size } = await readHead(path, HEAD));
  }
  const base = { file, dataset, choice, compression };
  const encoding = choice?.encoding ?? detectEncoding(head).encoding;
  const format = detectFormat(head, tail, size);
  // Text in UTF-16 is full of zero bytes, and no problem here.
  if (format.kind === 'problem' && (size === 0 || !encoding.startsWith('utf-16')))
    throw new AppError(format.code, `${file.name} ${format.reason}.`, { extra: { file: file.name } });
  if (format.kind === 'format' && format.format === 'parquet') return describeParquet(db, base, path);
  if (encoding !== 'utf-8') {
    const text = join(job.stageDir, `text-${file.ordinal}`);
    const bytes = transcode(createReadStream(path, { highWaterMark: CHUNK }), encoding);
    await pipeline(Readable.from(bytes), createWriteStream(text));
    path = text;
    ({ head, size } = await readHead(path, HEAD));
  }
  if (choice?.csv === undefined) {
    const json = detectJson(new TextDecoder().decode(head), size <= HEAD);
    if (json !== null)
      return describeJson(
        { ...base, encoding, path },
        placeJson(file.name, json, choice?.json?.path),
        join(job.stageDir, `records-${file.ordinal}`),
        shiftTable(db, file.ordinal),
      );
  }
  return describeCsv({ ...base, encoding, path, head, whole: size <= HEAD });
}

function compressionOf(head: Uint8Array): Compression | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? 'zstd' : null;
}
