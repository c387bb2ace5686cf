import { engineType } from '@/lib/imports/row-type';
import { quoteName } from '@/lib/workspace/quote';
import type { StageDb } from '../stage-db';
import { dropRepeats } from './drop-repeats';
import { keyPositions } from './key-positions';
import type { DatasetPlan } from './plan-datasets';
import { orderOf } from './record-order';
import { stageConflicts } from './stage-conflicts';

/**
 * Makes view `rows_<k>` of the stage: the good records of all files of a dataset, of each key the one that counts. Names in views
 * are not qualified, because whoever attaches the stage file gives it a name of their own.
 */
export async function stageDataset(db: StageDb, plan: DatasetPlan): Promise<void> {
  const { k, dataset, columns, files } = plan;
  const keys = keyPositions(plan);
  const parts = [];
  for (const [index, { it, sources }] of files.entries()) {
    const cells = columns.map(({ name, type }, at) => {
      const cell = sources[at] === null ? `NULL::${engineType(type)}` : `c${at}`;
      return `${cell} AS ${quoteName(name)}`;
    });
    const { ordinal } = it.file;
    const bad = await db.count(`FROM stage.main.file_${ordinal} WHERE _why IS NOT NULL`);
    const conditions = [...(bad === 0 ? [] : ['_why IS NULL']), ...keys.map((at) => `c${at} IS NOT NULL`)];
    parts.push({
      ordinal,
      sql: `SELECT ${cells.join(', ')}, ${ordinal}::INTEGER AS _file, _row AS _staged, _record, _line, ${orderOf(index, '_record')} AS _order
        FROM records_${ordinal}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`,
    });
  }
  await db.run(`CREATE VIEW stage.main.all_${k} AS ${parts.map(({ sql }) => sql).join(' UNION ALL ')}`);
  const dropped = keys.length === 0 ? new Set<number>() : await dropRepeats(db, plan, keys);
  const kept = parts.map(({ ordinal, sql }) =>
    dropped.has(ordinal)
      ? `SELECT * EXCLUDE (_order) FROM (${sql}) ANTI JOIN dropped_${ordinal} USING (_record)`
      : `SELECT * EXCLUDE (_order) FROM (${sql})`,
  );
  await db.run(`CREATE VIEW stage.main.rows_${k} AS ${kept.join(' UNION ALL ')}`);
  if (dropped.size > 0) await stageConflicts(db, plan, keys);
  await db.run('INSERT INTO stage.main.stage_datasets VALUES ($k, $dataset, $columns, $key, $mode, $files)', {
    k,
    dataset: dataset.name,
    columns: JSON.stringify(
      columns.map(({ name, type, isNew, widenedFrom }) => ({ name, type, isNew, widenedFrom })),
    ),
    key: JSON.stringify(keys.map((at) => columns[at]?.name)),
    mode: dataset.mode,
    files: JSON.stringify(files.map(({ it }) => it.file.ordinal)),
  });
}
