import { expect, test } from 'vitest';
import type { CurrentJob } from '@/lib/imports/contract';
import { progressAnnouncement, type Told } from './progress-announcement';

const job = (phase: CurrentJob['phase'], percent: number): CurrentJob => ({
  id: '11111111-1111-4111-8111-111111111111',
  number: 43,
  owner: { name: 'Anna', verified: false },
  files: ['objects.parquet'],
  file: null,
  phase,
  percent,
  startedAt: '2026-05-27T12:00:00Z',
  lastSignAt: '2026-05-27T12:00:10Z',
  etaSeconds: null,
  waiting: 0,
  pausedUntil: null,
});

test('says the start, then each quarter once, at most every 10 s', () => {
  let told: Told = null;
  const heard: string[] = [];
  const at = (seconds: number, phase: CurrentJob['phase'], percent: number) => {
    const next = progressAnnouncement(job(phase, percent), told, seconds * 1000);
    if (next === null) return;
    told = next.told;
    heard.push(`${seconds} s: ${next.text}`);
  };
  at(0, 'check', 3);
  at(1, 'check', 20);
  at(4, 'check', 26);
  at(12, 'check', 30);
  at(23, 'check', 49);
  at(24, 'check', 50);
  at(40, 'publish', 10);
  expect(heard).toEqual([
    '0 s: Anna is importing objects.parquet',
    '12 s: Import 43: Check 30 percent',
    '24 s: Import 43: Check 50 percent',
    '40 s: Import 43: Publish 10 percent',
  ]);
});
