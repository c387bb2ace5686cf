import { describe, expect, test } from 'vitest';
import type { SearchHit } from '@/lib/catalog/contract';
import { findMatches, linesAround } from './find-matches';
import { groupHits, otherGroup } from './hit-list';
import { takeFilters } from './take-filters';

describe('takeFilters', () => {
  test.each([
    ['SalesYTD', 'SalesYTD', []],
    ['SalesYTD schema:Sales,dw', 'SalesYTD schema:Sales,dw', []],
    ['SalesYTD schema:Sales,dw ', 'SalesYTD ', ['schema:Sales,dw']],
    ['type:view schema:"my schema" x', 'x', ['type:view', 'schema:"my schema"']],
    ['schema: x', 'schema: x', []],
    ['myschema:x y', 'myschema:x y', []],
    ['"schema:x y', '"schema:x y', []],
  ])('%s leaves %s', (typed, text, filters) => {
    expect(takeFilters(typed)).toEqual({ text, filters });
  });
});

const hit = (kind: SearchHit['kind'], name: string): SearchHit => ({
  kind,
  object: { id: name, database: 'd', schema: 's', name, type: 'view', inDegree: 0, outDegree: 0, slot: 1 },
  column: null,
  dataType: null,
  snippet: name,
  matchStart: 0,
  matchEnd: 1,
  line: null,
  score: 1,
});

describe('groups', () => {
  const groups = groupHits([hit('sql', 'a'), hit('object', 'b'), hit('object', 'c')], {
    object: 9,
    column: 0,
    sql: 1,
  });
  test('stand in their order, without empty ones', () => {
    expect(groups.map(({ label, hits, total }) => [label, hits.length, total])).toEqual([
      ['Names', 2, 9],
      ['SQL text', 1, 1],
    ]);
  });
  test('Tab goes to the next group and leaves after the last', () => {
    expect(otherGroup(groups, 1, 1)).toBe(2);
    expect(otherGroup(groups, 2, 1)).toBeNull();
    expect(otherGroup(groups, 2, -1)).toBe(0);
    expect(otherGroup(groups, 0, -1)).toBeNull();
    expect(otherGroup([], 0, 1)).toBeNull();
  });
});

describe('findMatches', () => {
  test('finds every place, whatever the case', () => {
    expect(findMatches('a.YTD\r\n  ytd + YTD', 'Ytd').map(({ start }) => [start.line, start.column])).toEqual(
      [
        [1, 3],
        [2, 3],
        [2, 9],
      ],
    );
    expect(findMatches('abc', '')).toEqual([]);
  });
});

test.each([
  [7, 16, 1, 12],
  [3, 5, 1, 5],
  [31, 40, 27, 38],
  [40, 40, 29, 40],
  [12, 200, 8, 19],
])('line %i of %i is shown in %i to %i', (line, total, from, to) => {
  expect(linesAround(line, total, 12)).toEqual({ from, to });
});
