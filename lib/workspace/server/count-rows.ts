import 'server-only';
import { z } from 'zod';
import { equalKeys, stagedAs } from '../data-table';
import { type StagedFileRows, splitStaged } from '../split-staged';
import type { VersionsOutcome } from './apply-versions';
import type { Reader } from './reader';
import { assertKeys, type BlankCells, differs, type RowsTask, stagedByFile } from './rows-task';

type CountTask = Pick<RowsTask, 'table' | 'staged' | 'partRows'> & {
  /** The current rows as they would be stored, to stand after FROM. */
  current: string;
  mode: 'append' | 'replace' | 'upsert';
  blankCells: BlankCells;
};

/** Rows by the import and file that they are from, with the first record among them. */
const Origin = z.object({ import: z.string(), file: z.int(), rows: z.int(), record: z.int() });
type Origin = z.infer<typeof Origin>;

const MatchRow = z.object({
  file: z.int(),
  import: z.string().nullable(),
  of: z.int().nullable(),
  rows: z.int(),
  changed: z.int(),
});
type MatchRow = z.infer<typeof MatchRow>;

/** What would become of the rows; `rowsBefore` counts those that are there, `known` the staged keys among them, `kept` is what would stay of them. */
type RowsCount = VersionsOutcome & { rowsBefore: number; known: number; kept: Origin[] };

/** What `appendRows`, `replaceRows` or `upsertRows` would do, counted by the same rules; nothing is written. */
export async function countRows(db: Reader, task: CountTask): Promise<RowsCount> {
  const { table, current, mode } = task;
  const files = await stagedByFile(db, task);
  const there = await origins(db, `${current} AS c`);
  const rowsBefore = total(there);
  if (table.key.length === 0) {
    const kept = mode === 'replace' ? [] : there;
    const all = files.map(({ file, rows }) => ({ file, inserted: rows, updated: 0, unchanged: 0 }));
    return { files: all, ended: rowsBefore - total(kept), rowsBefore, known: 0, kept };
  }
  await assertKeys(db, task);
  const gone = mode === 'replace' ? await endingRows(db, task) : [];
  const matches = await matchRows(db, task, files);
  return {
    files: files.map(({ file }) => {
      const own = matches.filter((match) => match.file === file);
      const inserted = sum(own, (match) => (match.import === null ? match.rows : 0));
      const updated = sum(own, (match) => match.changed);
      return { file, inserted, updated, unchanged: sum(own, (match) => match.rows) - inserted - updated };
    }),
    ended: total(gone),
    rowsBefore,
    known: sum(matches, (match) => (match.import === null ? 0 : match.rows)),
    kept: without(there, [
      ...gone,
      ...matches.map((match) => ({ ...match, file: match.of, rows: match.changed })),
    ]),
  };
}

/** Staged rows by their file and where the current row with their key is from, if there is one. */
async function matchRows(db: Reader, task: CountTask, files: readonly StagedFileRows[]): Promise<MatchRow[]> {
  const { table, staged, current, mode, blankCells } = task;
  const match = (left: string, right: string) => equalKeys(table, left, right);
  const changed = mode === 'replace' ? differs(task, 'all', 'null') : differs(task, 'staged', blankCells);
  const found: MatchRow[] = [];
  for (const part of splitStaged(files, task.partRows)) {
    const rows = stagedAs(staged, part);
    // Of all that is there only what has a key of this part, which is little.
    const known = `(SELECT v.* FROM ${current} AS v SEMI JOIN ${rows} AS o ON ${match('v', 'o')})`;
    found.push(
      ...(await db.all(
        MatchRow,
        `SELECT s._file AS file, t._import AS import, t._file AS "of", count(*) AS rows,
           count(*) FILTER (t._import IS NOT NULL AND ${changed}) AS changed
         FROM ${rows} AS s LEFT JOIN ${known} AS t ON ${match('t', 's')} GROUP BY ALL`,
      )),
    );
  }
  return found;
}

/** Current rows whose key is not staged. */
function endingRows(db: Reader, { table, staged, current }: CountTask): Promise<Origin[]> {
  return origins(db, `${current} AS c ANTI JOIN ${stagedAs(staged)} AS s ON ${equalKeys(table, 'c', 's')}`);
}

type Gone = { import: string | null; file: number | null; rows: number };

function without(there: readonly Origin[], gone: readonly Gone[]): Origin[] {
  return there.flatMap((origin) => {
    const lost = gone.filter((one) => one.import === origin.import && one.file === origin.file);
    const rows = origin.rows - total(lost);
    return rows > 0 ? [{ ...origin, rows }] : [];
  });
}

/** Rows of a relation `c` by where they are from. */
function origins(db: Reader, from: string): Promise<Origin[]> {
  return db.all(
    Origin,
    `SELECT c._import AS import, c._file AS file, count(*) AS rows, min(c._record) AS record
     FROM ${from} GROUP BY c._import, c._file ORDER BY max(c._from) DESC, c._import, c._file`,
  );
}

const total = (rows: ReadonlyArray<{ rows: number }>) => sum(rows, (one) => one.rows);

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((all, item) => all + of(item), 0);
}
