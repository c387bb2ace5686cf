import { describe, expect, it } from 'vitest';
import { objectName } from '@/lib/navigation/object-name';
import {
  DEFAULT_VIEW,
  focusOfPath,
  formatLineageView,
  isEdgeSelection,
  type LineageViewState,
  lineageHref,
  parseLineageView,
} from './view-state';

const A = '0123456789abcdef';
const B = 'fedcba9876543210';

const parse = (query: string) => parseLineageView(new URLSearchParams(query));

describe('the address of a lineage view', () => {
  it.each<[string, Partial<LineageViewState>]>([
    ['depths', { up: 0, down: 10 }],
    ['a snapshot', { snapshot: 42 }],
    [
      'opened cards',
      {
        expand: [
          { id: A, direction: 'up' },
          { id: B, direction: 'down' },
        ],
      },
    ],
    ['cards with open columns', { open: [A, B] }],
    [
      'the path of a column',
      { column: { object: A, column: 'Sales YTD, ~#1.x' }, influence: true, onlyPath: true },
    ],
    ['a selected line between columns', { select: `${A}.Sales YTD~${B}.`, tab: 'evidence' }],
    ['a selected object', { select: A, tab: 'columns' }],
    ['a selected edge with its SQL line', { select: `${A}-${B}-reads`, tab: 'sql', line: 18 }],
    ['the table', { view: 'table' }],
    ['what the explorer lists', { only: 'unread' }],
  ])('restores %s', (_, change) => {
    const state = { ...DEFAULT_VIEW, ...change };
    expect(parse(formatLineageView(state))).toEqual({ state, ignored: [] });
  });

  it('reads as in the design', () => {
    expect(lineageHref('Sales.vSalesPerson', { snapshot: 42 })).toBe(
      '/lineage/Sales.vSalesPerson?up=2&down=1&snapshot=42',
    );
    expect(formatLineageView({ ...DEFAULT_VIEW, expand: [{ id: A, direction: 'up' }] })).toBe(
      `?up=2&down=1&expand=${A}:up`,
    );
  });

  it('uses the default where a value means nothing, and names it', () => {
    const { state, ignored } = parse(
      `up=11&down=-1&snapshot=0&expand=x:up&select=%3Cb%3E&view=map&tab=none&line=1.5&only=x`,
    );
    expect(state).toEqual(DEFAULT_VIEW);
    expect(ignored).toEqual([
      'up=11',
      'down=-1',
      'snapshot=0',
      'expand=x:up',
      'select=<b>',
      'view=map',
      'tab=none',
      'line=1.5',
      'only=x',
    ]);
  });

  it('opens the SQL text where it names a line only', () => {
    expect(parse('line=18').state).toMatchObject({ tab: 'sql', line: 18 });
    expect(parse('line=18&tab=evidence').state.tab).toBe('evidence');
  });

  it('tells edges from objects', () => {
    expect([A, `${A}-${B}-reads`, undefined].map(isEdgeSelection)).toEqual([false, true, false]);
  });
});

describe('the focus in a path', () => {
  it.each([
    { schema: 'Sales', name: 'vSalesPerson' },
    { schema: 'dbo', name: 'Fact Sales/2024?' },
    { schema: 'a.b', name: 'c]d' },
    { schema: 'x', name: 'Größe#1%' },
  ])('survives the address: $schema, $name', (name) => {
    const text = objectName(name);
    expect(focusOfPath(new URL(lineageHref(text), 'http://localhost').pathname)).toBe(text);
  });

  it.each(['/lineage', '/lineage/', '/lineage/a/b', '/imports', '/lineage/%E0%A4%A'])(
    'is missing in %s',
    (path) => {
      expect(focusOfPath(path)).toBeUndefined();
    },
  );
});
