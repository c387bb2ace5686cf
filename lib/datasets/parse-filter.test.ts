import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILTER_OPS, parseFilter } from './parse-filter';

describe('parseFilter', () => {
  it.each([
    ['UnitPrice > 2000', [['UnitPrice', '>', '2000']]],
    [
      'a>=1 and b<>2',
      [
        ['a', '>=', '1'],
        ['b', '!=', '2'],
      ],
    ],
    [`"unit ""x""" contains 'it''s'`, [['unit "x"', 'contains', "it's"]]],
    [
      'Territory = North West and note is not empty',
      [
        ['Territory', '=', 'North West'],
        ['note', 'is not empty', null],
      ],
    ],
    ['note IS NULL', [['note', 'is empty', null]]],
    ["note = ''", [['note', '=', '']]],
    ['at < 2024-01-01', [['at', '<', '2024-01-01']]],
    ['', []],
  ])('reads %s', (text, conditions) => {
    expect(parseFilter(text)).toEqual({
      ok: true,
      conditions: conditions.map(([column, op, value]) => ({ column, op, value })),
    });
  });

  it.each([
    ['UnitPrice', 9, 'is expected here'],
    ['= 3', 0, 'a column name'],
    ['a =', 3, 'a value'],
    ['a = 1 and', 9, 'another condition'],
    ['a = 1 "b" = 2', 5, '"and" is expected'],
    ['a is so', 1, 'is empty'],
    ["a = 'open", 3, 'a quote'],
    ['a ! 3', 1, 'a quote or sign'],
  ])('says what is wrong with %s', (text, at, reason) => {
    expect(parseFilter(text)).toEqual({ ok: false, at, reason: expect.stringContaining(reason) });
  });

  it('reads back any condition in quotes', () => {
    const text = fc.string({ unit: 'binary' });
    const condition = fc.record({
      column: text,
      op: fc.constantFrom(...FILTER_OPS.slice(0, 7)),
      value: text,
    });
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), (conditions) => {
        const written = conditions
          .map(
            ({ column, op, value }) =>
              `"${column.replaceAll('"', '""')}" ${op} '${value.replaceAll("'", "''")}'`,
          )
          .join(' and ');
        expect(parseFilter(written)).toEqual({ ok: true, conditions });
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
