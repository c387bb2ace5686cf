import { quoteName } from '@/lib/workspace/quote';
import { versionedTables } from '@/lib/workspace/tables';
import type { WorkerJob } from '../protocol';
import type { StageDb } from '../stage-db';
import { STAGE_TABLES } from '../stage-tables';

/** Creates the tables of the stage file. */
export async function createStageSchema(db: StageDb, job: WorkerJob): Promise<void> {
  for (const table of versionedTables) {
    const columns = Object.entries(table.columns).map(([name, type]) => `${quoteName(name)} ${type}`);
    await db.run(
      `CREATE TABLE ${quoteName('stage', 'main', table.name)} (${columns.join(', ')}, _file INTEGER, _record BIGINT)`,
    );
  }
  for (const table of STAGE_TABLES) await db.run(table.replace('CREATE TABLE ', 'CREATE TABLE stage.main.'));
  await db.run('CREATE TABLE files (ordinal INTEGER, name VARCHAR)');
  await db.append(
    'files',
    job.files.map((file) => [file.ordinal, file.name]),
  );
}

/** Stores the source of the facts of an extract. It is named by the start, not by a record: it counts as record 0 of the first file. */
export async function stageSource(db: StageDb, { source }: WorkerJob): Promise<void> {
  await db.run('INSERT INTO stage.main.catalog_sources VALUES ($name, $dialect, $database, 1, 0)', {
    name: source.name,
    dialect: source.dialect,
    database: source.database,
  });
}
