import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, test } from 'vitest';
import { queryStage, removeWorkerFolders, runWorker } from '@/scripts/test/import-worker';

afterAll(removeWorkerFolders);

const folder = resolve('../shared/data/adventureworks');
const roles = ['objects', 'definitions', 'dependencies', 'table_columns', 'query_logs'] as const;

const everything = {
  type: 'staged',
  files: [
    { ordinal: 1, role: 'objects', read: 112, staged: 112, duplicates: 0, rejected: 0, skipped: 0 },
    { ordinal: 2, role: 'definitions', read: 41, staged: 41, duplicates: 0, rejected: 0, skipped: 0 },
    { ordinal: 3, role: 'dependencies', read: 116, staged: 116, duplicates: 0, rejected: 0, skipped: 0 },
    { ordinal: 4, role: 'table_columns', read: 749, staged: 749, duplicates: 0, rejected: 0, skipped: 0 },
    { ordinal: 5, role: 'query_logs', read: 12, staged: 12, duplicates: 0, rejected: 0, skipped: 0 },
  ],
};

const parquet = roles.map((role) => ({ name: `${role}.parquet`, from: `${folder}/${role}.parquet` }));

async function asCsv() {
  const target = await mkdtemp(join(tmpdir(), 'headwater-csv-'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const role of roles)
    await connection.run(
      `COPY (FROM read_parquet('${folder}/${role}.parquet')) TO '${target}/${role}' (FORMAT csv, HEADER)`,
    );
  return roles.map((role) => ({ name: `${role}.csv`, from: `${target}/${role}` }));
}

describe.skipIf(!existsSync(folder))('AdventureWorks, when its files are beside the repository', () => {
  test('the five Parquet files stage completely', async () => {
    const run = await runWorker(parquet);
    expect(run.last).toMatchObject(everything);
    expect(
      await queryStage(
        run,
        'SELECT object_type, count(*)::INTEGER AS n FROM catalog_objects GROUP BY 1 ORDER BY 1',
      ),
    ).toEqual([
      { object_type: 'function', n: 11 },
      { object_type: 'procedure', n: 10 },
      { object_type: 'table', n: 71 },
      { object_type: 'view', n: 20 },
    ]);
  });

  test('the same files as CSV make the same stage', async () => {
    const [one, other] = await Promise.all([runWorker(parquet), runWorker(await asCsv())]);
    expect(other.last).toMatchObject(everything);
    for (const table of ['objects', 'definitions', 'evidence', 'columns', 'query_logs']) {
      const rows = `FROM catalog_${table} ORDER BY _file, _record`;
      expect(await queryStage(other, rows)).toEqual(await queryStage(one, rows));
    }
  });
});
