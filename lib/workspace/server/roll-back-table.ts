import 'server-only';
import { z } from 'zod';
import { quoteName } from '../quote';
import { type RolledTable, rollbackPlan } from '../roll-back';
import type { Reader, Writer } from './reader';

const Counts = z.object({
  /** Rows whose value before comes back: in place of another one, or where there is none now. */
  replaced: z.int(),
  returned: z.int(),
  removed: z.int(),
  kept: z.int(),
});
export type RollbackCounts = z.infer<typeof Counts>;

const PLAN = 'temp.main.rollback_plan';
const COUNTS = `count(*) FILTER (bucket = 'restored' AND now IS NOT NULL) AS replaced,
  count(*) FILTER (bucket = 'restored' AND now IS NULL) AS returned,
  count(*) FILTER (bucket = 'removed') AS removed, count(*) FILTER (bucket = 'kept') AS kept`;

/** What a roll back of a snapshot would do to a table now. */
export async function countRollback(
  db: Reader,
  table: RolledTable,
  snapshot: number,
): Promise<RollbackCounts> {
  return counted(await db.one(Counts, `SELECT ${COUNTS} FROM ${rollbackPlan(table, snapshot)} AS p`));
}

/**
 * Takes back what a snapshot did to a table, except where something else has changed it since. What comes back keeps
 * where it came from. `look` may read the plan (a name to stand after FROM) before anything changes.
 */
export async function rollBackTable(
  db: Writer,
  table: RolledTable,
  { rolledBack, snapshot }: { rolledBack: number; snapshot: number },
  look: (plan: string, counts: RollbackCounts) => Promise<void> = async () => undefined,
): Promise<RollbackCounts> {
  await db.run(`CREATE OR REPLACE TEMP TABLE rollback_plan AS FROM ${rollbackPlan(table, rolledBack)} AS p`);
  const counts = counted(await db.one(Counts, `SELECT ${COUNTS} FROM ${PLAN} AS p`));
  await look(PLAN, counts);
  if (counts.replaced + counts.returned + counts.removed === 0) return counts;
  const target = quoteName(table.name);
  if (counts.replaced + counts.removed > 0) {
    const ended = await db.run(
      `UPDATE ${target} AS t SET _to = $snapshot FROM ${PLAN} AS p
       WHERE t.rowid = p.now AND p.bucket <> 'kept'`,
      { snapshot },
    );
    assertAgree(table, counts.replaced + counts.removed, ended);
  }
  if (counts.replaced + counts.returned > 0) {
    const columns = [...table.columns, '_import', '_file', '_record', ...(table.more ?? [])].map((name) =>
      quoteName(name),
    );
    const returned = await db.run(
      `INSERT INTO ${target} (${columns.join(', ')}, _from, _to)
       SELECT ${columns.map((name) => `t.${name}`).join(', ')}, $snapshot, NULL FROM ${target} AS t
       JOIN ${PLAN} AS p ON t.rowid = p.before WHERE p.bucket = 'restored'`,
      { snapshot },
    );
    assertAgree(table, counts.replaced + counts.returned, returned);
  }
  return counts;
}

function counted(found: RollbackCounts | undefined): RollbackCounts {
  return found ?? { replaced: 0, returned: 0, removed: 0, kept: 0 };
}

function assertAgree(table: RolledTable, counted_: number, written: number): void {
  if (counted_ === written) return;
  throw new Error(`${table.name}: ${counted_} rows were planned but ${written} written; nothing is changed.`);
}
