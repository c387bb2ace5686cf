import { expect, it } from 'vitest';
import { chainExtract } from '@/scripts/test/extract-csv';
import { freezeWorker, readyDraft, startDraft } from '@/scripts/test/import-client';
import { withImportServer } from '@/scripts/test/with-import-server';
import { Import } from '../../contract';

const server = withImportServer();

it('tells a caller that waits for the running import that it was interrupted', async () => {
  const { stopImports } = await import('./stop-imports');
  const { closeWorkspace } = await import('@/lib/workspace/server/close-workspace');
  const draft = await readyDraft(server.origin, chainExtract(20));
  const waiting = startDraft(server.origin, draft.id, { wait: 60 });
  await freezeWorker();
  await stopImports();
  await closeWorkspace();
  const answer = await waiting;
  expect(answer.status).toBe(200);
  expect(Import.parse(await answer.json())).toMatchObject({
    state: 'interrupted',
    problem: { code: 'interrupted' },
    receipt: null,
  });
});
