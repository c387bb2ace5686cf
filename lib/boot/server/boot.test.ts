import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundleForChild, startChild, type TypescriptChild } from '@/scripts/test/typescript-child';

let bundle: string;
let dir: string;
const children: TypescriptChild[] = [];

beforeAll(async () => {
  bundle = await bundleForChild('scripts/test/boot-server.ts');
});

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'headwater-boot-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.process.kill('SIGKILL');
    await child.ended;
  }
  await rm(dir, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): TypescriptChild {
  const child = startChild(bundle, {}, { LOG_LEVEL: 'info', WORKSPACE_DIR: dir, ...env });
  children.push(child);
  return child;
}

const logged = (child: TypescriptChild) =>
  child.lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a start that cannot be', () => {
  async function expectRefusal(env: Record<string, string>, reason: RegExp): Promise<void> {
    const started = performance.now();
    const { code, stderr } = await start(env).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Headwater cannot start: .+\n$/);
    expect(stderr).toMatch(reason);
    expect(performance.now() - started).toBeLessThan(30_000);
  }

  test('a bad setting is named with its value and what is allowed', async () => {
    await expectRefusal({ SERVER_MEMORY_BYTES: 'lots' }, /SERVER_MEMORY_BYTES="lots" is not allowed/);
  });

  test('a workspace that is a file', async () => {
    const file = join(dir, 'file');
    await writeFile(file, '');
    await expectRefusal({ WORKSPACE_DIR: file }, /file/);
  });

  test('a database that is none', async () => {
    await writeFile(join(dir, 'workspace.duckdb'), 'x'.repeat(10_000));
    await expectRefusal(
      {},
      /workspace\.duckdb cannot be opened: .*not a valid DuckDB database file.* Nothing was deleted/,
    );
  });

  test('a workspace that another server has', async () => {
    const first = start();
    await first.line('ready');
    await expectRefusal({}, new RegExp(`already served by process ${first.process.pid} on .+, since 20`));
  });
});

describe('a stop', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('by %s closes the workspace and exits 0', async (signal) => {
    const child = start();
    await child.line('ready');
    child.process.kill(signal);
    child.process.kill(signal);
    expect(await child.ended).toMatchObject({ code: 0, stderr: '' });
    expect(logged(child).map(({ msg }) => msg)).toEqual(
      expect.arrayContaining(['workspace open', 'stopping', 'workspace closed']),
    );
    await expect(access(join(dir, 'server.lock'))).rejects.toThrow('ENOENT');
    await expect(access(join(dir, 'workspace.duckdb.wal'))).rejects.toThrow('ENOENT');
  });
});
