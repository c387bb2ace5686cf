import { describe, expect, it } from 'vitest';
import { catalogRows, testId } from '@/scripts/test/graph-from-pairs';
import { buildGraph } from './build-graph';
import { findObjects } from './find-object';
import { parseObjectName } from './parse-object-name';

const graph = buildGraph(
  catalogRows(
    [
      { id: testId(0), database: 'AW', schema: 'dw', name: 'Orders' },
      { id: testId(1), database: 'AW', schema: 'Sales', name: 'Orders' },
      { id: testId(2), database: 'AW', schema: 'Sales', name: 'vPerson' },
      { id: testId(3), database: 'AW', schema: 'a.b', name: 'c]d' },
      { id: testId(4), database: 'Sales', schema: 'x', name: 'AW.Sales' },
      { id: testId(5), database: 'Other', schema: 'Sales', name: 'Orders' },
    ],
    [],
  ),
);

describe('findObjects', () => {
  it.each([
    [testId(2), [2]],
    ['AW.Sales.vPerson', [2]],
    ['sales.VPERSON', [2]],
    ['vperson', [2]],
    ['Orders', [0, 1, 5]],
    ['Sales.Orders', [1, 5]],
    ['aw.sales.orders', [1]],
    ['[a.b].[c]]d]', [3]],
    ['AW."a.b"."c]d"', [3]],
    ['aw.a.b.c]d', [3]],
    ['AW.Sales', [4]],
    ['[AW].[Sales]', []],
    ['[AW.Sales]', [4]],
    ['[a].[AW].[Sales].[Orders]', []],
    ['Nobody', []],
    ['', []],
    ['[', []],
    ['\0', []],
  ])('%s means %j', (text, objects) => {
    expect(findObjects(graph, text)).toEqual(objects);
  });
});

describe('parseObjectName', () => {
  it.each([
    ['a.b.c', { parts: ['a', 'b', 'c'], quoted: false }],
    ['[a.b].[c]', { parts: ['a.b', 'c'], quoted: true }],
    ['[a]]b]', { parts: ['a]b'], quoted: true }],
    ['"a""b".c', { parts: ['a"b', 'c'], quoted: true }],
    ['[]', { parts: [''], quoted: true }],
    ['a..b', undefined],
    ['a.', undefined],
    ['[a', undefined],
    ['[a]b', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(parseObjectName(text)).toEqual(expected);
  });
});
