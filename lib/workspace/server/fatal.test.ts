import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FatalArgs } from '@/scripts/test/fatal-workspace';
import { heldToken } from '@/scripts/test/temp-workspace';
import { bundleForChild, startChild } from '@/scripts/test/typescript-child';
import { checkWorkspace } from './check-workspace';
import { closeWorkspace } from './close-workspace';
import { read } from './read';
import { openWorkspace } from './workspace';
import { write } from './write';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'headwater-fatal-'));
});

afterEach(async () => {
  await closeWorkspace();
  await rm(dir, { recursive: true, force: true });
});

const acknowledged = () =>
  read((db) => db.columns("SELECT value FROM workspace_info WHERE name = 'acknowledged'"));

test('an engine that breaks in the checkpoint: the write counts, nothing else is answered, and a restart has all', async () => {
  await openWorkspace(dir);
  await closeWorkspace();
  const { create } = DuckDBInstance;
  vi.spyOn(DuckDBInstance, 'create').mockImplementation((path, options) =>
    create(path, { ...options, debug_checkpoint_abort: 'before_header' }),
  );
  const onFatal = vi.fn();
  await openWorkspace(dir, { onFatal });
  const insert = () =>
    write(heldToken, (db) => db.run("INSERT INTO workspace_info VALUES ('acknowledged', 'yes')"));
  expect(await insert()).toBe(1);
  expect(onFatal).toHaveBeenCalledTimes(1);
  await expect(acknowledged()).rejects.toMatchObject({ code: 'unavailable' });
  await expect(insert()).rejects.toMatchObject({ code: 'unavailable' });
  expect(await checkWorkspace()).toMatchObject({ engine: { ok: false } });
  await closeWorkspace();
  vi.restoreAllMocks();
  await openWorkspace(dir);
  expect(await acknowledged()).toEqual({ value: ['yes'] });
});

test('the process says so in one line and ends with 1; the next one opens the workspace', async () => {
  const bundle = await bundleForChild('scripts/test/fatal-workspace.ts');
  const child = startChild(bundle, { dir } satisfies FatalArgs, { LOG_LEVEL: 'error' });
  expect(await child.line('checks ')).toContain('"engine":{"ok":false');
  expect((await child.ended).code).toBe(1);
  const logged = child.lines.filter((line) => line.startsWith('{'));
  expect(logged).toEqual([expect.stringContaining('workspace failed; the server ends')]);
  await openWorkspace(dir);
  expect(await acknowledged()).toEqual({ value: ['yes'] });
});
