import { AppError } from '@/lib/errors/app-error';
import { detectDialect } from '@/lib/formats/csv/detect-dialect';
import { detectFormat } from '@/lib/formats/detect-format';
import { detectRole, type RoleDetection, type RoleFound } from '@/lib/formats/extract/detect-role';
import { expectedFiles, explainRole } from '@/lib/formats/extract/explain-role';
import { extractFiles } from '@/lib/formats/extract/extract-files';
import { detectJson } from '@/lib/formats/json/detect-json';
import { isSqlScript } from '@/lib/formats/sql/is-sql-script';
import type { WorkerFile, WorkerJob } from '../protocol';
import type { RecognisedFile } from '../raw-file';
import { readFooter } from '../read-footer';
import { openRowFile } from '../rows/open-row-file';
import { readHead } from '../rows/read-head';
import type { RowFile } from '../rows/row-file';
import type { StageDb } from '../stage-db';

const HEAD = 64 * 1024;

/** This share of a role's columns makes a file a broken extract file rather than rows of something else. */
const CLOSE = 0.75;

export type Recognised =
  | { kind: 'extract'; it: RecognisedFile }
  | { kind: 'rows'; it: RowFile }
  | { kind: 'script'; it: WorkerFile };

/**
 * Tells a script and a file of an extract from a file of rows. A file that lacks little of an extract's is taken for one, so that nobody loads a
 * broken extract as rows unless they say so.
 */
export async function recogniseFile(db: StageDb, file: WorkerFile, job: WorkerJob): Promise<Recognised> {
  const listed = job.rows.files.find((one) => one.ordinal === file.ordinal);
  if (listed?.choice?.kind !== 'rows' && isSqlScript(file.name, (await readHead(file.path, HEAD)).head))
    return { kind: 'script', it: file };
  if (listed !== undefined && listed.choice?.kind !== 'rows') {
    const header = await plainHeader(db, file);
    const detection = header === null ? null : detectRole(header);
    if (detection === null || isRows(detection))
      return { kind: 'rows', it: await openRowFile(db, file, listed, job) };
  } else if (listed !== undefined) return { kind: 'rows', it: await openRowFile(db, file, listed, job) };
  return { kind: 'extract', it: await recogniseExtractFile(db, file) };
}

function isRows(detection: RoleDetection): boolean {
  if (detection.kind !== 'lacking') return detection.kind === 'unknown';
  const expected = extractFiles[detection.role].length;
  return (expected - detection.missing.length) / expected < CLOSE;
}

/** The column names of a plain CSV or Parquet file; null where it is something else. */
async function plainHeader(db: StageDb, file: WorkerFile): Promise<readonly string[] | null> {
  const { head, tail, size } = await readHead(file.path, HEAD);
  const found = detectFormat(head, tail, size);
  if (found.kind === 'problem') return null;
  if (found.format === 'parquet') return (await readFooter(db, file)).columns.map((it) => it.name);
  if (detectJson(new TextDecoder().decode(head), size <= HEAD) !== null) return null;
  const dialect = detectDialect(head, size <= HEAD);
  return dialect.kind === 'problem' ? null : dialect.header;
}

/**
 * Finds out which file of an extract a file is from its bytes and columns. Refuses by name what is none.
 * @throws AppError `unrecognised-file`, `unreadable-file`
 */
async function recogniseExtractFile(db: StageDb, file: WorkerFile): Promise<RecognisedFile> {
  const { head, tail, size } = await readHead(file.path, HEAD);
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
