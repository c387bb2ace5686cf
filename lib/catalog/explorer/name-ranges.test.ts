import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameRanges } from './name-ranges';

describe('nameRanges', () => {
  it('labels ranges as short as tells them apart', () => {
    const names = ['Account', 'Address', 'Currency', 'Customer', 'Sales', 'Store', 'vA', 'vZ'];
    expect(nameRanges(names, 2).map(({ first, last }) => `${first} – ${last}`)).toEqual([
      'Ac – Ad',
      'Cur – Cus',
      'Sa – St',
      'vA – vZ',
    ]);
  });

  it('keeps labels short where the names are far apart', () => {
    const names = ['Account', 'Customer', 'CustomerAddress', 'Sale'];
    expect(nameRanges(names, 2).map(({ first, last }) => `${first} – ${last}`)).toEqual([
      'A – Customer',
      'CustomerA – S',
    ]);
  });

  it('needs no ranges when one list is enough', () => {
    expect(nameRanges(['a', 'b'], 2)).toEqual([]);
    expect(nameRanges([], 2)).toEqual([]);
  });

  it('covers every name once, never more than the maximum, in nearly equal parts', () => {
    const names = fc.array(fc.string(), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 9 }), (list, sizeMax) => {
        const ranges = nameRanges(list, sizeMax);
        fc.pre(ranges.length > 0);
        expect(ranges[0]?.start).toBe(0);
        expect(ranges.at(-1)?.end).toBe(list.length);
        ranges.forEach(({ start, end, first, last }, n) => {
          if (n > 0) expect(start).toBe(ranges[n - 1]?.end);
          expect(end - start).toBeGreaterThan(0);
          expect(end - start).toBeLessThanOrEqual(sizeMax);
          expect(list[start]?.startsWith(first)).toBe(true);
          expect(list[end - 1]?.startsWith(last)).toBe(true);
        });
      }),
    );
  });
});
