import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { queryStage, runWorker } from '@/scripts/test/import-worker';

const folder = resolve('../shared/data/adventureworks');
const roles = ['objects', 'definitions', 'dependencies', 'table_columns', 'query_logs'] as const;

describe.skipIf(!existsSync(folder))('AdventureWorks, when its files are beside the repository', () => {
  test('the five Parquet files stage completely', async () => {
    const run = await runWorker(
      roles.map((role) => ({ name: `${role}.parquet`, from: `${folder}/${role}.parquet` })),
    );
    expect(run.last).toMatchObject({
      type: 'staged',
      files: [
        { ordinal: 1, role: 'objects', read: 112, staged: 112, duplicates: 0, rejected: 0, skipped: 0 },
        { ordinal: 2, role: 'definitions', read: 41, staged: 41, rejected: 0 },
        { ordinal: 3, role: 'dependencies', read: 116, staged: 116, rejected: 0 },
        { ordinal: 4, role: 'table_columns', read: 749, staged: 749, rejected: 0 },
        { ordinal: 5, role: 'query_logs', read: 12, staged: 12, rejected: 0 },
      ],
    });
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
});
