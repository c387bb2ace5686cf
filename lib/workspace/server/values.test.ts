import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { heldToken, tempWorkspaceForEach } from '@/scripts/test/temp-workspace';
import { quoteName } from '../quote';
import type { SqlValue } from '../sql-value';
import { read } from './read';
import { write } from './write';

tempWorkspaceForEach();

const HOSTILE = [
  '',
  "'",
  "''; DROP TABLE imports; --",
  '"',
  '"; DROP TABLE imports; --',
  '\\',
  '\0',
  'a\0b',
  '\n\r\t\u0001\u007f\u0085\u2028',
  '$1 $name ? %s {{x}} #{x}',
  '/* */ -- ;',
  '🦆👩‍👩‍👧‍👦',
  'e\u0301 é ﬁ İ ß',
  '\u202egnp.exe',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '=cmd|calc',
  'NULL',
  'x'.repeat(1024 * 1024),
];

const scalar = (sql: string, params: Record<string, SqlValue>) =>
  read(async (db) => (await db.columns(sql, params)).v?.[0]);

describe('hostile text', () => {
  test.each(HOSTILE.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    '%s goes through as a value',
    async (_, text) => {
      expect(await scalar('SELECT $text AS v', { text })).toBe(text);
      expect(await scalar('SELECT $list[2] AS v', { list: ['', text] })).toBe(text);
      await write(heldToken, (db) => db.run('INSERT INTO workspace_info VALUES ($text, $text)', { text }));
      expect(await scalar('SELECT value AS v FROM workspace_info WHERE name = $text', { text })).toBe(text);
      expect(
        await scalar('SELECT count(*) AS v FROM workspace_info WHERE name = any($list)', {
          list: [text, 'other'],
        }),
      ).toBe(1);
    },
  );

  test.each(
    HOSTILE.filter((text) => text !== '' && !text.includes('\0')).map((text) => [
      JSON.stringify(text).slice(0, 40),
      text,
    ]),
  )('%s goes through as a name', async (_, text) => {
    await write(heldToken, async (db) => {
      await db.run(`CREATE TABLE ${quoteName('main', text)} (${quoteName(text)} VARCHAR)`);
      await db.run(`INSERT INTO ${quoteName(text)} (${quoteName(text)}) VALUES ($text)`, { text });
    });
    expect(await scalar(`SELECT t.${quoteName(text)} AS v FROM ${quoteName(text)} AS t`, {})).toBe(text);
  });

  test('any text comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 50 }), async (text) => {
        expect(await scalar('SELECT $text AS v', { text })).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  test('an empty name and one with NUL are refused', () => {
    expect(() => quoteName('')).toThrow('must not be empty');
    expect(() => quoteName('main', 'a\0b')).toThrow('NUL');
  });
});

describe('values', () => {
  const cases: Array<[string, Record<string, SqlValue>, unknown]> = [
    ['SELECT 5::BIGINT AS v', {}, 5],
    ['SELECT 9007199254740991::BIGINT AS v', {}, 9007199254740991],
    ['SELECT 9007199254740993::BIGINT AS v', {}, '9007199254740993'],
    ['SELECT (-9223372036854775808)::BIGINT AS v', {}, '-9223372036854775808'],
    ['SELECT 18446744073709551615::UBIGINT AS v', {}, '18446744073709551615'],
    ['SELECT sum(x) AS v FROM range(4) t(x)', {}, 6],
    [
      'SELECT 170141183460469231731687303715884105727::HUGEINT AS v',
      {},
      '170141183460469231731687303715884105727',
    ],
    ['SELECT 1.50::DECIMAL(10,2) AS v', {}, '1.50'],
    ['SELECT 0.1::DOUBLE AS v', {}, 0.1],
    ['SELECT NULL AS v', {}, null],
    ['SELECT true AS v', {}, true],
    ['SELECT [1, 9007199254740993] AS v', {}, [1, '9007199254740993']],
    ['SELECT {a: 1::BIGINT, b: [NULL]} AS v', {}, { a: 1, b: [null] }],
    ["SELECT MAP {'k': 1::BIGINT} AS v", {}, [{ key: 'k', value: 1 }]],
    ["SELECT TIMESTAMPTZ '2026-11-20 10:00:00.5+02' AS v", {}, '2026-11-20T08:00:00.500Z'],
    ["SELECT TIMESTAMP '1969-12-31 23:59:59.999999' AS v", {}, '1969-12-31T23:59:59.999999Z'],
    ["SELECT DATE '2026-11-20' AS v", {}, '2026-11-20'],
    ["SELECT '3b0c6b5e-1111-4222-8333-444455556666'::UUID AS v", {}, '3b0c6b5e-1111-4222-8333-444455556666'],
    ['SELECT $v AS v', { v: 9007199254740993n }, '9007199254740993'],
    ['SELECT $v AS v', { v: 2n ** 64n }, '18446744073709551616'],
    ['SELECT typeof($v) AS v', { v: 3 }, 'BIGINT'],
    ['SELECT typeof($v) AS v', { v: 1.5 }, 'DOUBLE'],
    ['SELECT $v / 2 AS v', { v: 3 }, 1.5],
    ['SELECT $v AS v', { v: null }, null],
    ['SELECT $v AS v', { v: false }, false],
    ['SELECT $v AS v', { v: Number.NaN }, Number.NaN],
    ['SELECT octet_length($v) AS v', { v: new Uint8Array([0, 1, 2]) }, 3],
    ['SELECT count(*) AS v FROM range(5) t(x) WHERE x = any($v)', { v: [] }, 0],
    ["SELECT count(*) AS v FROM (VALUES ('a')) t(x) WHERE x = any($v)", { v: [] }, 0],
    ['SELECT count(*) AS v FROM range(5) t(x) WHERE x = any($v)', { v: [1, 3, 9] }, 2],
    ['SELECT count(*) AS v FROM range(100) LIMIT $v', { v: 1 }, 100],
  ];

  test.each(cases)('%s with %o is %o', async (sql, params, expected) => {
    expect(await scalar(sql, params)).toEqual(expected);
  });

  test('no bigint ever leaves, in rows or columns', async () => {
    const sql =
      'SELECT x::BIGINT AS a, x::HUGEINT * 9007199254740993 AS b, [x] AS c, {d: x} AS d FROM range(3000) t(x)';
    const rows = await read((db) => db.all(z.record(z.string(), z.unknown()), sql));
    const columns = await read((db) => db.columns(sql));
    expect(rows).toHaveLength(3000);
    expect(() => JSON.stringify([rows, columns])).not.toThrow();
  });

  test('a missing and an unknown parameter are errors', async () => {
    await expect(scalar('SELECT $a AS v', {})).rejects.toThrow();
    await expect(scalar('SELECT 1 AS v', { a: 1 })).rejects.toThrow();
  });

  test('a row that is not what the caller declared is an error', async () => {
    const wrong = read((db) => db.all(z.object({ n: z.string() }), 'SELECT 1 AS n'));
    await expect(wrong).rejects.toThrow(z.ZodError);
  });
});

describe('bulk reads', () => {
  const numbers = (sql: string) => read((db) => db.bulk({ n: 'number' }, sql));
  const texts = (sql: string) => read((db) => db.bulk({ t: 'text' }, sql));

  test('give whole columns, over many chunks', async () => {
    const { n } = await numbers(
      'SELECT CAST(i AS INTEGER) AS n, i AS ignored FROM range(10000) AS r(i) ORDER BY i',
    );
    expect(n).toEqual(Int32Array.from({ length: 10_000 }, (_, i) => i));
    const { n: halves } = await numbers('SELECT i / 2 AS n FROM range(10000) AS r(i) ORDER BY i');
    expect(halves).toEqual(Float64Array.from({ length: 10_000 }, (_, i) => i / 2));
    const { t } = await texts("SELECT 'é' || i AS t FROM range(5000) AS r(i) ORDER BY i");
    expect(t).toEqual(Array.from({ length: 5000 }, (_, i) => `é${i}`));
    expect((await numbers('SELECT 1::INTEGER AS n WHERE false')).n).toEqual(new Int32Array());
  });

  test('let other work have its turn', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    });
    await numbers('SELECT CAST(i AS INTEGER) AS n FROM range(3000000) AS r(i)');
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  test.each([
    ['SELECT 1 AS m', 'no column n'],
    ['SELECT 1::BIGINT AS n', 'is BIGINT'],
    ['SELECT CASE WHEN i < 3000 THEN 1::INTEGER END AS n FROM range(4000) AS r(i)', 'Row 3000 of column n'],
  ])('refuse %s', async (sql, message) => {
    await expect(numbers(sql)).rejects.toThrow(message);
  });

  test('refuse a null text', async () => {
    await expect(texts('SELECT NULL::VARCHAR AS t')).rejects.toThrow('Row 0 of column t is no string');
  });
});
