import { expect, test } from 'vitest';
import { importStateLook } from './import-state';
import { fileNames, firstName, importTitle, percentText, spokenProgress, timeLeft } from './import-words';

test.each([
  [[], 'no files'],
  [['a.csv'], 'a.csv'],
  [['a.csv', 'b.csv'], 'a.csv and b.csv'],
  [['a.csv', 'b.csv', 'c.csv', 'd.csv'], 'a.csv and 3 more'],
])('%j reads %s', (names, text) => expect(fileNames(names)).toBe(text));

test('time left and progress in words', () => {
  expect(timeLeft(52)).toBe('52 s left');
  expect(timeLeft(null)).toBe('estimating');
  expect(spokenProgress({ percent: 58.9, etaSeconds: 160 })).toBe('58 percent, 2 minutes 40 seconds left');
  expect(percentText(99.99)).toBe('99 %');
});

test('an import without a number has none in its title', () => {
  expect(importTitle({ number: 43 })).toBe('Import #43');
  expect(importTitle({ number: null })).toBe('Import');
  expect(firstName(' Anna Lindqvist ')).toBe('Anna');
});

test('a published import with rejects says so', () => {
  expect(importStateLook({ state: 'succeeded', receipt: null })).toMatchObject({
    tone: 'ok',
    label: 'Published',
  });
  const receipt = { rejected: 1440 } as never;
  expect(importStateLook({ state: 'succeeded', receipt })).toMatchObject({
    tone: 'warn',
    label: 'Published, 1,440 rejected',
  });
});
