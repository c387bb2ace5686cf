import { expect, test } from 'vitest';
import { z } from 'zod';
import { heldToken, tempWorkspaceForEach } from '@/scripts/test/temp-workspace';
import type { Reader } from './reader';
import { write } from './write';

const MIB = 2 ** 20;
tempWorkspaceForEach({ memoryBytes: 512 * MIB });

const limit = async (db: Reader) =>
  (await db.one(z.object({ text: z.string() }), "SELECT current_setting('memory_limit') AS text"))?.text;
/** A state of one aggregate, which cannot spill. */
const TOO_MUCH = 'SELECT len(list(x)) AS n FROM (SELECT md5(i::VARCHAR) AS x FROM range(1000000) t(i))';

test('a write keeps to its room, and the next one has all there is', async () => {
  expect(await write(heldToken, limit, { roomBytes: 64 * MIB })).toBe('64.0 MiB');
  expect(await write(heldToken, limit)).toBe('512.0 MiB');
  expect(await write(heldToken, limit, { roomBytes: 4096 * MIB })).toBe('512.0 MiB');
});

test('what cannot be done in the room fails as such, and leaves the limit as it was', async () => {
  const N = z.object({ n: z.int() });
  const failing = write(heldToken, (db) => db.one(N, TOO_MUCH), { roomBytes: 16 * MIB });
  await expect(failing).rejects.toThrow('Out of Memory');
  expect(await write(heldToken, limit)).toBe('512.0 MiB');
  expect(await write(heldToken, (db) => db.one(N, TOO_MUCH))).toEqual({ n: 1_000_000 });
});
