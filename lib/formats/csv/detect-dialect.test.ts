import { expect, test } from 'vitest';
import { detectDialect } from './detect-dialect';
import { NO_DELIMITER } from './dialect';

const detect = (text: string, whole = true) => detectDialect(new TextEncoder().encode(text), whole);

test.each([
  [',', 'a,b,c\n1,2,3\n'],
  [';', 'a;b;c\r\n1,5;2;3\r\n'],
  ['\t', 'a\tb\tc\n1,x\t2\t3\n'],
  ['|', 'a|b|c\n1,2|3;4|5\n'],
])('finds the delimiter %j', (delimiter, text) => {
  expect(detect(text)).toMatchObject({
    kind: 'dialect',
    dialect: { delimiter, quote: '"', bom: false },
    header: ['a', 'b', 'c'],
  });
});

test('delimiters inside quotes do not count', () => {
  expect(detect('"a;x";b\n"1;2;3";2\n')).toMatchObject({ dialect: { delimiter: ';' }, header: ['a;x', 'b'] });
});

test('rows decide between delimiters that both are in the header', () => {
  expect(detect('a,x;b,y;c\n1;2;3\n4;5;6\n')).toMatchObject({
    dialect: { delimiter: ';' },
    header: ['a,x', 'b,y', 'c'],
  });
});

test('one column has no delimiter, so commas are text', () => {
  expect(detect('command_text\nSELECT a, b\n')).toMatchObject({
    dialect: { delimiter: NO_DELIMITER },
    header: ['command_text'],
  });
});

test('a byte order mark is no part of the header; single quotes are seen in the header', () => {
  expect(detect("\ufeff'a','b'\n'1','2'\n")).toMatchObject({
    dialect: { bom: true, quote: "'" },
    header: ['a', 'b'],
  });
});

test('a text cut in the middle of a record still tells', () => {
  expect(detect('a,b\n1,2\n3', false)).toMatchObject({ dialect: { delimiter: ',' }, header: ['a', 'b'] });
});

test.each([
  ['', 'is empty'],
  ['  \n', 'is empty'],
  ['\na,b\n', 'begins with an empty line'],
  ['a,b\0\n', 'zero bytes'],
])('%j is a problem', (text, reason) => {
  expect(detect(text)).toMatchObject({ kind: 'problem', reason: expect.stringContaining(reason) });
});

test('a header longer than the head is a problem', () => {
  expect(detect('a,b,c', false)).toMatchObject({
    kind: 'problem',
    reason: expect.stringContaining('no header line'),
  });
});
