import { z } from 'zod';
import { ColumnProfile } from '@/lib/formats/rows/column-profile';
import { judgeProfile } from '@/lib/formats/rows/infer-column';
import type { RowType } from '@/lib/imports/row-type';
import type { StageDb } from '../stage-db';
import type { CountedText } from './count-text';
import { rowTypeOf } from './read-engine-as';
import type { RowFile } from './row-file';
import { type FilledColumn, reasonsIn } from './select-records';
import { SqlParams } from './sql-params';
import { textSource } from './text-source';

const NameRow = z.object({ name: z.string() });

/** A column of the dataset, by position, whose cells in a file are not all of its type, and the type that holds them. */
export type Misfit = { readonly at: number; readonly type: RowType };

/** Looks at all cells of the columns that nobody gave a type to and that hold something else than was guessed. */
export async function findMisfits(
  db: StageDb,
  it: RowFile,
  counted: CountedText | null,
  filled: readonly FilledColumn[],
): Promise<Misfit[]> {
  const names = await db.all(
    NameRow,
    `SELECT DISTINCT r.col AS name FROM (SELECT ${reasonsIn('_why')} AS r FROM stage.main.file_${it.file.ordinal} WHERE _why IS NOT NULL)
     WHERE r.code = 'TYPE_MISMATCH'`,
  );
  const wrong = new Set(names.map((row) => row.name));
  const open = filled.flatMap(({ column, source }, at) => {
    const own = source === null ? undefined : it.columns[source.index];
    return column.open && source !== null && own !== undefined && wrong.has(own.name)
      ? [{ at, index: source.index, own }]
      : [];
  });
  if (open.length === 0) return [];
  if (it.format === 'parquet' || counted === null)
    return open.map(({ at, own }) => {
      const type = rowTypeOf(own.engine ?? 'VARCHAR');
      return { at, type: type === filled[at]?.column.type ? 'text' : type };
    });

  const params = new SqlParams();
  const { path, count } = counted;
  const from = textSource(it, { path, longest: count.longest }, !count.quotedLineEnds, params);
  const profiles = open.map(() => new ColumnProfile(it.cells));
  const rejects = `rejects_${it.file.ordinal}`;
  await db.run(`DROP TABLE IF EXISTS temp.${rejects}; DROP TABLE IF EXISTS temp.${rejects}_scan`);
  const picked = open.map(({ index }) => `c${index}`).join(', ');
  const sql = `SELECT ${picked} FROM ${from}`;
  for await (const columns of db.cells(sql, params.of(sql)))
    for (const [index, cells] of columns.entries())
      for (const cell of cells) profiles[index]?.add(cell ?? '');
  return open.map(({ at }, index) => {
    const profile = profiles[index];
    return { at, type: profile === undefined ? 'text' : judgeProfile(profile).type };
  });
}
