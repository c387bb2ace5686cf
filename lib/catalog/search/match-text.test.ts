import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCase } from './fold-case';
import { MATCH_RANK, matchText } from './match-text';

const { exact, prefix, wordStart, substring } = MATCH_RANK;

describe('matchText', () => {
  it.each([
    ['SalesYTD', ['salesytd'], exact, 0],
    ['SalesYTDPrior', ['SalesYTD'], prefix, 0],
    ['vSalesYTDByQuarter', ['salesytd'], wordStart, 1],
    ['reset_sales', ['SALES'], wordStart, 6],
    ['wholesale_sales', ['sales'], wordStart, 10],
    ['wholesales', ['sales'], substring, 5],
    ['order 50% off', ['50%'], wordStart, 6],
    ['a_b', ['_'], substring, 1],
    ['axb', ['_'], undefined, 0],
    ['anything', ['%'], undefined, 0],
    ['SalesYTD', ['sales', 'ytd'], wordStart, 0],
    ['Sales', ['sales', 'sal'], prefix, 0],
    ['SalesYTD', ['sales', 'quarter'], undefined, 0],
    ['İstanbul', ['stan'], substring, 1],
    ['😀 cost', ['COST'], wordStart, 3],
  ])('%s for %j', (text, terms, rank, start) => {
    const end = start + (terms[0]?.length ?? 0);
    expect(matchText(text, terms)).toEqual(rank === undefined ? undefined : { rank, start, end });
  });

  it('finds exactly the texts that hold the term, at a place that holds it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', '_', 'ß', 'İ', '%', '😀', '.'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (name, term) => {
        const match = matchText(name, [term]);
        const held = term !== '' && foldCase(name).includes(foldCase(term));
        expect(match !== undefined).toBe(held);
        if (match) expect(foldCase(name.slice(match.start, match.end))).toBe(foldCase(term));
      }),
    );
  });
});
