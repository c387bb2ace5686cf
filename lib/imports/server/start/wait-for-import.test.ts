import { describe, expect, it } from 'vitest';
import { preferredWaitSeconds } from './wait-for-import';

describe('how long a caller prefers to wait', () => {
  it.each([
    [null, 0],
    ['', 0],
    ['wait=30', 30],
    ['respond-async, wait=100', 100],
    ['wait="5"', 5],
    ['WAIT = 5; x=y', 5],
    ['wait=99999', 300],
    ['await=5', 0],
    ['wait=-5', 0],
    ['wait=1.5', 0],
    ['wait=', 0],
    ['return=minimal', 0],
  ])('%s is %i seconds', (header, seconds) => {
    expect(preferredWaitSeconds(header)).toBe(seconds);
  });
});
