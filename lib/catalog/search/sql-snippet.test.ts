import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sqlSnippet } from './sql-snippet';

const marked = (sql: string, term: string) => {
  const { snippet, matchStart, matchEnd, line } = sqlSnippet(sql, term);
  return `${line}: ${snippet.slice(0, matchStart)}<${snippet.slice(matchStart, matchEnd)}>${snippet.slice(matchEnd)}`;
};

describe('sqlSnippet', () => {
  it('prefers the whole word and shows its line without indentation', () => {
    const sql =
      'CREATE VIEW v AS\nSELECT s.SalesYTDPrior,\r\n    ELSE s.[SalesYTD] / q.[SalesQuota]\r\nFROM t';
    expect(marked(sql, 'salesytd')).toBe('3: ELSE s.[<SalesYTD>] / q.[SalesQuota]');
  });

  it('falls back to a part of a word', () => {
    expect(marked('a\n  vSalesYTD', 'sales')).toBe('2: v<Sales>YTD');
  });

  it('cuts long lines around the match and says so', () => {
    const sql = `${'x'.repeat(500)} needle ${'y'.repeat(500)}`;
    expect(marked(sql, 'NEEDLE')).toBe(`1: …${'x'.repeat(39)} <needle> ${'y'.repeat(113)}…`);
  });

  it('shows a match over several lines on one line', () => {
    expect(marked('a b\nc d', 'b\nc')).toBe('1: a <b c> d');
  });

  it('marks the match for any text and any term in it', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '\n', '\t', '\r', '(', 'İ', '😀'),
      maxLength: 60,
    });
    const placed = text.chain((sql) =>
      fc.tuple(fc.constant(sql), fc.nat(sql.length), fc.integer({ min: 1, max: 5 })),
    );
    fc.assert(
      fc.property(placed, ([sql, start, length]) => {
        const term = sql.slice(start, start + length);
        fc.pre(term.trim() !== '');
        const { snippet, matchStart, matchEnd, line } = sqlSnippet(sql, term);
        const shown = snippet.slice(matchStart, matchEnd);
        expect(shown.toLowerCase()).toBe(term.replace(/[\r\n\t]/g, ' ').toLowerCase());
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(sql.split('\n').length);
      }),
    );
  });
});
