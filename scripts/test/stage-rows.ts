import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { expect } from 'vitest';
import type { Choices } from '@/lib/imports/choices';
import type { RowMode } from '@/lib/imports/row-choices';
import { engineType, type RowType } from '@/lib/imports/row-type';
import { countImport } from '@/lib/imports/server/dry-run/count-import';
import { importLock } from '@/lib/imports/server/lock/import-lock';
import { publishImport } from '@/lib/imports/server/publish/publish-import';
import { type ImportRecord, newFile, newRecord } from '@/lib/imports/server/records/import-record';
import type { ActiveRun } from '@/lib/imports/server/records/imports-state';
import { stagingFolder } from '@/lib/imports/server/records/journal';
import { createRun } from '@/lib/imports/server/run/active-run';
import { endRun } from '@/lib/imports/server/run/end-run';
import { numberRun } from '@/lib/imports/server/run/number-run';
import { recordOutcome } from '@/lib/imports/server/run/record-outcome';
import { withRetries } from '@/lib/imports/server/run/with-retries';
import type { Stage } from '@/lib/imports/server/stage/stage-import';
import { STAGE_TABLES } from '@/lib/imports/worker/stage-tables';
import { quoteName } from '@/lib/workspace/quote';
import { attachStage } from '@/lib/workspace/server/attach-stage';
import { versionedTables } from '@/lib/workspace/tables';

export type Cell = string | number | boolean | null;
/** Rows of one dataset as the worker stages them: keys are unique; `file` is the 1-based ordinal, 1 when left out. */
export type RowsStage = {
  dataset: string;
  columns: Record<string, RowType>;
  rows: ReadonlyArray<readonly Cell[]>;
  key?: readonly string[];
  mode?: RowMode;
  /** File of each row; all of file 1 when left out. */
  fileOf?: (row: number) => number;
};
export type RowsImport = {
  files?: readonly string[];
  stages: readonly RowsStage[];
  choices?: Partial<Choices>;
  /** Runs before the publish, with the lock held and the stage complete. */
  before?: (run: ActiveRun, stageFile: string) => Promise<void> | void;
  /** Whether it is dry-run first, which must say what the receipt will; true when left out. */
  isCounted?: boolean;
};

/** Publishes rows as an import does, with a stage made here instead of by the worker. Returns how it ended. */
export async function importRows({
  files = ['rows.csv'],
  stages,
  choices = {},
  before,
  isCounted = true,
}: RowsImport): Promise<ImportRecord> {
  const made = newRecord(randomUUID(), {});
  const lease = importLock().take(made.id);
  if (lease === null) throw new Error('The import lock is held.');
  const record: ImportRecord = {
    ...made,
    choices: { ...made.choices, ...choices },
    dryRun: choices.dryRun ?? false,
    mode: 'append',
    files: files.map((name, ordinal) =>
      newFile({ ordinal, name, size: 1, sha256: null, uploadUrl: `/api/uploads/${ordinal}` }),
    ),
  };
  const run = createRun(record, lease, 'check');
  await numberRun(run);
  run.record = { ...run.record, source: null };
  let outcome: ImportRecord;
  try {
    const staged = stages.flatMap((stage) => countFiles(stage));
    const file = await writeStage(made.id, stages);
    await before?.(run, file);
    const stage: Stage = {
      file,
      files: files.map((_, index) => ({
        ...{ ordinal: index + 1, format: 'csv' as const, role: 'rows' as const },
        ...{ compression: null, encoding: null, columns: [], delimiter: ',', rowBytes: null },
        ...(staged.find((one) => one.file === index + 1) ?? { dataset: null, read: 0, staged: 0 }),
        ...{ duplicates: 0, rejected: 0, skipped: 0 },
      })),
      stageMs: 1,
      checkMs: 1,
    };
    const counted = isCounted ? await countFirst(run, stage) : null;
    outcome = await withRetries((attempt) => publishImport(run, stage, attempt), { signal: run.stop.signal });
    if (isCounted) expect(counted).toEqual(comparable(outcome.receipt));
  } catch (error) {
    outcome = await recordOutcome(run, error);
  }
  await endRun(run, outcome);
  return outcome;
}

/** What a dry run of the same stage says, beside the one who holds the lock. */
async function countFirst(run: ActiveRun, stage: Stage): Promise<unknown> {
  const alias = `dry_${run.id.replaceAll('-', '')}`;
  const detach = await attachStage({ alias, file: stage.file });
  try {
    return comparable(await countImport(run.record, stage, { alias, signal: run.stop.signal }));
  } finally {
    await detach();
  }
}

/** A receipt without what depends on time. */
function comparable(receipt: ImportRecord['receipt']): unknown {
  return receipt && { ...receipt, durationsMs: null, retries: 0 };
}

function countFiles({ dataset, rows, fileOf = () => 1 }: RowsStage) {
  const counts = new Map<number, number>();
  rows.forEach((_, index) => {
    counts.set(fileOf(index), (counts.get(fileOf(index)) ?? 0) + 1);
  });
  return [...counts].map(([file, read]) => ({ file, dataset, read, staged: read }));
}

async function writeStage(importId: string, stages: readonly RowsStage[]): Promise<string> {
  const folder = await stagingFolder(importId);
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'stage.duckdb');
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  for (const table of STAGE_TABLES) await connection.run(table);
  for (const { name, columns } of versionedTables) {
    const own = Object.entries(columns).map(([column, type]) => `${quoteName(column)} ${type}`);
    await connection.run(`CREATE TABLE ${name} (${own.join(', ')}, _file INTEGER, _record BIGINT)`);
  }
  for (const [index, stage] of stages.entries()) await writeRows(connection, index + 1, stage);
  connection.closeSync();
  instance.closeSync();
  return path;
}

async function writeRows(connection: DuckDBConnection, k: number, stage: RowsStage): Promise<void> {
  const { dataset, columns, rows, key = [], mode = 'append', fileOf = () => 1 } = stage;
  const names = Object.keys(columns);
  const types = Object.entries(columns).map(([name, type]) => `${quoteName(name)} ${engineType(type)}`);
  await connection.run(
    `CREATE TABLE rows_${k} (${types.join(', ')}, _file INTEGER, _staged BIGINT, _record BIGINT, _line BIGINT)`,
  );
  const literal = (cell: Cell) =>
    cell === null ? 'NULL' : typeof cell === 'string' ? `'${cell.replaceAll("'", "''")}'` : String(cell);
  const records = new Map<number, number>();
  const values = rows.map((row, index) => {
    const file = fileOf(index);
    const record = (records.get(file) ?? 0) + 1;
    records.set(file, record);
    return `(${[...row.map(literal), file, record - 1, record, record + 1].join(', ')})`;
  });
  if (values.length > 0) await connection.run(`INSERT INTO rows_${k} VALUES ${values.join(', ')}`);
  await connection.run('INSERT INTO stage_datasets VALUES ($k, $dataset, $columns, $key, $mode, $files)', {
    k,
    dataset,
    columns: JSON.stringify(
      names.map((name) => ({ name, type: columns[name], isNew: false, widenedFrom: null })),
    ),
    key: JSON.stringify(key),
    mode,
    files: JSON.stringify([...new Set(records.keys())].sort()),
  });
}
