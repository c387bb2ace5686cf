import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SqlDialect, sqlDialects } from '../dialect';
import { tokenize } from './tokenize';

const texts = (sql: string, dialect: SqlDialect = 'tsql') =>
  tokenize(sql, dialect).tokens.map(({ kind, text }) => `${kind} ${text}`);

describe('tokenize', () => {
  test('reads names, variables, strings and numbers of T-SQL', () => {
    expect(texts(`[a]]b]."c""d" @v #t ##g N'it''s' 0xAF 1.5e-3 1024. .5 t.1 $action`)).toEqual([
      ...['quoted [a]]b]', 'operator .', 'quoted "c""d"', 'variable @v', 'word #t', 'word ##g'],
      ...["string N'it''s'", 'number 0xAF', 'number 1.5e-3', 'number 1024.', 'number .5'],
      ...['word t', 'operator .', 'number 1', 'word $action'],
    ]);
  });

  test('passes over comments, nested where the dialect nests them', () => {
    const sql = 'a /* 1 /* 2 */ b */ c -- d\ne';
    expect(texts(sql)).toEqual(['word a', 'word c', 'word e']);
    expect(texts(sql, 'oracle')).toEqual([
      'word a',
      'word b',
      'operator *',
      'operator /',
      'word c',
      'word e',
    ]);
    expect(texts('a # b\nc', 'mysql')).toEqual(['word a', 'word c']);
    expect(texts('a // b\nc', 'snowflake')).toEqual(['word a', 'word c']);
  });

  test.each<[SqlDialect, string, string[]]>([
    [
      'postgres',
      `E'it\\'s' $x$a $$ b$x$ $1 a[1]`,
      [`string E'it\\'s'`, 'string $x$a $$ b$x$', 'variable $1'],
    ],
    ['bigquery', `"it's" r'\\' '''a'b'''`, [`string "it's"`, `string r'\\'`, `string '''a'b'''`]],
    ['databricks', '`a b` "c"', ['quoted `a b`', 'string "c"']],
    ['mysql', "@a 'it\\'s' `b``c`", ['variable @a', "string 'it\\'s'", 'quoted `b``c`']],
    ['oracle', "q'[it's]' :b", ["string q'[it's]'", 'variable :b']],
    ['snowflake', "$$a'b$$ :v c::int", ["string $$a'b$$", 'variable :v', 'word c', 'operator ::']],
  ])('knows the quotes of %s', (dialect, sql, expected) => {
    expect(texts(sql, dialect).slice(0, expected.length)).toEqual(expected);
  });

  test('tells what has no end and where it begins', () => {
    expect(tokenize("SELECT 'a", 'tsql').unclosed).toEqual({ start: 7, end: 9 });
    expect(tokenize('SELECT [a', 'tsql').unclosed).toEqual({ start: 7, end: 9 });
    expect(tokenize('SELECT 1 /* a', 'tsql').unclosed).toEqual({ start: 8, end: 13 });
    expect(tokenize("SELECT 'a' /* b */", 'tsql').unclosed).toBeNull();
  });

  test('counts in UTF-16 and knows the first token of a line', () => {
    const { tokens } = tokenize("SELECT '😀' a\r\n, b", 'tsql');
    expect(tokens.map(({ start, startsLine }) => [start, startsLine])).toEqual([
      ...[
        [0, true],
        [7, false],
        [12, false],
        [15, true],
        [17, false],
      ],
    ]);
  });

  test('loses nothing: tokens are in order, and between them are only blanks and comments', () => {
    const pieces = fc.constantFrom(
      ...['SELECT', "'", '"', '[', ']', '`', '--', '/*', '*/', '\n', '\r', ' ', '$$', '$a$', "q'(", '(', ')'],
      ...['@v', '#t', ':x', '1.', '.5', 'e', '\\', ';', '😀', 'é', '\0', 'N', 'a.b', '::', '//', '#'],
    );
    const hostile = fc.array(pieces, { maxLength: 40 }).map((list) => list.join(''));
    fc.assert(
      fc.property(hostile, fc.constantFrom(...sqlDialects), (sql, dialect) => {
        let from = 0;
        for (const token of tokenize(sql, dialect).tokens) {
          expect(token.start).toBeGreaterThanOrEqual(from);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.text).toBe(sql.slice(token.start, token.end));
          expect(sql.slice(from, token.start)).toMatch(/^(?:[\s\0]|--|\/\*|\/\/|#|$)/);
          from = token.end;
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
