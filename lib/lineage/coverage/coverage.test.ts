import { describe, expect, it } from 'vitest';
import { catalogRows, testId } from '@/scripts/test/graph-from-pairs';
import { buildGraph } from '../graph/build-graph';
import { diagnosticSeverity } from '../sql/diagnostic';
import { chooseReadings } from './choose-readings';
import { countVerdicts } from './count-verdicts';
import { logRead, notReadWords, statementsRead, sumOfLogs, unreadWords } from './coverage-words';
import { type DefinitionReading, isDoubtful, isUnread, unreadOf } from './definition-reading';
import { diagnosticWords } from './diagnostic-words';

const reading = (object: number, more: Partial<DefinitionReading> = {}): DefinitionReading => ({
  source: 'test',
  object,
  definition: 'read',
  ...{ parsed: 1, repaired: 0, scanned: 0, dynamic: 0, dynamicUnread: 0, omitted: 0, unclosed: 0 },
  ...{ unresolved: 0, ambiguous: 0, disagreements: 0, told: 0 },
  ...more,
});

/** Objects 0 to 3; 0 feeds 1 (declared and parsed), 1 feeds 2 (parsed), 2 feeds 3 (declared). */
const graph = buildGraph(
  catalogRows(
    ['orders', 'v_orders', 'report', 'load'].map((name, n) => ({ id: testId(n), name, schema: 'sales' })),
    [
      { from: testId(0), to: testId(1) },
      { from: testId(0), to: testId(1), method: 'parsed' },
      { from: testId(1), to: testId(2), method: 'parsed' },
      { from: testId(2), to: testId(3), source: 'other' },
    ],
  ),
);
const verdicts = countVerdicts(graph);
const choose = (readings: DefinitionReading[], filter: Partial<Parameters<typeof chooseReadings>[3]>) => {
  const { chosen, counts } = chooseReadings(graph, readings, verdicts, {
    ...{ show: 'all', sort: 'told' },
    ...filter,
  });
  return { names: chosen.map(({ object }) => graph.names[object]), counts };
};

describe('what was not read of a definition', () => {
  it('is a scanned statement, text made at run time, a part left out, text without an end, or all of it', () => {
    expect(isUnread(reading(1))).toBe(false);
    for (const more of [
      { scanned: 1 },
      { dynamic: 1, dynamicUnread: 1 },
      { omitted: 1 },
      { unclosed: 1 },
      { definition: 'missing' },
      { definition: 'unread' },
    ] as const) {
      expect([more, isUnread(reading(1, { ...more, told: 1 }))]).toEqual([more, true]);
    }
  });

  it('is not text made at run time that is known, nor a name in doubt', () => {
    expect(isUnread(reading(1, { dynamic: 2 }))).toBe(false);
    expect(isUnread(reading(1, { unresolved: 1, told: 1 }))).toBe(false);
    expect(isDoubtful(reading(1, { unresolved: 1, told: 1 }))).toBe(true);
    expect(isDoubtful(reading(1))).toBe(false);
  });

  it('is never more statements than there are', () => {
    expect(unreadOf(reading(1, { scanned: 1, dynamic: 1, dynamicUnread: 3 }))).toBe(2);
  });
});

describe('the edges that a definition speaks of', () => {
  it('are counted by verdict, once for each object and source', () => {
    expect(verdicts.ofObject('test', 1)).toEqual({ agreed: 1 });
    expect(verdicts.ofObject('test', 2)).toEqual({ 'parsed-only': 1 });
    expect(verdicts.ofObject('other', 3)).toEqual({ 'declared-only': 1 });
    expect(verdicts.ofSource('test')).toEqual({ agreed: 1, 'parsed-only': 1 });
    expect(verdicts.ofSource('other')).toEqual({ 'declared-only': 1 });
    expect([verdicts.ofSource('nobody'), verdicts.ofObject('nobody', 1)]).toEqual([{}, {}]);
  });
});

