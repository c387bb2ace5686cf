import { placeOf } from '../places';
import type { FileProgress } from '../progress';
import type { StageDb } from '../stage-db';
import type { ConvertedJson } from './convert-json';
import type { CountedText } from './count-text';
import type { TextRowFile } from './row-file';

type Json = NonNullable<TextRowFile['json']>;

/** The records of JSON as they were counted while they were written as CSV. */
export async function countJson(
  db: StageDb,
  ordinal: number,
  { path, converted }: Json,
  progress: FileProgress,
): Promise<CountedText> {
  const { records, faults, shifts, longest, lineEnds } = converted;
  await db.run(`CREATE OR REPLACE TABLE shifts_${ordinal} (record BIGINT, shift BIGINT)`);
  if (shifts.length > 1) await db.append(`shifts_${ordinal}`, shifts);
  progress.counted(records);
  return {
    path,
    shift: shifts.length > 1 ? null : (shifts[0]?.[1] ?? 0),
    count: {
      records: records - faults.length,
      blanks: 0,
      unusable: [],
      unusableRecords: 0,
      longest,
      mixedLineEnds: false,
      quotedLineEnds: lineEnds,
      unclosed: null,
    },
  };
}

/** Stores why records are no JSON objects, as reasons and for the numbers of the records after them. */
export async function storeFaults(
  db: StageDb,
  ordinal: number,
  faults: ConvertedJson['faults'],
): Promise<void> {
  if (faults.length === 0) return;
  await db.append(
    `split_${ordinal}`,
    faults.map(({ record, code, message }) => [null, record, null, code, message]),
  );
  await db.run(
    `INSERT INTO reasons SELECT ${placeOf(ordinal, 'record')}, -1, NULL, code, message FROM split_${ordinal}`,
  );
}
