import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { closeWorkspace } from './close-workspace';
import { read } from './read';
import { openWorkspace } from './workspace';
import { write } from './write';

const held = { epoch: 1, assertHeld: () => undefined };
const Count = z.object({ n: z.int() });
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'workspace-'));
  await openWorkspace(dir);
});

afterEach(async () => {
  await closeWorkspace();
  await rm(dir, { recursive: true, force: true });
});

const infoRows = () => read((db) => db.one(Count, 'SELECT count(*) AS n FROM workspace_info'));

test('a write is seen by later reads, also after closing and opening again', async () => {
  const before = await infoRows();
  const changed = await write(held, (db) =>
    db.run('INSERT INTO workspace_info VALUES ($name, $value)', {
      name: 'a',
      value: "x'; DROP TABLE imports; --",
    }),
  );
  expect(changed).toBe(1);
  expect(await infoRows()).toEqual({ n: (before?.n ?? 0) + 1 });
  await closeWorkspace();
  await openWorkspace(dir);
  expect(await infoRows()).toEqual({ n: (before?.n ?? 0) + 1 });
});

test('a write that throws leaves nothing', async () => {
  const before = await infoRows();
  const failing = write(held, async (db) => {
    await db.run("INSERT INTO workspace_info VALUES ('a', 'b')");
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await infoRows()).toEqual(before);
});