describe('the list of definitions', () => {
  const all = [
    reading(1),
    reading(2, { unresolved: 2, told: 2 }),
    reading(3, { scanned: 1, told: 1, source: 'other' }),
  ];

  it('starts with what was not read, then has what tells most, then the order of names', () => {
    expect(choose(all, {})).toEqual({
      names: ['load', 'report', 'v_orders'],
      counts: { all: 3, unread: 1, doubt: 1, disagree: 2 },
    });
  });

  it('shows one kind, one source, one object, or names that have a text in them', () => {
    expect(choose(all, { show: 'unread' }).names).toEqual(['load']);
    expect(choose(all, { show: 'doubt' }).names).toEqual(['report']);
    expect(choose(all, { show: 'disagree' }).names).toEqual(['load', 'report']);
    expect(choose(all, { source: 'other' })).toMatchObject({ names: ['load'], counts: { all: 1 } });
    expect(choose(all, { object: 2 }).names).toEqual(['report']);
    expect(choose(all, { q: ' SALES.V_ ' }).names).toEqual(['v_orders']);
  });

  it('does not call it a disagreement that a source without a list of dependencies declares nothing', () => {
    const script = buildGraph(
      catalogRows(
        ['orders', 'load'].map((name, n) => ({ id: testId(n), name })),
        [{ from: testId(0), to: testId(1), method: 'parsed' }],
      ),
    );
    const filter = { show: 'disagree', sort: 'told' } as const;
    const { counts } = chooseReadings(script, [reading(1)], countVerdicts(script), filter);
    expect(counts).toEqual({ all: 1, unread: 0, doubt: 0, disagree: 0 });
  });

  it('does not call it a disagreement that a text which was not read says nothing', () => {
    expect(choose([reading(3, { source: 'other', definition: 'missing' })], {}).counts.disagree).toBe(0);
  });

  it('is ordered by any number, the largest first unless asked otherwise, with ties by name', () => {
    expect(choose(all, { sort: 'unresolved' }).names).toEqual(['report', 'v_orders', 'load']);
    expect(choose(all, { sort: 'unresolved', order: 'asc' }).names).toEqual(['v_orders', 'load', 'report']);
    expect(choose(all, { sort: 'declaredOnly' }).names).toEqual(['load', 'v_orders', 'report']);
    expect(choose(all, { sort: 'name' }).names).toEqual(['v_orders', 'report', 'load']);
    expect(choose(all, { sort: 'name', order: 'desc' }).names).toEqual(['load', 'report', 'v_orders']);
  });
});

describe('the words', () => {
  it('say how many statements were read and how many were not', () => {
    expect(statementsRead({ statements: 1235, unread: 2 })).toBe('1,233 of 1,235 statements read, 2 not');
    expect(statementsRead({ statements: 1, unread: 0 })).toBe('1 of 1 statement read');
    expect(statementsRead({ statements: 0, unread: 0 })).toBe('no statement read');
  });

  it('say in a few of them why an object is marked', () => {
    const some = { node: '', definition: 'read', statements: 3, parts: 1 } as const;
    expect(notReadWords(some)).toBe('not fully read (3 statements and 1 part)');
    expect(notReadWords({ ...some, definition: 'missing' })).toBe('not fully read (no SQL text)');
    expect(notReadWords({ ...some, statements: 0, parts: 0 })).toBe('not fully read (text without an end)');
  });

  it('tell of a query log how many of its records repeat others', () => {
    const log = { records: 900, patterns: 12, statements: 13, unread: 1 };
    expect(logRead(log)).toBe('12 of 13 statements read, 1 not, in 900 records');
    expect(logRead({ ...log, records: 12, unread: 0 })).toBe('13 of 13 statements read');
    expect(sumOfLogs([log, log])).toEqual({ records: 1800, patterns: 24, statements: 26, unread: 2 });
  });

  it('name what of a definition was not read', () => {
    const item = { definition: 'read', unread: 1, omitted: 2, diagnostics: [] } as const;
    expect(unreadWords(item)).toEqual(['1 statement not read', '2 parts left out']);
    expect(unreadWords({ ...item, definition: 'missing' })).toEqual(['no SQL text']);
    expect(unreadWords({ ...item, unread: 0, omitted: 0 })).toEqual([]);
    const unclosed = [{ code: 'unclosed-text' }];
    expect(unreadWords({ ...item, unread: 0, omitted: 0, diagnostics: unclosed })).toHaveLength(1);
  });

  it('have a title and an advice for every diagnostic, and something for one of another version', () => {
    const titles = Object.keys(diagnosticSeverity).map((code) => diagnosticWords(code).title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).not.toContain('Note');
    expect(diagnosticWords('of-tomorrow').title).toBe('Note');
    expect(diagnosticWords('toString').title).toBe('Note');
  });
});
