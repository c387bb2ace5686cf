import { describe, expect, test } from 'vitest';
import { decodeScript } from './decode-script';
import { isSqlScript } from './is-sql-script';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

describe('isSqlScript', () => {
  test.each([
    ['a.sql', 'whatever it says'],
    ['A.DDL', 'x'],
    ['load.txt', '-- Nightly.\n/* by hand */ CREATE OR ALTER PROCEDURE dbo.p AS SELECT 1'],
    ['load', 'USE Shop;\nGO'],
    ['load.txt', 'WITH x AS (SELECT 1 AS a) SELECT a FROM x'],
  ])('%s: %j', (name, text) => {
    expect(isSqlScript(name, utf8(text))).toBe(true);
    expect(isSqlScript(name, utf16(text))).toBe(true);
  });

  test.each([
    ['a.csv', 'CREATE TABLE x (a int)'],
    ['a.txt', 'select,insert,update\n1,2,3'],
    ['a.txt', 'created,table\n1,2'],
    ['a.sql', ''],
    ['a.sql', 'SELECT 1\0'],
  ])('not %s: %j', (name, text) => expect(isSqlScript(name, utf8(text))).toBe(false));
});

test.each([
  ['utf-8', utf8('\ufeffSELECT ä FROM t')],
  ['utf-16le', utf16('SELECT ä FROM t')],
  ['iso-8859-1', new Uint8Array(Buffer.from('SELECT ä FROM t', 'latin1'))],
])('reads text in %s', (encoding, bytes) =>
  expect(decodeScript(bytes)).toEqual({ text: 'SELECT ä FROM t', encoding }),
);
