import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extractCsv } from '@/scripts/test/extract-csv';
import { getImport, readyDraft } from '@/scripts/test/import-client';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const files = (name: string) => extractCsv([{ id: 1, name, definition: 'SELECT 1', uses: [1] }]);

async function currentObjects(): Promise<string[]> {
  const { read } = await import('@/lib/workspace/server/read');
  const rows = await read((db) =>
    db.all(
      z.object({ object_name: z.string() }),
      'SELECT object_name FROM catalog_objects WHERE _to IS NULL',
    ),
  );
  return rows.map((row) => row.object_name);
}

describe('a publish whose counts do not agree with the independent count', () => {
  it('is rolled back as a whole, and the import fails', async () => {
    const { assertAllReceived } = await import('../drafts/assert-all-received');
    const { endRun } = await import('./end-run');
    const { getRecord } = await import('../records/find-record');
    const { numberRun } = await import('./number-run');
    const { publishImport } = await import('../publish/publish-import');
    const { recordOutcome } = await import('./record-outcome');
    const { stageImport } = await import('../stage/stage-import');
    const { takeLock } = await import('../lock/take-lock');

    expect(await importFiles(server.origin, files('before'))).toMatchObject({ state: 'succeeded' });
    const draft = await readyDraft(server.origin, files('after'));
    const run = await takeLock(await assertAllReceived(await getRecord(draft.id)), 'check');
    await numberRun(run);
    const stage = await stageImport(run);
    const miscounted = stage.files.map((file, index) =>
      index === 0 ? { ...file, read: file.read + 1 } : file,
    );

    const error: unknown = await publishImport(run, { ...stage, files: miscounted }).catch(
      (one: unknown) => one,
    );
    expect(error).toMatchObject({ code: 'unbalanced-receipt' });
    expect(await currentObjects()).toEqual(['before']);
    await endRun(run, await recordOutcome(run, error));
    expect(await getImport(server.origin, draft.id)).toMatchObject({
      state: 'failed',
      number: 2,
      receipt: null,
      problem: { code: 'unbalanced-receipt' },
    });
    expect(await importFiles(server.origin, files('later'))).toMatchObject({ state: 'succeeded', number: 3 });
    expect(await currentObjects()).toEqual(['later']);
  });
});
