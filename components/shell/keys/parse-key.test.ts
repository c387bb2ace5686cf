import { describe, expect, test } from 'vitest';
import { isKey, isSingleKey, type KeyPress } from './parse-key';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('isKey', () => {
  test('mod is Ctrl or the command key', () => {
    expect(isKey(press('k', { ctrlKey: true }), 'mod+k')).toBe(true);
    expect(isKey(press('K', { metaKey: true }), 'mod+k')).toBe(true);
    expect(isKey(press('k'), 'mod+k')).toBe(false);
  });
  test('a single key does not act with a modifier', () => {
    expect(isKey(press('i'), 'i')).toBe(true);
    expect(isKey(press('i', { ctrlKey: true }), 'i')).toBe(false);
    expect(isKey(press('i', { altKey: true }), 'i')).toBe(false);
    expect(isKey(press('I', { shiftKey: true }), 'i')).toBe(false);
  });
  test('a character that needs Shift matches with it', () => {
    expect(isKey(press('?', { shiftKey: true }), '?')).toBe(true);
  });
  test('the plus key itself', () => {
    expect(isKey(press('+'), '+')).toBe(true);
  });
});

test('isSingleKey', () => {
  expect(['/', 'i', 'shift+[', '?'].every(isSingleKey)).toBe(true);
  expect(['mod+k', 'alt+ArrowLeft', 'Enter', 'Escape'].some(isSingleKey)).toBe(false);
});
