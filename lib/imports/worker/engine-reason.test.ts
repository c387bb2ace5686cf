import { expect, test } from 'vitest';
import { engineReason, exhausted } from './engine-reason';

test('an engine message is told without its class, its paths and what follows', () => {
  expect(
    engineReason(
      new Error(
        'Invalid Input Error: No magic bytes found at end of file "/srv/my data/up loads/1".\nLINE 1: ...',
      ),
    ),
  ).toBe('No magic bytes found at end of file the file');
  expect(engineReason(new Error('IO Error: Could not read /srv/uploads/1: gone'))).toBe(
    'Could not read the file gone',
  );
  expect(engineReason('odd')).toBe('odd');
});

test('running out of disk or memory is not the fault of a file', () => {
  expect(
    exhausted(new Error('Out of Memory Error: failed to offload data block: max_temp_directory_size')),
  ).toBe('disk');
  expect(exhausted(new Error('IO Error: Could not write: No space left on device'))).toBe('disk');
  expect(exhausted(new Error('Out of Memory Error: could not allocate block'))).toBe('memory');
  expect(exhausted(new Error('Invalid Input Error: bad'))).toBeNull();
});
