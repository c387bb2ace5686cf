import { afterAll, describe, expect, test } from 'vitest';
import { removeWorkerFolders } from '@/scripts/test/import-worker';
import { csv, runRows } from '@/scripts/test/run-rows';

afterAll(removeWorkerFolders);

/** A table whose records have one cell more from a record on: the engine's own detection drops all before it, without a word (duckdb#25827). */
function grown(after: number, total: number) {
  const lines = Array.from({ length: total }, (_, index) =>
    index < after ? `${index + 1},a` : `${index + 1},a,more`,
  );
  return csv(`id,text\n${lines.join('\n')}\n`);
}

describe.each([
  [1, 2],
  [100, 200],
  [1000, 30_000],
  [2046, 3000],
  [2047, 3000],
])('records that become wider after %i of %i', (after, total) => {
  test('never end as a success', async () => {
    const { last } = await runRows([grown(after, total)], { policy: { onBadRecord: 'stop' } });
    expect(last?.type).toBe('failed');
  });

  test('are kept and rejected record by record when that was chosen, or asked about', async () => {
    const run = await runRows([grown(after, total)]);
    if (run.last?.type === 'failed') {
      expect(run.last).toMatchObject({ code: 'unrecognised-file', extra: { question: expect.any(String) } });
      return;
    }
    const rejected = total - after;
    expect(run.last).toMatchObject({ files: [{ read: total, staged: after, rejected }] });
    expect(await run.query('SELECT DISTINCT code FROM stage_rejects')).toEqual([{ code: 'TOO_MANY_CELLS' }]);
  });
});
