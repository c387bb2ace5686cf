import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlightSql } from './highlight-sql';
import { markedLines, markLine, spanOnLine } from './mark-line';
import { plainLines } from './sql-token';

const roles = (text: string) =>
  highlightSql(text)
    .flat()
    .filter((token) => token.role !== null)
    .map((token) => `${token.text}:${token.role}`);

describe('highlightSql', () => {
  test('knows T-SQL', () => {
    expect(roles("SELECT TOP 5 [from], \"where\", MAX(x) FROM t -- it's\n WHERE @p <> N'it''s'")).toEqual([
      'SELECT:keyword',
      'TOP:keyword',
      '5:number',
      'MAX:function',
      'FROM:keyword',
      "-- it's:comment",
      'WHERE:keyword',
      '@p:number',
      '<>:operator',
      "'it':string",
      "'s':string",
    ]);
  });

  test('keeps every character of every line', () => {
    const piece = fc.constantFrom(
      'SELECT ',
      "'a\nb'",
      '/* x\r\ny */',
      '[a]]b]',
      '@p',
      '\n',
      '\r\n',
      "'",
      '/*',
      'ß👩',
      '--',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const shown = highlightSql(text).map((line) => line.map((token) => token.text).join(''));
        expect(shown).toEqual(plainLines(text).map((line) => line.map((token) => token.text).join('')));
      }),
    );
  });
});

describe('marks', () => {
  const tokens = [
    { text: 'ELSE ', role: 'keyword' as const },
    { text: 's.[YTD] / 2', role: null },
  ];
  test('a range inside a piece becomes one part', () => {
    expect(markLine(tokens, [{ from: 7, to: 12 }])).toEqual([
      { isMarked: false, tokens: [tokens[0], { text: 's.', role: null }] },
      { isMarked: true, tokens: [{ text: '[YTD]', role: null }] },
      { isMarked: false, tokens: [{ text: ' / 2', role: null }] },
    ]);
  });
  test('a range over several pieces stays one part', () => {
    const parts = markLine(tokens, [{ from: 2, to: 7 }]);
    expect(parts.map((part) => [part.isMarked, part.tokens.map((token) => token.text).join('')])).toEqual([
      [false, 'EL'],
      [true, 'SE s.'],
      [false, '[YTD] / 2'],
    ]);
  });
  test('a span over lines is cut to each line', () => {
    const span = { start: { line: 2, column: 4 }, end: { line: 4, column: 3 } };
    expect([1, 2, 3, 4, 5].map((line) => spanOnLine(span, line, 10))).toEqual([
      null,
      { from: 3, to: 10 },
      { from: 0, to: 10 },
      { from: 0, to: 2 },
      null,
    ]);
    expect([...markedLines([span])]).toEqual([2, 3, 4]);
  });
  test('a span past the end of a line marks what is there', () => {
    const span = { start: { line: 1, column: 3 }, end: { line: 1, column: 99 } };
    expect(spanOnLine(span, 1, 5)).toEqual({ from: 2, to: 5 });
    expect(spanOnLine(span, 1, 2)).toBeNull();
  });
});
