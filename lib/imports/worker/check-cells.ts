import { AppError } from '@/lib/errors/app-error';
import { extractFiles } from '@/lib/formats/extract/extract-files';
import type { ExtractRole } from '@/lib/imports/contract';
import { cellRules } from './cell-rules';
import { placeOf } from './places';
import type { LoadedFile, RecognisedFile } from './raw-file';
import type { StageDb } from './stage-db';

/**
 * Tables of the check, filled as it goes: `reasons` (why a record is rejected, several per record), `repeats` (identical
 * repeated records) and `skips` (records left out by a stated rule), all by place.
 */
export async function createCheckTables(db: StageDb): Promise<void> {
  await db.run(
    `CREATE TABLE reasons (_place BIGINT, rank INTEGER, column_name VARCHAR, code VARCHAR, message VARCHAR);
     CREATE TABLE repeats (_place BIGINT);
     CREATE TABLE skips (_place BIGINT);
     CREATE TABLE notes (_place BIGINT, code VARCHAR, message VARCHAR)`,
  );
}

const engineTypes = (it: RecognisedFile, column: string) =>
  it.format === 'csv' ? 'VARCHAR' : (it.types[it.detection.positions.get(column) ?? -1] ?? '');

/**
 * Refuses a file with a column of a type that cannot hold what is expected.
 * @throws AppError `bad-records` with the column, the expected and the found type
 */
export function refuseMistyped(it: RecognisedFile): void {
  for (const column of extractFiles[it.role]) {
    const found = engineTypes(it, column.column);
    if (cellRules(column, found) === null)
      throw new AppError(
        'bad-records',
        `${it.file.name}: the column ${column.column} must be ${column.type}, but its type in the file is ${found}.`,
        { extra: { file: it.file.name, column: column.column, expected: column.type, found } },
      );
  }
}

/** Checks every cell of one file by itself; each broken rule becomes a reason. */
export async function checkCells(db: StageDb, it: LoadedFile): Promise<void> {
  const broken = extractFiles[it.role].flatMap((column) =>
    (cellRules(column, engineTypes(it, column.column))?.broken ?? []).map((rule) => ({ ...rule, ...column })),
  );
  if (broken.length === 0) return;
  const any = broken.map((rule) => `(${rule.when})`).join(' OR ');
  const list = broken.map(
    (rule, rank) =>
      `CASE WHEN ${rule.when} THEN {'rank': ${rank}, 'col': '${rule.column}', 'code': '${rule.code}', 'message': ${rule.message}} END`,
  );
  await db.run(
    `INSERT INTO reasons
     SELECT _place, r.rank, r.col, r.code, r.message FROM (
       SELECT ${placeOf(it.file.ordinal, '_record')} AS _place, unnest([${list.join(',\n')}]) AS r
       FROM rows_${it.file.ordinal} WHERE ${any})
     WHERE r IS NOT NULL`,
  );
}

/** View `typed_<role>`: the records of all files of a role, in place order, typed, without rejected ones. */
export async function createTypedView(
  db: StageDb,
  role: ExtractRole,
  files: readonly LoadedFile[],
): Promise<void> {
  const parts = files.map((it) => {
    const cells = extractFiles[role].map(
      (column) => `${cellRules(column, engineTypes(it, column.column))?.value ?? 'NULL'} AS ${column.column}`,
    );
    return `SELECT ${placeOf(it.file.ordinal, '_record')} AS _place, ${cells.join(', ')} FROM rows_${it.file.ordinal}`;
  });
  await db.run(
    `CREATE VIEW typed_${role} AS SELECT * FROM (${parts.join(' UNION ALL ')})
     ANTI JOIN (SELECT _place FROM reasons) USING (_place)`,
  );
}
