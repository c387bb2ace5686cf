import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { tempWorkspaceForEach } from '@/scripts/test/temp-workspace';
import { checkWorkspace } from './check-workspace';
import { closeWorkspace } from './close-workspace';
import { currentWorkspace } from './workspace';

tempWorkspaceForEach();

test('a working workspace passes every check', async () => {
  const checks = await checkWorkspace();
  expect(Object.keys(checks)).toEqual(['engine', 'serverLock', 'disk']);
  for (const { ok, detail } of Object.values(checks))
    expect([ok, detail]).toEqual([true, expect.stringMatching(/\.$/)]);
});

test('a lost lock file fails its check only', async () => {
  await rm((await currentWorkspace()).paths.lockFile);
  expect(await checkWorkspace()).toMatchObject({
    engine: { ok: true },
    serverLock: { ok: false },
    disk: { ok: true },
  });
});

test('no open workspace fails every check', async () => {
  await closeWorkspace();
  expect(await checkWorkspace()).toMatchObject({
    engine: { ok: false },
    serverLock: { ok: false },
    disk: { ok: false },
  });
});
