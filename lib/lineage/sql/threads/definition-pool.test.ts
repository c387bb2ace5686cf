import { afterEach, describe, expect, test } from 'vitest';
import { bundleForChild } from '@/scripts/test/typescript-child';
import type { SqlObject } from '../sql-object';
import { type DefinitionPool, openDefinitionPool } from './definition-pool';
import { unpackBody } from './read-answer';

const definition = (text: string): SqlObject => ({
  database: null,
  schema: null,
  name: 't',
  type: 'script',
  dialect: 'tsql',
  text,
  origin: 't.sql',
  offset: 0,
});

const pools: DefinitionPool[] = [];
async function openPool(entry: string, deadlineMs: number, threads = 1) {
  const file = await bundleForChild(`lib/lineage/sql/threads/${entry}.ts`);
  const pool = openDefinitionPool({ file, threads, deadlineMs, heapMegabytes: 64 });
  pools.push(pool);
  return pool;
}
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

const kinds = (pool: DefinitionPool, texts: readonly string[]) =>
  Promise.all(
    texts.map(async (text) => {
      const { statements, diagnostics } = unpackBody((await pool.read(definition(text))).body);
      return [...statements.map(({ kind }) => kind), ...diagnostics.map(({ message }) => message)].join(' ');
    }),
  );

describe('openDefinitionPool', () => {
  test('a definition that ends its thread costs one diagnostic, and the others are read', async () => {
    const pool = await openPool('testing/hostile-thread', 300_000);
    const texts = ['SELECT 1', 'exit', 'DELETE t', 'throw', 'grow', 'UPDATE t SET a = 1'];
    expect(await kinds(pool, texts)).toEqual([
      'select',
      'This definition was not read: its thread ended.',
      'delete',
      'This definition was not read: no such thing.',
      'This definition was not read: it needs too much memory.',
      'update',
    ]);
  });

  test('a definition that takes too long costs one diagnostic, and the others are read', async () => {
    const pool = await openPool('testing/hostile-thread', 5000);
    expect(await kinds(pool, ['hang', 'SELECT 1'])).toEqual([
      'This definition was not read: it takes longer than 5 s.',
      'select',
    ]);
  });

  test('reads calls nested so deep that the main stack would not do', async () => {
    const pool = await openPool('definition-thread', 60_000, 2);
    const depth = 25;
    const text = `SELECT ${'REPLACE('.repeat(depth)}a${", 'x', 'y')".repeat(depth)} FROM t`;
    expect(await kinds(pool, [text, 'SELECT 1', 'SELECT 2'])).toEqual(['select', 'select', 'select']);
  });

  test('tells when its threads cannot start', async () => {
    const pool = openDefinitionPool({
      file: '/nowhere.mjs',
      threads: 1,
      deadlineMs: 1000,
      heapMegabytes: 64,
    });
    await expect(pool.read(definition('SELECT 1'))).rejects.toThrow('does not start');
  });

  test('closing fails what is not read', async () => {
    const pool = await openPool('testing/hostile-thread', 60_000);
    const hanging = pool.read(definition('hang'));
    const failure = expect(hanging).rejects.toThrow('closed');
    await pool.close();
    await failure;
  });
});
