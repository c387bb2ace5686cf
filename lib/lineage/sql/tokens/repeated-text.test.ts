import { describe, expect, it } from 'vitest';
import { repeatedText } from './repeated-text';

const same = (one: string, other: string) => repeatedText(one, 'tsql') === repeatedText(other, 'tsql');

describe('texts that differ in nothing that leads anywhere', () => {
  it.each([
    [
      'values',
      "SELECT a FROM t WHERE id = 17 AND name = N'x'",
      "SELECT a FROM t WHERE id = 4 AND name = N'it''s'",
    ],
    ['blanks, comments and case', 'select a /* 1 */ from t', 'SELECT  a\nFROM t -- two'],
    ['the length of a list', 'SELECT a FROM t WHERE id IN (1, 2, 3)', 'SELECT a FROM t WHERE id IN (7)'],
    ['the number of rows', "INSERT t VALUES (1, 'a'), (2, 'b'), (3, 'c')", "INSERT t VALUES (9, 'z')"],
    ['what a procedure is given', "EXEC dbo.p @name = N'Anna', @n = 1", "EXEC dbo.p @name = N'Ben', @n = 22"],
  ])('%s', (_, one, other) => {
    expect(same(one, other)).toBe(true);
  });
});

describe('texts that are not the same', () => {
  it.each([
    ['another table', 'SELECT a FROM t', 'SELECT a FROM u'],
    ['another column', 'SELECT a FROM t', 'SELECT b FROM t'],
    ['a quoted name in another case', 'SELECT [a] FROM t', 'SELECT [A] FROM t'],
    ['text that is run', "EXEC ('INSERT INTO t SELECT * FROM s')", "EXEC ('INSERT INTO t SELECT * FROM u')"],
    ['fewer columns', 'INSERT t (a, b) SELECT a, b FROM s', 'INSERT t (a) SELECT a FROM s'],
  ])('%s', (_, one, other) => {
    expect(same(one, other)).toBe(false);
  });
});
