import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  queryStage,
  removeWorkerFolders,
  startWorker,
  type Upload,
  type WorkerRun,
} from '@/scripts/test/import-worker';

afterAll(removeWorkerFolders);

const script = (columns: string): Upload[] => [
  {
    name: 'shop.sql',
    bytes: `CREATE TABLE dbo.t (${columns})
GO
CREATE TABLE dbo.u (id int)
GO
CREATE VIEW dbo.all_t AS SELECT * FROM dbo.t
GO
CREATE VIEW dbo.ids AS SELECT id FROM dbo.all_t
GO
CREATE VIEW dbo.of_u AS SELECT id FROM dbo.u
GO
CREATE PROCEDURE dbo.move AS SELECT id INTO dbo.made FROM dbo.of_u
`,
  },
];

const NAMES = ['t', 'u', 'all_t', 'ids', 'of_u', 'move'];
const named = async (run: WorkerRun, table: string) =>
  (await queryStage(run, `SELECT object_name AS name FROM ${table} JOIN catalog_objects USING (object)`))
    .map(({ name }) => String(name))
    .sort((a, b) => NAMES.indexOf(a) - NAMES.indexOf(b));

type Kept = Array<Record<string, unknown>>;

/** Imports a script beside what was kept; says what was read, what was not, and what is kept now. */
async function importBeside(files: Upload[], kept: Kept) {
  const cells = (row: Kept[number]) =>
    ['object', 'fingerprint', 'trail'].map((name) => `"${String(row[name]).replaceAll('"', '""')}"`);
  const lines = ['object,fingerprint,trail', ...kept.map((row) => cells(row).join(','))];
  const run = await startWorker(files, {}, async (job) => {
    const keptReadingsFile = join(job.stageDir, 'kept-readings.csv');
    await writeFile(keptReadingsFile, `${lines.join('\n')}\n`);
    return { ...job, keptReadingsFile };
  });
  const last = await run.ended;
  if (last?.type !== 'staged') throw new Error(JSON.stringify(last));
  return {
    run,
    read: await named(run, 'catalog_coverage'),
    reused: await named(run, 'stage_reused'),
    kept: await queryStage(run, 'SELECT * FROM stage_readings ORDER BY object'),
    objects: await queryStage(run, 'SELECT object_name, object_type FROM catalog_objects ORDER BY ALL'),
    columns: await queryStage(run, 'SELECT object, column_name, ordinal FROM catalog_columns ORDER BY ALL'),
  };
}

test('an unchanged source is not read again; a changed catalogue reads what it touches; another version reads all', async () => {
  const first = await importBeside(script('id int, a int'), []);
  expect(first.read).toEqual(['all_t', 'ids', 'of_u', 'move']);
  expect(first.reused).toEqual([]);

  const second = await importBeside(script('id int, a int'), first.kept);
  expect(second.read).toEqual([]);
  expect(second.reused).toEqual(['all_t', 'ids', 'of_u', 'move']);
  expect(second.objects).toEqual(first.objects);
  expect(second.columns).toEqual(first.columns);

  // Without the print of all together each is asked by itself, and tells the same.
  const oneByOne = await importBeside(
    script('id int, a int'),
    first.kept.filter(({ object }) => object !== ''),
  );
  expect(oneByOne.read).toEqual([]);
  expect(oneByOne.reused).toEqual(second.reused);
  expect(oneByOne.objects).toEqual(first.objects);
  expect(oneByOne.columns).toEqual(first.columns);

  // One reading that is not there any more: the print alone is not believed.
  const [gone] = first.kept.filter(({ trail }) => String(trail).includes('"made"'));
  const lost = await importBeside(
    script('id int, a int'),
    first.kept.filter((row) => row !== gone),
  );
  expect(lost.read).toEqual(['move']);
  expect(lost.objects).toEqual(first.objects);

  // The view of all columns changes; what reads one column of it is asked again, because the view is another one.
  const wider = await importBeside(script('id int, a int, b int'), first.kept);
  expect(wider.read).toEqual(['all_t', 'ids']);
  expect(wider.reused).toEqual(['of_u', 'move']);
  expect(wider.columns).toHaveLength(first.columns.length + 2);

  const older = first.kept.map((row) => ({ ...row, fingerprint: `0${String(row.fingerprint).slice(1)}x` }));
  expect((await importBeside(script('id int, a int'), older)).reused).toEqual([]);
});
