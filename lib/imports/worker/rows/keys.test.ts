import { afterAll, expect, test } from 'vitest';
import { removeWorkerFolders } from '@/scripts/test/import-worker';
import { csv, runRows } from '@/scripts/test/run-rows';

afterAll(removeWorkerFolders);

const A = csv('id,v,w\n1,a,x\n2,b,x\n2,c,x\n3,d,x\n,q,x\n', 'a.csv');
const B = csv('ID,v,w\n2,c,x\n3,e,y\n4,f,\n', 'b.csv');

test('of one key the last record of the later file counts; others are duplicates, and told', async () => {
  const run = await runRows([A, B], { dataset: { key: ['ID'], mode: 'upsert' } });
  expect(run.last).toMatchObject({
    type: 'staged',
    files: [
      { ordinal: 1, read: 5, staged: 1, duplicates: 3, rejected: 1 },
      { ordinal: 2, read: 3, staged: 3, duplicates: 0, rejected: 0 },
    ],
  });
  expect(
    await run.query('SELECT id, v, w, _file, _record::INTEGER AS record FROM rows_1 ORDER BY id'),
  ).toEqual([
    { id: '1', v: 'a', w: 'x', _file: 1, record: 1 },
    { id: '2', v: 'c', w: 'x', _file: 2, record: 1 },
    { id: '3', v: 'e', w: 'y', _file: 2, record: 2 },
    { id: '4', v: 'f', w: null, _file: 2, record: 3 },
  ]);
  expect(await run.query('SELECT record, column_name, code FROM stage_rejects')).toEqual([
    { record: '5', column_name: 'id', code: 'NULL_KEY' },
  ]);
  expect(
    await run.query("SELECT record, message FROM stage_notes WHERE code = 'DUPLICATE_KEY'"),
  ).toContainEqual({
    record: '2',
    message: 'The key 2 comes again in b.csv, record 1; that one counts.',
  });
  expect(await run.query('SELECT key FROM stage_datasets')).toEqual([{ key: '["id"]' }]);
});

test('one key with different values in two files is a conflict with both places; the same values are none', async () => {
  const run = await runRows([A, B], { dataset: { key: ['id'], mode: 'upsert' } });
  expect(await run.query('SELECT * FROM stage_conflict_counts')).toEqual([{ k: 1, count: '1' }]);
  expect(await run.query('SELECT * FROM stage_conflicts')).toEqual([
    {
      k: 1,
      key_json: '{"id":"3"}',
      winner_file: 2,
      winner_record: '2',
      winner_line: '3',
      loser_file: 1,
      loser_record: '4',
      loser_line: '5',
      columns_json: '["v","w"]',
      winner_values: '{"id":"3","v":"e","w":"y"}',
      loser_values: '{"id":"3","v":"d","w":"x"}',
    },
  ]);
});

test('the stated order of the files decides, and a null key may be skipped', async () => {
  const run = await runRows([A, B], {
    dataset: { key: ['id'], mode: 'upsert', nullKeys: 'skip' },
    order: [2, 1],
  });
  expect(run.last).toMatchObject({
    files: [
      { read: 5, staged: 3, duplicates: 1, rejected: 0, skipped: 1 },
      { read: 3, staged: 1, duplicates: 2 },
    ],
  });
  expect(await run.query('SELECT winner_file, loser_file FROM stage_conflicts')).toEqual([
    { winner_file: 1, loser_file: 2 },
  ]);
});

test('a composite key needs all its columns, and a missing one is named', async () => {
  const run = await runRows([A], { dataset: { key: ['id', 'v'], mode: 'upsert' } });
  expect(run.last).toMatchObject({ files: [{ read: 5, staged: 4, duplicates: 0, rejected: 1 }] });
  const lacking = await runRows([A], { dataset: { key: ['id', 'z'], mode: 'upsert' } });
  expect(lacking.last).toMatchObject({
    type: 'failed',
    detail: 'a.csv: It has no column "z", which is part of the key.',
  });
  const keyless = await runRows([A], { dataset: { mode: 'upsert' } });
  expect(keyless.last).toMatchObject({
    type: 'failed',
    detail: expect.stringContaining('an upsert needs a key'),
  });
});

test('the same bytes and choices give the same rows and rejects with 1, 2 and 8 threads', async () => {
  const texts = [1, 2, 3].map((file) =>
    Array.from({ length: 30_000 }, (_, index) => {
      const id = (index * file * 7919) % 40_000;
      const text = index % 997 === 0 ? '"two\nlines"' : `t${index % 100}`;
      if (index % 1009 === 0) return `${id},x`;
      return `${id},${text},${index % 503 === 0 ? 'bad' : index / 4}${index % 2003 === 0 ? '\n' : ''}`;
    }).join('\n'),
  );
  const files = texts.map((text, index) => csv(`id,text,amount\n${text}\n`, `${index}.csv`));
  const choice = (file: number) => ({
    file,
    kind: 'auto' as const,
    columns: [
      { name: 'id', as: 'id', type: 'bigint' as const },
      { name: 'text', as: 'text', type: 'text' as const },
      { name: 'amount', as: 'amount', type: 'decimal(12,2)' as const },
    ],
  });
  const outcomes = [];
  for (const threads of [1, 2, 8]) {
    const run = await runRows(files, {
      choices: [choice(1), choice(2), choice(3)],
      dataset: { key: ['id'], mode: 'upsert' },
      job: { threads, concurrency: threads === 1 ? 1 : 3 },
    });
    expect(run.last).toMatchObject({ type: 'staged' });
    const hash = (table: string, order: string) =>
      run.query(
        `SELECT count(*) AS n, md5(string_agg(t::VARCHAR, '|' ORDER BY ${order})) AS hash FROM ${table} AS t`,
      );
    outcomes.push({
      files: run.last?.files,
      rows: await hash('rows_1', '_file, _record'),
      rejects: await hash('stage_rejects', '_file, record'),
      conflicts: await hash('stage_conflicts', 'winner_file, winner_record, loser_file'),
      counts: await run.query('FROM stage_conflict_counts'),
    });
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
  expect(outcomes[2]).toEqual(outcomes[0]);
  expect(outcomes[0]?.files?.every((file) => file.rejected > 50)).toBe(true);
  expect(outcomes[0]?.files?.[0]?.duplicates).toBeGreaterThan(1000);
});
