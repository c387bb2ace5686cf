import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsJob } from '@/scripts/test/rows-job';
import { createCheckTables } from '../check-cells';
import { createStageSchema } from '../extract/stage-schema';
import { openStage, type Stage } from '../open-stage';
import { JobProgress } from '../progress';
import type { WorkerJob } from '../protocol';
import type { StageDb } from '../stage-db';
import { loadRows } from './load-rows';
import { openRowFile } from './open-row-file';

const ROWS = [300, 200, 100];

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'headwater-lanes-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function jobOf(concurrency: number): Promise<WorkerJob> {
  const files = ROWS.map((count, index) => {
    const lines = Array.from({ length: count }, (_, id) => `${id},${index}\n`);
    const text = `id,file\n${lines.join('')}`;
    return {
      ordinal: index + 1,
      name: `${index}.csv`,
      path: join(dir, `${index}.csv`),
      size: text.length,
      text,
    };
  });
  for (const { path, text } of files) await writeFile(path, text);
  return {
    importId: randomUUID(),
    files: files.map(({ text: _, ...file }) => file),
    source: { name: 'Warehouse', dialect: 'tsql', database: 'Warehouse' },
    ...rowsJob(files.length),
    uploadDir: dir,
    stageDir: dir,
    stageFile: join(dir, 'stage.duckdb'),
    ...{ knownObjectsFile: null, knownColumnsFile: null, keptReadingsFile: null },
    memoryBytes: 256 * 1024 ** 2,
    threads: 2,
    concurrency,
  };
}

/** Holds the first statement of each file until `together` files have come as far, and counts how many are on their way at most. */
function watched(stage: Stage, together: number): { stage: Stage; most: () => number } {
  let [started, active, most] = [0, 0, 0];
  let meet = () => {};
  const met = new Promise<void>((done) => {
    meet = done;
  });
  const watch = (db: StageDb): StageDb => {
    const run = db.run.bind(db);
    const close = db.close.bind(db);
    let isFirst = true;
    db.run = async (sql, params) => {
      if (isFirst) {
        isFirst = false;
        started += 1;
        active += 1;
        most = Math.max(most, active);
        if (started === together) meet();
        await met;
      }
      return run(sql, params);
    };
    db.close = () => {
      active -= 1;
      close();
    };
    return db;
  };
  return {
    stage: { connect: async () => watch(await stage.connect()), close: stage.close },
    most: () => most,
  };
}

test.each([1, 2, 3])(
  'IMPORT_CONCURRENCY %i: so many files are staged at the same time, and never more',
  async (concurrency) => {
    const job = await jobOf(concurrency);
    const stage = await openStage(job);
    const progress = new JobProgress(0, () => {});
    const db = await stage.connect();
    try {
      await createStageSchema(db, job);
      await createCheckTables(db);
      const files = await Promise.all(
        job.files.map((file, index) => {
          const listed = job.rows.files[index];
          if (listed === undefined) throw new Error('The job lists every file.');
          return openRowFile(db, file, listed, job);
        }),
      );
      // Were fewer staged at the same time, the first ones would wait for ever.
      const lanes = watched(stage, concurrency);
      const { loaded } = await loadRows(lanes.stage, job, files, progress);
      expect(lanes.most()).toBe(concurrency);
      expect(loaded.map(({ read }) => read)).toEqual(ROWS);
      for (const [index, count] of ROWS.entries())
        expect(await db.count(`FROM stage.main.file_${index + 1}`)).toBe(count);
    } finally {
      progress.stop();
      db.close();
      await stage.close();
    }
  },
);
