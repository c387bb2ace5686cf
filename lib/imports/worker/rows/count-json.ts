import { placeOf } from '../places';
import type { FileProgress } from '../progress';
import type { StageDb } from '../stage-db';
import type { ConvertedJson, ShiftKeeper } from './convert-json';
import type { CountedText } from './count-text';
import type { TextRowFile } from './row-file';

type Json = NonNullable<TextRowFile['json']>;

/** The records of JSON as they were counted while they were written as CSV. */
export function countJson({ path, converted }: Json, progress: FileProgress): CountedText {
  const { records, faults, shift, longest, lineEnds } = converted;
  progress.counted(records);
  return {
    path,
    shift,
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

/** Keeps the shifts of lines in table `shifts_<ordinal>`. */
export const shiftTable = (db: StageDb, ordinal: number): ShiftKeeper => ({
  begin: () => db.run(`CREATE OR REPLACE TABLE shifts_${ordinal} (record BIGINT, shift BIGINT)`),
  keep: (shifts) => db.append(`shifts_${ordinal}`, shifts),
});

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
