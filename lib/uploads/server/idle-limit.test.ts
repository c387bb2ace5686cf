import { PassThrough } from 'node:stream';
import { afterEach, expect, it, vi } from 'vitest';
import { withIdleLimit } from './idle-limit';

afterEach(() => {
  vi.useRealTimers();
});

it('ends a body that falls silent, and destroys it', async () => {
  const body = new PassThrough();
  body.write('abc');
  const seen: string[] = [];
  const reading = (async () => {
    for await (const bytes of withIdleLimit(body, 50)) seen.push(Buffer.from(bytes).toString());
  })();
  await expect(reading).rejects.toMatchObject({ code: 'deadline' });
  expect(seen).toEqual(['abc']);
  expect(body.destroyed).toBe(true);
});

it('does not count the time the receiver takes', async () => {
  vi.useFakeTimers();
  const body = new PassThrough();
  body.write('abc');
  body.end('def');
  let text = '';
  for await (const bytes of withIdleLimit(body, 40)) {
    text += Buffer.from(bytes).toString();
    await vi.advanceTimersByTimeAsync(120);
  }
  expect(text).toBe('abcdef');
});
