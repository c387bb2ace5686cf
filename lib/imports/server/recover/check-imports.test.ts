import { afterEach, expect, it, vi } from 'vitest';
import { importLock } from '../lock/import-lock';
import { checkImports } from './check-imports';

afterEach(() => {
  importLock().holder()?.release();
  for (const { importId } of importLock().line()) importLock().leave(importId);
  vi.useRealTimers();
});

it('stuck imports are visible: a holder that gives no sign of life, and a line that nobody starts', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  expect(checkImports()).toEqual({ ok: true, detail: 'Free.' });
  const lease = importLock().take('first');
  importLock().join('second', new Date());
  vi.advanceTimersByTime(100_000);
  expect(checkImports()).toMatchObject({ ok: true, detail: expect.stringContaining('100 s ago; 1 waiting') });
  lease?.heartbeat();
  vi.advanceTimersByTime(151_000);
  expect(checkImports()).toMatchObject({
    ok: false,
    detail: expect.stringContaining('last sign of life 151 s ago'),
  });
  // Nobody was told to start the next one.
  lease?.release();
  expect(checkImports()).toEqual({ ok: false, detail: 'Free, but 1 imports wait.' });
});
