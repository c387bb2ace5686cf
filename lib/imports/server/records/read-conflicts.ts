import 'server-only';
import { z } from 'zod';
import { quoteName } from '@/lib/workspace/quote';
import type { Reader } from '@/lib/workspace/server/reader';
import { Conflict, type Receipt } from '../../contract';

/** Conflicts of an import that the receipt tells in words; all are counted. */
const SHOWN_MAX = 100;

const cells = z.string().transform((text) => Conflict.shape.key.parse(JSON.parse(text)));
const Row = z.object({
  dataset: z.string(),
  key: cells,
  columns: z.string().transform((text) => Conflict.shape.columns.parse(JSON.parse(text))),
  winner_file: z.int(),
  winner_record: z.int(),
  winner_line: z.int().nullable(),
  winner_values: cells,
  loser_file: z.int(),
  loser_record: z.int(),
  loser_line: z.int().nullable(),
  loser_values: cells,
});

/** The conflicts of the stage that is attached as `stage`, in the order of the winners. `names` are the files' names by ordinal - 1. */
export async function readConflicts(
  db: Reader,
  names: readonly string[],
  stage = 'stage',
): Promise<Receipt['conflicts']> {
  const table = (name: string) => quoteName(stage, 'main', name);
  const counted = await db.one(
    z.object({ count: z.int() }),
    `SELECT CAST(coalesce(sum(count), 0) AS BIGINT) AS count FROM ${table('stage_conflict_counts')}`,
  );
  const rows = await db.all(
    Row,
    `SELECT d.dataset, c.key_json AS key, c.columns_json AS columns, c.winner_file, c.winner_record, c.winner_line,
       c.winner_values, c.loser_file, c.loser_record, c.loser_line, c.loser_values
     FROM ${table('stage_conflicts')} AS c JOIN ${table('stage_datasets')} AS d USING (k)
     ORDER BY k, winner_file, winner_record, loser_file, loser_record LIMIT $shown`,
    { shown: SHOWN_MAX },
  );
  const name = (file: number) => names[file - 1] ?? '';
  return {
    count: counted?.count ?? 0,
    items: rows.map((row) => ({
      dataset: row.dataset,
      key: row.key,
      winner: {
        file: name(row.winner_file),
        record: row.winner_record,
        line: row.winner_line,
        values: row.winner_values,
      },
      loser: {
        file: name(row.loser_file),
        record: row.loser_record,
        line: row.loser_line,
        values: row.loser_values,
      },
      columns: row.columns,
    })),
  };
}
