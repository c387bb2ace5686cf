import { expect, test } from 'vitest';
import type { Import } from '@/lib/imports/contract';
import { importFacts } from './import-facts';
import { logLines } from './log-lines';

const base = {
  number: 43,
  state: 'succeeded',
  mode: 'replace',
  choices: {} as Import['choices'],
  owner: { name: 'Anna', verified: false },
  source: { name: 'Shop', dialect: 'tsql' },
  files: [{ size: 41_000_000 }, { size: 800_000 }],
  createdAt: '2026-05-27T12:00:00.000Z',
  startedAt: '2026-05-27T12:01:00.000Z',
  finishedAt: '2026-05-27T12:04:41.000Z',
  cancelledBy: null,
  receipt: {
    read: 280_877,
    rejected: 144,
    durationsMs: { upload: 11_000, stage: 200_000, check: 7_000, publish: 14_000 },
  },
} as unknown as Import;

test('a published import tells its whole course', () => {
  expect(logLines(base).map((line) => [line.at.toISOString().slice(11, 19), line.text])).toEqual([
    ['12:00:00', 'Draft of 2 files made'],
    ['12:01:00', '2 files there after 11 s, checksums match, lock taken by Anna'],
    ['12:04:27', '280,877 records checked in 3 min 27 s, 144 rejected'],
    ['12:04:41', 'Published as #43 in 14 s, lock free'],
  ]);
});

test('one that did not publish says that nothing was written', () => {
  const cancelled = { ...base, state: 'cancelled', cancelledBy: 'Marek', receipt: null } as Import;
  expect(logLines(cancelled).at(-1)?.text).toBe('Cancelled by Marek, nothing written, lock free');
  const running = { ...base, state: 'checking', finishedAt: null, receipt: null } as Import;
  expect(logLines(running)).toHaveLength(2);
});

test('the facts of the head', () => {
  const now = new Date('2026-05-27T12:30:00.000Z');
  const facts = importFacts(base, now);
  expect(facts).toContain('2 files, 41.8 MB');
  expect(facts).toContain('replaces Shop');
  expect(facts).toContain('lock held 3 min 41 s');
  expect(facts[1]).toMatch(/^today \d\d:01 to \d\d:04$/);
});
