import { z } from 'zod';
import { fileOfPlace, placeOf, recordOfPlace } from './places';
import { type Locate, rawBytesOf } from './read-records';
import type { StageDb } from './stage-db';
import { REJECTS_KEPT_MAX } from './stage-tables';

const Reason = z.object({ column: z.string().nullable(), code: z.string(), message: z.string() });
const RejectRow = z.object({ record: z.number(), reasons: z.array(Reason) });

/** Stores the rejected records of a file with their places (up to REJECTS_KEPT_MAX) and counts all of them in groups. */
export async function stageRejects(db: StageDb, ordinal: number, locate: Locate): Promise<void> {
  const ofFile = `_place BETWEEN ${placeOf(ordinal, '0')} AND ${placeOf(ordinal + 1, '0')}`;
  const rejects = await db.all(
    RejectRow,
    `SELECT ${recordOfPlace('_place')} AS record,
       list({'column': column_name, 'code': code, 'message': message} ORDER BY rank, column_name) AS reasons
     FROM reasons WHERE ${ofFile} GROUP BY _place ORDER BY _place LIMIT ${REJECTS_KEPT_MAX}`,
  );
  if (rejects.length === 0) return;
  const located = await locate(
    rejects.map((reject) => reject.record),
    rawBytesOf(rejects.length),
  );
  await db.run(
    `CREATE OR REPLACE TABLE kept (record BIGINT, line BIGINT, byte_offset BIGINT, column_name VARCHAR, code VARCHAR,
       message VARCHAR, raw VARCHAR, reasons VARCHAR)`,
  );
  await db.append(
    'kept',
    rejects.map(({ record, reasons }) => {
      const place = located.get(record);
      const [first] = reasons;
      return [
        record,
        place?.line ?? null,
        place?.byteOffset ?? null,
        first?.column ?? null,
        first?.code ?? '',
        first?.message ?? '',
        place?.raw ?? '',
        JSON.stringify(reasons),
      ];
    }),
  );
  await db.run(`INSERT INTO stage.main.stage_rejects SELECT ${ordinal}, * FROM kept ORDER BY record`);
  await db.run(
    `INSERT INTO stage.main.stage_reject_groups
     SELECT ${ordinal}, r.column_name, r.code, arg_min(r.message, r._place), count(*), coalesce(arg_min(kept.raw, r._place), '')
     FROM (SELECT _place, unnest(arg_min({'column_name': column_name, 'code': code, 'message': message}, (rank, column_name)))
           FROM reasons WHERE ${ofFile} GROUP BY _place) AS r
     LEFT JOIN kept ON kept.record = ${recordOfPlace('r._place')}
     GROUP BY ALL ORDER BY count(*) DESC`,
  );
}

const CountRow = z.object({
  file: z.number(),
  rejected: z.number(),
  duplicates: z.number(),
  skipped: z.number(),
});

/** Rejected, repeated and skipped records by file, counted from the check's own tables. */
export async function countOutcomes(db: StageDb): Promise<Array<z.infer<typeof CountRow>>> {
  const by = (table: string) =>
    `(SELECT count(DISTINCT _place) FROM ${table} WHERE ${fileOfPlace('_place')} = files.ordinal)`;
  return db.all(
    CountRow,
    `SELECT ordinal AS file, ${by('reasons')} AS rejected, ${by('repeats')} AS duplicates, ${by('skips')} AS skipped FROM files`,
  );
}
