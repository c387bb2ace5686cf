import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { heldToken, tempWorkspaceForEach } from '@/scripts/test/temp-workspace';
import { closeWorkspace } from './close-workspace';
import { connect } from './connect';
import { busyConnections } from './pool';
import { read } from './read';
import { currentWorkspace, openWorkspace } from './workspace';
import { write } from './write';

const workspace = tempWorkspaceForEach();
const N = z.object({ n: z.int() });
const NEVER_ENDING = 'SELECT count(*) AS n FROM range(10000000000) a, range(1000) b';

const countInfo = () => read((db) => db.one(N, 'SELECT count(*) AS n FROM workspace_info'));
const addInfo = () => write(heldToken, (db) => db.run("INSERT INTO workspace_info VALUES ('a', 'b')"));
const allIdle = async () => expect.poll(async () => busyConnections((await currentWorkspace()).pool)).toBe(0);

test('a reader keeps its snapshot while a write commits; the next reader sees the new one', async () => {
  const before = await countInfo();
  const during = await read(async (db) => {
    const first = await db.one(N, 'SELECT count(*) AS n FROM workspace_info');
    await addInfo();
    return [first, await db.one(N, 'SELECT count(*) AS n FROM workspace_info')];
  });
  expect(during).toEqual([before, before]);
  expect(await countInfo()).toEqual({ n: (before?.n ?? 0) + 1 });
});

describe('only SELECT', () => {
  test.each([
    "INSERT INTO workspace_info VALUES ('a', 'b')",
    'DELETE FROM workspace_info',
    'CREATE TABLE x (a INTEGER)',
    'CREATE TEMP TABLE x (a INTEGER)',
    "COPY workspace_info TO '/tmp/x.csv'",
    "ATTACH ':memory:' AS m",
    "SET memory_limit = '10GB'",
    'SET VARIABLE a = 1',
    'CALL pragma_version()',
    'COMMIT',
    'CHECKPOINT',
    "EXPORT DATABASE '/tmp/x'",
    'LOAD httpfs',
    'PREPARE p AS SELECT 1',
    'SELECT 1; SELECT 2',
    '',
  ])('refuses %s', async (sql) => {
    const before = await countInfo();
    await expect(read((db) => db.columns(sql))).rejects.toThrow();
    expect(await countInfo()).toEqual(before);
  });

  test('a SELECT that would change something is refused by the engine', async () => {
    const connection = await connect((await currentWorkspace()).instance);
    await connection.run('CREATE SEQUENCE counter');
    connection.disconnectSync();
    await expect(read((db) => db.columns("SELECT nextval('counter') AS n"))).rejects.toThrow('read-only');
  });
});

describe('deadline and abort', () => {
  test('a query past its deadline is stopped and its connection closed', async () => {
    const started = performance.now();
    const late = read((db) => db.one(N, NEVER_ENDING), { deadlineMs: 200 });
    await expect(late).rejects.toMatchObject({ code: 'deadline', extra: { deadlineMs: 200 } });
    expect(performance.now() - started).toBeLessThan(2000);
    await allIdle();
    expect((await currentWorkspace()).pool.open).toBe(0);
  });

  test('the deadline also holds between queries', async () => {
    const late = read(
      async (db) => {
        for (;;) await db.one(N, 'SELECT 1 AS n');
      },
      { deadlineMs: 100 },
    );
    await expect(late).rejects.toMatchObject({ code: 'deadline' });
    await allIdle();
  });

  test('the caller is answered in time even when the function waits for something else', async () => {
    const stuck = read(() => new Promise<never>(() => undefined), { deadlineMs: 50 });
    await expect(stuck).rejects.toMatchObject({ code: 'deadline' });
    await allIdle();
  });

  test('an abort stops the running query', async () => {
    const caller = new AbortController();
    const running = read((db) => db.one(N, NEVER_ENDING), { signal: caller.signal });
    await expect.poll(async () => busyConnections((await currentWorkspace()).pool)).toBe(1);
    caller.abort();
    await expect(running).rejects.toMatchObject({ code: 'interrupted' });
    await allIdle();
  });

  test('a caller that is gone already gets nothing', async () => {
    let called = false;
    const gone = read(
      async () => {
        called = true;
      },
      { signal: AbortSignal.abort() },
    );
    await expect(gone).rejects.toBeInstanceOf(AppError);
    expect(called).toBe(false);
  });
});

describe('connections', () => {
  test('more readers than connections all get their turn, and connections are used again', async () => {
    const counts = await Promise.all(Array.from({ length: 40 }, countInfo));
    expect(new Set(counts.map((count) => count?.n)).size).toBe(1);
    const { pool } = await currentWorkspace();
    expect(pool.open).toBeLessThanOrEqual(pool.limit);
    expect(pool.idle.length).toBe(pool.open);
  });

  test('who waits for a connection is stopped by the deadline, and the next one still gets it', async () => {
    const { pool } = await currentWorkspace();
    const caller = new AbortController();
    const holders = Array.from({ length: pool.limit }, () =>
      read((db) => db.one(N, NEVER_ENDING), { signal: caller.signal }).catch((error: AppError) => error.code),
    );
    await expect.poll(() => busyConnections(pool)).toBe(pool.limit);
    await expect(read((db) => db.one(N, 'SELECT 1 AS n'), { deadlineMs: 50 })).rejects.toMatchObject({
      code: 'deadline',
    });
    const patient = read((db) => db.one(N, 'SELECT 1 AS n'));
    caller.abort();
    expect(await patient).toEqual({ n: 1 });
    expect(new Set(await Promise.all(holders))).toEqual(new Set(['interrupted']));
  });

  test('a connection with an error is closed, not used again', async () => {
    await countInfo();
    await expect(read((db) => db.columns('SELECT nonsense'))).rejects.toThrow('nonsense');
    expect((await currentWorkspace()).pool.open).toBe(0);
    expect(await countInfo()).toBeDefined();
  });

  test('queries of one reader that are started together run one after the other', async () => {
    const sums = await read((db) =>
      Promise.all([1, 2, 3].map((n) => db.one(N, 'SELECT $n + 1 AS n', { n }))),
    );
    expect(sums).toEqual([{ n: 2 }, { n: 3 }, { n: 4 }]);
  });

  test('a reader that leaks out of its function is refused', async () => {
    const leaked = await read(async (db) => ({ db }));
    await expect(leaked.db.columns('SELECT 1')).rejects.toThrow('This transaction has ended');
  });
});

describe('closing', () => {
  test('waits for running readers, then refuses new ones', async () => {
    const { pool } = await currentWorkspace();
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const running = read(async (db) => {
      await gate;
      return db.one(N, 'SELECT count(*) AS n FROM range(20)');
    });
    await expect.poll(() => busyConnections(pool)).toBe(1);
    const closed = closeWorkspace();
    open();
    await closed;
    expect(await running).toEqual({ n: 20 });
    await expect(countInfo()).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('stops readers that take too long', async () => {
    const { pool } = await currentWorkspace();
    const running = read((db) => db.one(N, NEVER_ENDING));
    const stopped = expect(running).rejects.toMatchObject({ code: 'unavailable' });
    await expect.poll(() => busyConnections(pool)).toBe(1);
    await closeWorkspace({ patienceMs: 100 });
    await stopped;
  });

  test('lets the workspace be opened again', async () => {
    await addInfo();
    const before = await countInfo();
    await closeWorkspace();
    await openWorkspace(workspace.dir);
    expect(await countInfo()).toEqual(before);
  });
});
