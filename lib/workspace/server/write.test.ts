import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { heldToken, tempWorkspaceForEach } from '@/scripts/test/temp-workspace';
import { closeWorkspace } from './close-workspace';
import { read } from './read';
import { currentWorkspace, openWorkspace, workspacePaths } from './workspace';
import { write } from './write';

const workspace = tempWorkspaceForEach();
const N = z.object({ n: z.int() });
const INSERT = 'INSERT INTO workspace_info VALUES ($name, $name)';

const has = async (name: string) =>
  (await read((db) => db.one(N, 'SELECT count(*) AS n FROM workspace_info WHERE name = $name', { name })))?.n;

async function makeStage(rows: number): Promise<string> {
  const folder = join((await workspacePaths()).staging, crypto.randomUUID());
  await mkdir(folder);
  const file = join(folder, "stage's.duckdb");
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE facts AS SELECT 'fact' || range AS name FROM range(${rows})`);
  connection.closeSync();
  instance.closeSync();
  return file;
}

describe('one transaction', () => {
  test('everything of a write is there afterwards, and after opening again', async () => {
    expect(await write(heldToken, (db) => db.run(INSERT, { name: 'a' }))).toBe(1);
    await closeWorkspace();
    await openWorkspace(workspace.dir);
    expect(await has('a')).toBe(1);
  });

  test('nothing of a write that throws is there, and the next write works', async () => {
    const failing = write(heldToken, async (db) => {
      await db.run(INSERT, { name: 'a' });
      await db.run('CREATE TABLE half (x INTEGER)');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const broken = write(heldToken, async (db) => {
      await db.run(INSERT, { name: 'a' });
      await db.run('INSERT INTO nowhere VALUES (1)');
    });
    await expect(broken).rejects.toThrow('nowhere');
    expect(await has('a')).toBe(0);
    expect(
      await read((db) => db.columns("SELECT 1 AS x FROM duckdb_tables() WHERE table_name = 'half'")),
    ).toEqual({ x: [] });
    await write(heldToken, (db) => db.run(INSERT, { name: 'b' }));
    expect(await has('b')).toBe(1);
  });

  test('nobody sees it before the commit', async () => {
    await write(heldToken, async (db) => {
      await db.run(INSERT, { name: 'a' });
      expect(await has('a')).toBe(0);
      expect(await db.one(N, "SELECT count(*) AS n FROM workspace_info WHERE name = 'a'")).toEqual({ n: 1 });
    });
    expect(await has('a')).toBe(1);
  });

  test('writes run one after the other, in the order they were asked for', async () => {
    const events: string[] = [];
    const step = (name: string) =>
      write(heldToken, async (db) => {
        events.push(`${name} in`);
        await db.run(INSERT, { name });
        events.push(`${name} out`);
        if (name === 'b') throw new Error('b fails');
      });
    const results = await Promise.allSettled([step('a'), step('b'), step('c')]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(events).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });

  test.each([
    'COMMIT',
    'BEGIN',
    'ROLLBACK',
    'SELECT 1',
    'SET threads = 1',
    'CHECKPOINT',
    "COPY imports TO 'x.csv'",
    "ATTACH ':memory:' AS m",
  ])('run refuses %s', async (sql) => {
    const refused = write(heldToken, async (db) => {
      await db.run(INSERT, { name: 'a' });
      await db.run(sql);
    });
    await expect(refused).rejects.toThrow(/is not allowed here|disabled by configuration/);
    expect(await has('a')).toBe(0);
  });

  test('an abort rolls back', async () => {
    const caller = new AbortController();
    const endless = write(
      heldToken,
      async (db) => {
        await db.run(INSERT, { name: 'a' });
        setImmediate(() => caller.abort());
        await db.run(
          "INSERT INTO workspace_info SELECT 'x', 'y' FROM range(10000000000) a, range(1000) b WHERE a.range < 0",
        );
      },
      { signal: caller.signal },
    );
    await expect(endless).rejects.toMatchObject({ code: 'interrupted' });
    expect(await has('a')).toBe(0);
  });

  test('is moved into the database file at once when nobody reads', async () => {
    await write(heldToken, (db) => db.run(INSERT, { name: 'a' }));
    expect((await currentWorkspace()).checkpointDue).toBe(false);
  });
});

describe('the token', () => {
  test('a lock lost before the start: the function does not run', async () => {
    let ran = false;
    const late = write({ epoch: 1, assertHeld: lost }, async () => {
      ran = true;
    });
    await expect(late).rejects.toThrow('lock lost');
    expect(ran).toBe(false);
  });

  test('a lock lost while the function ran: nothing is committed', async () => {
    let held = true;
    const late = write({ epoch: 1, assertHeld: () => (held ? undefined : lost()) }, async (db) => {
      await db.run(INSERT, { name: 'a' });
      held = false;
    });
    await expect(late).rejects.toThrow('lock lost');
    expect(await has('a')).toBe(0);
  });

  test('a server that lost its lock file writes nothing', async () => {
    await rm((await workspacePaths()).lockFile);
    await expect(write(heldToken, (db) => db.run(INSERT, { name: 'a' }))).rejects.toThrow(
      'no longer that of this server',
    );
    expect(await has('a')).toBe(0);
  });

  function lost(): never {
    throw new Error('lock lost');
  }
});

describe('a stage file', () => {
  const publish = (file: string) =>
    write(
      heldToken,
      (db) => db.run('INSERT INTO workspace_info SELECT name, name FROM "st""age".main.facts'),
      {
        attach: { alias: 'st"age', file },
      },
    );

  test('is read inside the transaction and let go afterwards', async () => {
    expect(await publish(await makeStage(3))).toBe(3);
    expect(await publish(await makeStage(2))).toBe(2);
    const attached = await read((db) =>
      db.columns('SELECT database_name AS d FROM duckdb_databases() WHERE NOT internal ORDER BY d'),
    );
    expect(attached).toEqual({ d: ['memory', 'workspace'] });
  });

  test('cannot be written to', async () => {
    const file = await makeStage(1);
    const changing = write(heldToken, (db) => db.run('DELETE FROM stage.main.facts'), {
      attach: { alias: 'stage', file },
    });
    await expect(changing).rejects.toThrow('read-only');
  });

  test('is let go after an error too', async () => {
    const file = await makeStage(1);
    const failing = write(heldToken, (db) => db.run('INSERT INTO nowhere SELECT 1'), {
      attach: { alias: 'stage', file },
    });
    await expect(failing).rejects.toThrow('nowhere');
    const counted = write(heldToken, (db) => db.one(N, 'SELECT count(*) AS n FROM stage.main.facts'), {
      attach: { alias: 'stage', file },
    });
    expect(await counted).toEqual({ n: 1 });
  });

  test('outside the staging folder is refused', async () => {
    const { staging, database } = await workspacePaths();
    for (const file of [
      '/etc/passwd',
      database,
      `${staging}-other/x`,
      staging,
      join(staging, '..', 'workspace.duckdb'),
      `${staging}/../workspace.duckdb`,
    ]) {
      const outside = write(heldToken, async () => undefined, { attach: { alias: 'stage', file } });
      await expect(outside).rejects.toThrow();
    }
  });
});
