import { z } from 'zod';
import { plainName } from '@/lib/formats/plain-name';
import { PLAIN_CELLS } from '@/lib/formats/rows/cell-format';
import { engineType, type RowType } from '@/lib/imports/row-type';
import { limitsOf, wrongLimit } from '@/lib/imports/wrong-limit';
import type { Stage } from '../open-stage';
import type { StageDb } from '../stage-db';
import { chosenColumn } from './chosen-column';
import type { DatasetPlan } from './plan-datasets';
import { readTextAs } from './read-text-as';
import { SqlParams } from './sql-params';

const Wrong = z.object({ x: z.string() });

/**
 * Refuses checks that compare with something that is no value of their column's type, before a record is read: such a check would
 * let everything through, or nothing.
 * @throws AppError `invalid-request` with dataset, column, check and value
 */
export async function refuseWrongLimits(stage: Stage, plans: readonly DatasetPlan[]): Promise<void> {
  const limited = plans.flatMap((plan) => limitsByColumn(plan)).filter(({ limits }) => limits.length > 0);
  if (limited.length === 0) return;
  const db = await stage.connect();
  try {
    for (const { dataset, name, type, limits } of limited) {
      const texts = limits.map(({ value }) => value);
      const wrong = await wrongTexts(db, texts, type);
      const first = limits.find(({ value }) => wrong.has(value));
      if (first !== undefined) throw wrongLimit(dataset.name, name, first, type);
    }
  } finally {
    db.close();
  }
}

function limitsByColumn({ dataset, columns, files }: DatasetPlan) {
  return columns.map(({ name, type }, at) => {
    const chosen = files.flatMap(({ it, sources }) => {
      const source = sources[at] ?? null;
      return source === null ? [] : (chosenColumn(it, source.index) ?? []);
    });
    const own = dataset.checks.filter((check) => plainName(check.column) === plainName(name));
    return { dataset, name, type, limits: [...chosen, ...own].flatMap(limitsOf) };
  });
}

/** Read as a cell is: the engine alone would round `1.5` to a whole number. */
async function wrongTexts(db: StageDb, texts: readonly string[], type: RowType): Promise<Set<string>> {
  const reading = readTextAs({ ...PLAIN_CELLS, type, dateOrder: 'ymd', exact: false }, 'x', 'v');
  if (reading === null) return new Set();
  const { value, sure, fits } = reading;
  const params = new SqlParams();
  const rows = texts.map((text) => `(${params.add(text)}::VARCHAR)`).join(', ');
  const isRead = `coalesce(${sure}, false) OR coalesce(${fits}, false)`;
  const sql = `SELECT x FROM (SELECT x, ${value} AS v FROM (VALUES ${rows}) AS limits(x))
    WHERE TRY_CAST(x AS ${engineType(type)}) IS NULL OR NOT (${isRead})`;
  return new Set((await db.all(Wrong, sql, params.of(sql))).map(({ x }) => x));
}
