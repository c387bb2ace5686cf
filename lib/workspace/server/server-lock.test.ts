import { randomUUID } from 'node:crypto';
import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HoldArgs } from '@/scripts/test/hold-workspace';
import { bundleForChild, startChild, type TypescriptChild } from '@/scripts/test/typescript-child';
import { acquireServerLock } from './acquire-server-lock';
import { closeWorkspace } from './close-workspace';
import { ownIdentity, type ProcessIdentity } from './process-identity';
import { holdsServerLock, releaseServerLock } from './server-lock';
import { openWorkspace } from './workspace';

let bundle: string;
let root: string;
let dir: string;
const children: TypescriptChild[] = [];

beforeAll(async () => {
  bundle = await bundleForChild('scripts/test/hold-workspace.ts');
});

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'headwater-lock-'));
  dir = join(root, 'workspace');
});

afterEach(async () => {
  await closeWorkspace();
  await Promise.all(children.splice(0).map(kill));
  await rm(root, { recursive: true, force: true });
});

function start(path = dir): TypescriptChild {
  const child = startChild(bundle, { dir: path } satisfies HoldArgs, { LOG_LEVEL: 'silent' });
  children.push(child);
  return child;
}

async function kill(child: TypescriptChild): Promise<void> {
  child.process.kill('SIGKILL');
  await child.ended;
}

async function expectRefused(path: string, pid: number | undefined): Promise<void> {
  const started = performance.now();
  const refused = openWorkspace(path).then(
    () => 'opened',
    (error: Error) => error.message,
  );
  expect(await refused).toMatch(
    new RegExp(
      `already served by process ${pid} on ${hostname()}, since 20\\d\\d-.*Z\\. Stop that server first`,
    ),
  );
  expect(performance.now() - started).toBeLessThan(5000);
}

describe('a second server', () => {
  test('is refused by any path to the folder, and let in after the first was killed', async () => {
    const first = start();
    await first.line('open');
    await symlink(dir, join(root, 'link'));
    await mkdir(join(root, 'other'));
    for (const path of [
      dir,
      `${dir}/`,
      join(root, 'link'),
      `${root}/other/../workspace`,
      `${root}/link/../workspace`,
    ]) {
      await expectRefused(path, first.process.pid);
    }
    await kill(first);
    await openWorkspace(join(root, 'link'));
  });

  test('is refused in another process too, with one line', async () => {
    await openWorkspace(dir);
    expect(await start().line('refused')).toContain(`process ${process.pid} on ${hostname()}`);
  });

  test('is refused by the engine when the lock file was removed or the file is linked elsewhere', async () => {
    const first = start();
    await first.line('open');
    await mkdir(join(root, 'twin'));
    await link(join(dir, 'workspace.duckdb'), join(root, 'twin', 'workspace.duckdb'));
    const another = `is open in another program: process ${first.process.pid}`;
    await expect(openWorkspace(join(root, 'twin'))).rejects.toThrow(another);
    await rm(join(dir, 'server.lock'));
    await expect(openWorkspace(dir)).rejects.toThrow(another);
  });

  test('of four that start at once after a kill, exactly one gets in', async () => {
    const first = start();
    await first.line('open');
    await kill(first);
    const starters = Array.from({ length: 4 }, () => start());
    const words = await Promise.all(
      starters.map((child) => Promise.race([child.line('open'), child.line('refused')])),
    );
    expect(words.filter((word) => word === 'open')).toHaveLength(1);
    const winner = starters[words.indexOf('open')];
    for (const word of words) {
      if (word !== 'open') expect(word).toContain(`already served by process ${winner?.process.pid} `);
    }
  });
});

describe('a lock file left behind', () => {
  const path = () => join(dir, 'server.lock');
  const dead = (values: Partial<ProcessIdentity> = {}): ProcessIdentity => ({
    ...ownIdentity(),
    token: randomUUID(),
    processStart: '1',
    ...values,
  });

  async function leave(content: ProcessIdentity | string, name = 'server.lock'): Promise<void> {
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, name), typeof content === 'string' ? content : JSON.stringify(content));
  }

  async function expectTaken(): Promise<void> {
    const lock = await acquireServerLock(path());
    expect(JSON.parse(await readFile(path(), 'utf8'))).toEqual(lock.identity);
    expect(holdsServerLock(lock)).toBe(true);
    expect(await readdir(dir)).toEqual(['server.lock']);
    releaseServerLock(lock);
    expect(await readdir(dir)).toEqual([]);
  }

  test('by a process whose pid another one has now', async () => {
    await leave(dead());
    await expectTaken();
  });

  test('by a process that is gone', async () => {
    const gone = start(join(root, 'elsewhere'));
    await gone.line('open');
    await kill(gone);
    await leave(dead({ pid: gone.process.pid ?? 0 }));
    await expectTaken();
  });

  test.each(['', '{', 'null', '{"pid": "x"}', '\0\0\0'])('with the damaged content %j', async (content) => {
    await leave(content);
    await expectTaken();
  });

  test('by one that was killed while it followed another', async () => {
    const [first, second] = [dead(), dead()];
    await leave(first);
    await leave(second, `server.lock.after-${first.token}`);
    await leave(dead(), `server.lock.candidate-${second.token}`);
    await expectTaken();
  });

  test('by a machine that gives no sign of life', async () => {
    await leave(dead({ host: 'elsewhere' }));
    await expectTaken();
  });

  test('but not when the other machine gives signs of life', async () => {
    await leave(dead({ host: 'elsewhere', pid: 7 }));
    const beat = setInterval(() => void utimes(path(), new Date(), new Date()), 200);
    const refused = acquireServerLock(path());
    await expect(refused).rejects.toThrow('process 7 on elsewhere, since');
    clearInterval(beat);
    expect(await readdir(dir)).toEqual(['server.lock']);
  });

  test('of many that want to follow at once, exactly one does, every time', async () => {
    for (let round = 0; round < 30; round += 1) {
      await leave(dead());
      const results = await Promise.allSettled(Array.from({ length: 6 }, () => acquireServerLock(path())));
      const winners = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      expect(winners).toHaveLength(1);
      expect(winners.every(holdsServerLock)).toBe(true);
      winners.forEach(releaseServerLock);
      expect(await readdir(dir)).toEqual([]);
    }
  });
});
