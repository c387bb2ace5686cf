import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { JobProgress } from './progress';
import type { WorkerMessage } from './protocol';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('bad records are told as they are found, never fewer than before', () => {
  const told: WorkerMessage[] = [];
  const progress = new JobProgress(1000, (message) => told.push(message));
  vi.advanceTimersByTime(1000);
  expect(told).toHaveLength(1);
  progress.bad(7);
  // Files are counted side by side: an answer may come after a later one.
  progress.bad(5);
  vi.advanceTimersByTime(1000);
  expect(told.map((message) => message.type === 'progress' && message.rejected)).toEqual([0, 7]);
  progress.stop();
});

test('bad records of files that were read count while others are still read', () => {
  const told: WorkerMessage[] = [];
  const progress = new JobProgress(1000, (message) => told.push(message));
  const first = progress.file(1, 500);
  const second = progress.file(2, 500);
  vi.advanceTimersByTime(1000);
  first.bad(3);
  second.bad(2);
  vi.advanceTimersByTime(1000);
  expect(told.at(-1)).toMatchObject({ rejected: 5 });
  progress.bad(6);
  vi.advanceTimersByTime(1000);
  expect(told.at(-1)).toMatchObject({ rejected: 6 });
  progress.stop();
});
