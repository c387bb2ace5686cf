import { open } from 'node:fs/promises';
import { AppError } from '@/lib/errors/app-error';
import { detectDialect } from '@/lib/formats/csv/detect-dialect';
import { detectFormat } from '@/lib/formats/detect-format';
import { detectRole, type RoleFound } from '@/lib/formats/extract/detect-role';
import { expectedFiles, explainRole } from '@/lib/formats/extract/explain-role';
import type { WorkerFile } from './protocol';
import type { RecognisedFile } from './raw-file';
import { readFooter } from './read-footer';
import type { StageDb } from './stage-db';

const HEAD = 64 * 1024;

/**
 * Finds out what a file is from its bytes and columns. Refuses by name what is not a file of an extract.
 * @throws AppError `unrecognised-file`, `unreadable-file`
 */
export async function recogniseFile(db: StageDb, file: WorkerFile): Promise<RecognisedFile> {
  const { head, tail, size } = await readEnds(file);
  const found = detectFormat(head, tail, size);
  if (found.kind === 'problem')
    throw new AppError(found.code, `${file.name} ${found.reason}. ${expectedFiles}`, {
      extra: { file: file.name },
    });

  if (found.format === 'parquet') {
    const footer = await readFooter(db, file);
    const header = footer.columns.map((it) => it.name);
    const detection = roleOf(file, header);
    const types = footer.columns.map((it) => it.type);
    return {
      file,
      format: 'parquet',
      role: detection.role,
      header,
      detection,
      types,
      records: footer.records,
    };
  }
  const dialect = detectDialect(head, size <= HEAD);
  if (dialect.kind === 'problem')
    throw new AppError('unrecognised-file', `${file.name} ${dialect.reason}. ${expectedFiles}`, {
      extra: { file: file.name },
    });
  const detection = roleOf(file, dialect.header);
  return {
    file,
    format: 'csv',
    role: detection.role,
    header: dialect.header,
    detection,
    dialect: dialect.dialect,
  };
}

function roleOf(file: WorkerFile, header: readonly string[]): RoleFound {
  const detection = detectRole(header);
  if (detection.kind === 'role') return detection;
  throw new AppError('unrecognised-file', explainRole(file.name, header, detection), {
    extra: { file: file.name, ...detection },
  });
}

/** First 64 KiB and last 4 bytes. */
async function readEnds({ path }: WorkerFile) {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const head = new Uint8Array(Math.min(HEAD, size));
    const tail = new Uint8Array(Math.min(4, size));
    await handle.read(head, 0, head.length, 0);
    await handle.read(tail, 0, tail.length, size - tail.length);
    return { head, tail, size };
  } finally {
    await handle.close();
  }
}
