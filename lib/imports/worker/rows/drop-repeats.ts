import { ascendingKeys, KeyOrder } from '@/lib/workspace/ascending-keys';
import { quoteName } from '@/lib/workspace/quote';
import type { StageDb } from '../stage-db';
import type { DatasetPlan } from './plan-datasets';
import { fileOfOrder, recordOfOrder } from './record-order';

/** Repeated records of a dataset that are told one by one; all are counted. */
const TOLD = 100;

/**
 * Finds the records whose key comes again later: table `losers_<k>` (loser, winner), and for each file that has some, table
 * `dropped_<ordinal>` of the stage. @returns the ordinals of these files
 */
export async function dropRepeats(
  db: StageDb,
  plan: DatasetPlan,
  keys: readonly number[],
): Promise<Set<number>> {
  const { k, columns, files } = plan;
  const names = keys.map((at) => quoteName(columns[at]?.name ?? ''));
  const list = names.join(', ');
  const { ascending, blank } = await db.one(KeyOrder, ascendingKeys(names, `stage.main.all_${k}`));
  if (ascending && !blank) return new Set();
  await db.run(
    `CREATE TABLE repeated_${k} AS SELECT ${list}, max(_order) AS _winner FROM stage.main.all_${k} GROUP BY ${list} HAVING count(*) > 1`,
  );
  const on = names.map((name) => `a.${name} = r.${name}`).join(' AND ');
  await db.run(
    `CREATE TABLE losers_${k} AS SELECT a._order AS loser, r._winner AS winner FROM stage.main.all_${k} AS a
     JOIN repeated_${k} AS r ON ${on} WHERE a._order <> r._winner;
     DROP TABLE repeated_${k}`,
  );
  const dropped = new Set<number>();
  for (const [index, { it }] of files.entries()) {
    const { ordinal } = it.file;
    const own = `FROM losers_${k} WHERE ${fileOfOrder('loser')} = ${index + 1}`;
    if ((await db.count(own)) === 0) continue;
    dropped.add(ordinal);
    await db.run(
      `CREATE TABLE stage.main.dropped_${ordinal} AS SELECT ${recordOfOrder('loser')} AS _record ${own} ORDER BY 1`,
    );
  }
  if (dropped.size > 0) await tellRepeats(db, plan, names);
  return dropped;
}

async function tellRepeats(db: StageDb, { k }: DatasetPlan, names: readonly string[]): Promise<void> {
  const key = names.map((name) => `a.${name}::VARCHAR`).join(` || ', ' || `);
  await db.run(
    `INSERT INTO stage.main.stage_notes
     SELECT a._file, a._record, 'DUPLICATE_KEY', 'The key ' || substr(${key}, 1, 200) || ' comes again in ' || files.name || ', record ' || w._record || '; that one counts.'
     FROM (FROM losers_${k} ORDER BY loser LIMIT ${TOLD}) AS l
     JOIN stage.main.all_${k} AS a ON a._order = l.loser
     JOIN stage.main.all_${k} AS w ON w._order = l.winner
     JOIN files ON files.ordinal = w._file ORDER BY l.loser`,
  );
}
