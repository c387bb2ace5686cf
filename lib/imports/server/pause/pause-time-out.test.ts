import { expect, it } from 'vitest';
import { dryRunDraft, readyDraft, startDraft, untilOver } from '@/scripts/test/import-client';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer({ PAUSE_MAX_SECONDS: '1' });

const rows = (text: string) => [{ name: 'stock.csv', bytes: Buffer.from(`id,amount\n${text}\n`) }];

it('an import that nobody answers is cancelled, and the next in line goes on', async () => {
  const choices = { dataset: 'stock', mode: 'upsert', key: ['id'] };
  const draft = await readyDraft(server.origin, rows('1,10'), choices);
  const { id: expectedDryRun } = await dryRunDraft(server.origin, draft.id);
  await importFiles(server.origin, rows('1,10'), { ...choices, key: 'id' });
  const next = await readyDraft(server.origin, rows('2,20'), choices);
  await startDraft(server.origin, draft.id, { expectedDryRun });
  const waiting = await startDraft(server.origin, next.id, { onBusy: 'wait' });
  expect(waiting.status).toBe(202);

  const cancelled = await untilOver(server.origin, draft.id);
  expect(cancelled).toMatchObject({
    ...{ state: 'cancelled', cancelledBy: null, pause: { answer: 'none' } },
    problem: { code: 'deadline', detail: expect.stringContaining('nobody answered within 1 s') },
  });
  expect(await untilOver(server.origin, next.id)).toMatchObject({ state: 'succeeded', number: 3 });

  const kept = cancelled.pause?.draft ?? '';
  const again = await startDraft(server.origin, kept, { expectedDryRun: draft.id, wait: 60 });
  expect(await again.json()).toMatchObject({ state: 'succeeded', number: 4, receipt: { unchanged: 1 } });
});
