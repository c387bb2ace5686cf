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
  expect(await write(heldToken, limit, { room: { bytes: 64 * MIB, beginBytes: 0 } })).toBe('64.0 MiB');
  expect(await write(heldToken, limit)).toBe('512.0 MiB');
  expect(await write(heldToken, limit, { room: { bytes: 4096 * MIB, beginBytes: 0 } })).toBe('512.0 MiB');
});

test('what cannot be done in the room fails as such, and leaves the limit as it was', async () => {
  const N = z.object({ n: z.int() });
  const failing = write(heldToken, (db) => db.one(N, TOO_MUCH), { room: { bytes: 16 * MIB, beginBytes: 0 } });
  await expect(failing).rejects.toThrow('Out of Memory');
  expect(await write(heldToken, limit)).toBe('512.0 MiB');
  expect(await write(heldToken, (db) => db.one(N, TOO_MUCH))).toEqual({ n: 1_000_000 });
});

test.each([160 * MIB, 0])(
  'a wide statement that may begin with %d bytes writes the rows in their order, and the room is as narrow as before while it runs',
  async (beginBytes) => {
    const N = z.object({ n: z.int() });
    const room = { bytes: 96 * MIB, beginBytes };
    await write(heldToken, (db) =>
      db.run('CREATE TABLE given AS SELECT i, md5(i::VARCHAR) AS t FROM range(1000000) r(i)'),
    );
    const { written, after } = await write(
      heldToken,
      async (db) => {
        await db.run('CREATE TABLE taken (i BIGINT, t VARCHAR)');
        const written = await db.runWide('INSERT INTO taken SELECT * FROM given');
        return { written, after: await limit(db) };
      },
      { room },
    );
    expect(written).toBe(1_000_000);
    expect(after).toBe('96.0 MiB');
    const unordered = 'SELECT i, lag(i) OVER (ORDER BY rowid) AS before FROM taken';
    const moved = `SELECT count(*) AS n FROM (${unordered}) WHERE i <= before`;
    expect(await write(heldToken, (db) => db.one(N, moved))).toEqual({ n: 0 });
  },
);
