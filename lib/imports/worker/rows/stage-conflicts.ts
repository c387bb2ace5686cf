import { quoteName, quoteText } from '@/lib/workspace/quote';
import type { StageDb } from '../stage-db';
import { CONFLICTS_KEPT_MAX } from '../stage-tables';
import type { DatasetPlan } from './plan-datasets';
import { fileOfOrder } from './record-order';

/**
 * Stores the conflicts of a dataset: the last record of a key in one file, beaten by a record of another file that says something else.
 * All are counted, the first CONFLICTS_KEPT_MAX kept.
 */
export async function stageConflicts(db: StageDb, plan: DatasetPlan, keys: readonly number[]): Promise<void> {
  const { k, columns } = plan;
  const values = columns.filter((_, at) => !keys.includes(at)).map(({ name }) => name);
  const differs = (name: string) => `w.${quoteName(name)} IS DISTINCT FROM l.${quoteName(name)}`;
  const joined = `JOIN stage.main.all_${k} AS w ON w._order = p.winner JOIN stage.main.all_${k} AS l ON l._order = p.loser`;
  await db.run(
    `CREATE TABLE differing_${k} AS SELECT p.winner, p.loser
     FROM (SELECT winner, max(loser) AS loser FROM losers_${k} WHERE ${fileOfOrder('loser')} <> ${fileOfOrder('winner')}
           GROUP BY winner, ${fileOfOrder('loser')}) AS p
     ${joined} WHERE ${values.map(differs).join(' OR ') || 'false'}`,
  );
  const count = await db.count(`FROM differing_${k}`);
  await db.run('INSERT INTO stage.main.stage_conflict_counts VALUES ($k, $count)', { k, count });
  if (count === 0) return;
  const object = (side: 'w' | 'l', names: readonly string[]) =>
    `json_object(${names.map((name) => `${quoteText(name)}, ${side}.${quoteName(name)}::VARCHAR`).join(', ')})::VARCHAR`;
  const all = columns.map(({ name }) => name);
  const key = keys.map((at) => columns[at]?.name ?? '');
  const differing = values.map((name) => `CASE WHEN ${differs(name)} THEN ${quoteText(name)} END`);
  await db.run(
    `INSERT INTO stage.main.stage_conflicts
     SELECT ${k}, ${object('w', key)}, w._file, w._record, w._line, l._file, l._record, l._line,
       to_json(list_filter([${differing.join(', ')}], lambda name: name IS NOT NULL))::VARCHAR, ${object('w', all)}, ${object('l', all)}
     FROM (FROM differing_${k} ORDER BY winner, loser LIMIT ${CONFLICTS_KEPT_MAX}) AS p ${joined} ORDER BY p.winner, p.loser`,
  );
}
