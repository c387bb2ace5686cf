import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, type Stage } from './open-stage';

let dir: string;
let stage: Stage;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'headwater-stage-'));
  stage = await openStage({
    files: [],
    memoryBytes: 256 * 1024 ** 2,
    threads: 1,
    uploadDir: dir,
    stageDir: dir,
    stageFile: join(dir, 'stage.duckdb'),
  });
});

afterEach(async () => {
  await stage.close();
  await rm(dir, { recursive: true, force: true });
});

test('the engine tells how far the reading of a file is', async () => {
  const db = await stage.connect();
  const file = join(dir, 'rows.csv');
  await db.run(`COPY (SELECT range AS id, md5(range::VARCHAR) AS token FROM range(1000000)) TO '${file}'`);
  let isRead = false;
  const reading = db
    .run(
      `CREATE TABLE rows AS FROM read_csv('${file}', auto_detect = false, header = true, delim = ',',
        columns = {id: 'BIGINT', token: 'VARCHAR'})`,
    )
    .finally(() => {
      isRead = true;
    });
  const seen: number[] = [];
  while (!isRead) {
    seen.push(db.progress);
    await turn();
  }
  await reading;
  expect(seen.some((share) => share > 0 && share < 1)).toBe(true);
  db.close();
});

test('nothing else can be set, and no other folder is read', async () => {
  const db = await stage.connect();
  await expect(db.run("SET memory_limit = '8GB'")).rejects.toThrow('locked');
  await expect(db.run("FROM read_text('/etc/hostname')")).rejects.toThrow('disabled');
  db.close();
});
