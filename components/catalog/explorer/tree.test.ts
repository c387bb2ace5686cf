import { describe, expect, test } from 'vitest';
import type { ObjectSummary, SchemaSummary } from '@/lib/catalog/contract';
import { activeRow } from './active-row';
import { treeMove } from './tree-keys';
import { type Children, keysToReveal, openLeaves, rangeKey, schemaKey, treeRows } from './tree-rows';

const sales: SchemaSummary = {
  database: 'Shop',
  schema: 'Sales',
  slot: 1,
  total: 900,
  ranges: [
    { first: 'A', last: 'Cu', total: 450, cursor: 'c1' },
    { first: 'D', last: 'vZ', total: 450, cursor: 'c2' },
  ],
};
const hr: SchemaSummary = { database: 'Shop', schema: 'hr', slot: 2, total: 2, ranges: [] };
const object = (name: string, schema = 'hr'): ObjectSummary => ({
  id: name,
  database: 'Shop',
  schema,
  name,
  type: 'table',
  inDegree: 1,
  outDegree: 2,
  slot: 2,
});
const people: Children = { state: 'ready', objects: [object('Person'), object('Phone')] };
const open =
  (...keys: string[]) =>
  (key: string) =>
    keys.includes(key);
const shown = (isOpen: (key: string) => boolean, children: Children = people) =>
  treeRows([sales, hr], isOpen, () => children);

describe('treeRows', () => {
  test('closed schemas only', () => {
    expect(shown(open()).map((row) => [row.kind, row.level, row.position, row.size])).toEqual([
      ['schema', 1, 1, 2],
      ['schema', 1, 2, 2],
    ]);
  });
  test('an open schema shows its objects, a large one its ranges', () => {
    const rows = shown(open(schemaKey(sales), schemaKey(hr)));
    expect(
      rows.map((row) => ('label' in row ? row.label : 'object' in row ? row.object.name : row.key)),
    ).toEqual([schemaKey(sales), 'A – Cu', 'D – vZ', schemaKey(hr), 'Person', 'Phone']);
  });
  test('what is not there yet is a row of its own', () => {
    const rows = shown(open(schemaKey(hr)), { state: 'loading' });
    expect(rows.map((row) => row.kind)).toEqual(['schema', 'schema', 'loading']);
  });
});

test('only open rows need their objects', () => {
  const isOpen = open(schemaKey(sales), rangeKey(sales, 1), schemaKey(hr));
  expect(openLeaves([sales, hr], isOpen).map(({ cursor, total }) => [cursor, total])).toEqual([
    ['c2', 450],
    [undefined, 2],
  ]);
});

test('an object is revealed by opening its schema and its range', () => {
  expect(keysToReveal([sales, hr], object('Phone'))).toEqual([schemaKey(hr)]);
  expect(keysToReveal([sales, hr], object('Customer', 'Sales'))).toEqual([
    schemaKey(sales),
    rangeKey(sales, 0),
  ]);
  expect(keysToReveal([sales, hr], object('vSales', 'Sales'))).toEqual([
    schemaKey(sales),
    rangeKey(sales, 1),
  ]);
  expect(keysToReveal([sales, hr], object('x', 'gone'))).toEqual([]);
});

describe('treeMove', () => {
  const rows = shown(open(schemaKey(hr)));
  test.each([
    ['ArrowDown', 0, { kind: 'go', index: 1 }],
    ['ArrowDown', 3, { kind: 'go', index: 3 }],
    ['ArrowUp', 0, { kind: 'go', index: 0 }],
    ['End', 0, { kind: 'go', index: 3 }],
    ['Home', 3, { kind: 'go', index: 0 }],
    ['ArrowRight', 0, { kind: 'toggle', key: schemaKey(sales) }],
    ['ArrowRight', 1, { kind: 'go', index: 2 }],
    ['ArrowLeft', 1, { kind: 'toggle', key: schemaKey(hr) }],
    ['ArrowLeft', 3, { kind: 'go', index: 1 }],
    ['ArrowLeft', 0, null],
    ['Enter', 2, { kind: 'choose', index: 2 }],
    ['Enter', 0, { kind: 'toggle', key: schemaKey(sales) }],
    ['p', 1, { kind: 'go', index: 2 }],
    ['p', 2, { kind: 'go', index: 3 }],
    ['p', 3, { kind: 'go', index: 2 }],
    ['q', 0, null],
    ['Tab', 0, null],
  ])('%s at row %i', (key, at, expected) => {
    expect(treeMove(rows, at, key)).toEqual(expected);
  });
});

describe('activeRow', () => {
  const isOpen = open(schemaKey(hr));
  const loading = shown(isOpen, { state: 'loading' });
  const onLoading = loading[2]?.key ?? null;
  test('stands on the row it went to, else on the focus of the page, else nowhere', () => {
    expect(activeRow(shown(isOpen), 'Phone', 'Person')).toBe(3);
    expect(activeRow(shown(isOpen), null, 'Person')).toBe(2);
    expect(activeRow(shown(isOpen), 'gone', undefined)).toBe(-1);
  });
  test('goes from "Loading" to what came in its place', () => {
    expect(activeRow(loading, onLoading, undefined)).toBe(2);
    expect(activeRow(shown(isOpen, { state: 'error' }), onLoading, undefined)).toBe(2);
    expect(activeRow(shown(isOpen), onLoading, 'Phone')).toBe(2);
  });
  test('goes from "Loading" to the branch when nothing came or it was closed', () => {
    expect(activeRow(shown(isOpen, { state: 'ready', objects: [] }), onLoading, undefined)).toBe(1);
    expect(activeRow(shown(open()), onLoading, undefined)).toBe(1);
  });
});
