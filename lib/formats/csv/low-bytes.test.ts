import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LowBytes } from './low-bytes';

const SOUGHT = [0x0a, 0x0d, 0x22] as const;

test('nothing that is looked for is passed over, wherever the bytes lie in memory', () => {
  const byte = fc.oneof(fc.constantFrom(...SOUGHT, 0x00, 0x20, 0x23, 0x7f, 0x80, 0xff), fc.nat(255));
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 40 }),
      fc.array(byte, { maxLength: 40 }),
      fc.nat(7),
      (a, b, offset) => {
        const all = Uint8Array.from([...new Uint8Array(offset), ...a, ...b]);
        const chunk = all.subarray(offset);
        const bytes = new LowBytes(...SOUGHT);
        bytes.of(chunk);
        for (let from = 0; from < chunk.length; from++) {
          const next = bytes.next(from);
          const passed = [...chunk.subarray(from, next)];
          expect(next).toBeLessThanOrEqual(chunk.length);
          expect(passed.filter((one) => SOUGHT.some((it) => it === one))).toEqual([]);
        }
      },
    ),
  );
});

test('bytes without one that is looked for are passed over together, spaces too', () => {
  const chunk = new TextEncoder().encode('2024-02-29 10:00:00,United States,é\n');
  const bytes = new LowBytes(...SOUGHT);
  bytes.of(chunk);
  expect(bytes.next(0)).toBe(Math.floor((chunk.length - 1) / 4) * 4);
});
