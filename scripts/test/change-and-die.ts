import { appendRows, upsertRows } from '@/lib/workspace/server/apply-rows';
import { addDataColumn, createDataTable, widenDataColumn } from '@/lib/workspace/server/change-data-table';
import { read } from '@/lib/workspace/server/read';
import type { Writer } from '@/lib/workspace/server/reader';
import { openWorkspace } from '@/lib/workspace/server/workspace';
import { write } from '@/lib/workspace/server/write';

/**
 * A process for tests: tells what the table of a dataset holds (`state [...]`), then changes it in the way of `step` and
 * dies by itself right after the commit, before the log could be moved into the database file: a reader is open.
 */
export type ChangeArgs = { dir: string; step: number };

const { dir, step } = JSON.parse(process.argv[2] ?? '{}') as ChangeArgs;
const token = { epoch: 1, assertHeld: () => undefined };

/** 100 rows of the number of the step: in the columns that the table has by then. */
async function stage(db: Writer, columns: string): Promise<void> {
  await db.run(
    `CREATE TEMP TABLE staged AS SELECT ${columns}, 1 AS _file, range AS _staged, range AS _record, NULL::BIGINT AS _line FROM range(100)`,
  );
}

const own = (...names: string[]) => names.map((name) => ({ staged: name, stored: name }));
const task = (names: string[], key: string[]) => ({
  table: { name: 'data_1', columns: names, key },
  staged: { from: ['temp', 'main', 'staged'] as [string, ...string[]], columns: own(...names) },
  snapshot: step,
  importId: `import-${step}`,
});

const STEPS: ReadonlyArray<(db: Writer) => Promise<unknown>> = [
  async (db) => {
    await createDataTable(db, 'data_1', [
      { name: 'id', type: 'SMALLINT' },
      { name: 'a "b"', type: 'INTEGER' },
    ]);
    await stage(db, 'range::SMALLINT AS id, 1 AS "a ""b"""');
    return appendRows(db, task(['id', 'a "b"'], []));
  },
  async (db) => {
    await addDataColumn(db, 'data_1', { name: 'note', type: 'JSON' });
    await stage(db, `range::SMALLINT AS id, 2 AS "a ""b""", '"x"'::JSON AS note`);
    return upsertRows(db, task(['id', 'a "b"', 'note'], ['id']), 'null');
  },
  async (db) => {
    await widenDataColumn(db, 'data_1', { name: 'id', type: 'BIGINT' });
    await widenDataColumn(db, 'data_1', { name: 'a "b"', type: 'VARCHAR' });
    await addDataColumn(db, 'data_1', { name: 'at', type: 'TIMESTAMPTZ' });
    await stage(
      db,
      `5000000000 + range AS id, 'three' AS "a ""b""", '"y"'::JSON AS note, TIMESTAMPTZ '2026-01-01' AS at`,
    );
    return upsertRows(db, task(['id', 'a "b"', 'note', 'at'], ['id']), 'keep');
  },
];

await openWorkspace(dir);
const state = await read(async (db) => {
  const columns = await db.columns(
    "SELECT column_name || ' ' || data_type AS name FROM duckdb_columns() WHERE table_name = 'data_1' AND column_name[1] <> '_' ORDER BY column_index",
  );
  if (columns.name?.length === 0) return [];
  const rows = await db.columns(
    'SELECT count(*) AS n FROM data_1 GROUP BY _from, _to IS NULL ORDER BY _from, _to IS NULL',
  );
  return [...(columns.name ?? []), ...(rows.n ?? [])];
});
process.stdout.write(`state ${JSON.stringify(state)}\n`);
const change = STEPS[step - 1];
if (change !== undefined) {
  // Open before the commit, so the checkpoint after it is put off.
  await read(async (db) => {
    await db.columns('SELECT 1');
    await write(token, change);
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  });
}
