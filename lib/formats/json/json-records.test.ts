import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectJson } from './detect-json';
import { type JsonRecord, JsonScanner } from './json-scanner';
import { splitObject } from './split-object';

function scan(kind: 'lines' | 'array', text: string, chunk: number) {
  const records: JsonRecord[] = [];
  const scanner = new JsonScanner(kind, (record) => records.push(record));
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += chunk) scanner.push(bytes.subarray(at, at + chunk));
  return { records, whole: scanner.end(), bytes };
}

const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 8 });

test('whatever the objects are: their texts, places and values come back, in chunks of any size', () => {
  fc.assert(
    fc.property(objects, fc.integer({ min: 1, max: 50 }), fc.constantFrom(0, 2), (values, chunk, indent) => {
      const array = scan('array', JSON.stringify(values, null, indent), chunk);
      expect(array.whole).toBe(true);
      const lines = scan('lines', values.map((value) => `${JSON.stringify(value)}\r\n`).join('\n'), chunk);
      for (const { records, bytes } of [array, lines]) {
        expect(records.map(({ text }) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(values)));
        for (const { text, start, line } of records) {
          const before = new TextDecoder().decode(bytes.subarray(0, start));
          expect(line).toBe(before.split('\n').length);
          expect(new TextDecoder().decode(bytes.subarray(start)).startsWith(text)).toBe(true);
        }
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('the cells of a record are what it says, to the letter', () => {
  expect(
    splitObject('{"a": 12345678901234567890.10, "b":"x\\n\\"", "c" : null,"d":[1, {"e":"]"}],"f":true}'),
  ).toEqual([
    { name: 'a', cell: '12345678901234567890.10', kind: 'number' },
    { name: 'b', cell: 'x\n"', kind: 'string' },
    { name: 'c', cell: null, kind: null },
    { name: 'd', cell: '[1, {"e":"]"}]', kind: 'nested' },
    { name: 'f', cell: 'true', kind: 'boolean' },
  ]);
  expect(splitObject('{}')).toEqual([]);
});

test('any object is split into its own members', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const cells = splitObject(JSON.stringify(value));
      if (!Array.isArray(cells)) return expect(cells.code).toBe('BAD_CHARACTER');
      const back = cells.map(({ name, cell, kind }) => [
        name,
        kind === 'string' ? cell : JSON.parse(cell ?? 'null'),
      ]);
      expect(back).toEqual(Object.entries(JSON.parse(JSON.stringify(value))));
    }),
    { seed: 2, numRuns: 300 },
  );
});

test.each([
  ['{"a":1', 'BAD_JSON'],
  ['[1]', 'NOT_AN_OBJECT'],
  ['null', 'NOT_AN_OBJECT'],
  ['{"a":1,"a":2}', 'REPEATED_NAME'],
  ['{"a":"\\u0000"}', 'BAD_CHARACTER'],
  ['{"a":"\\ud800"}', 'BAD_CHARACTER'],
])('%s is no record: %s', (text, code) => {
  expect(splitObject(text)).toMatchObject({ code });
});

test.each([['[{"a":1},\n{"a":2'], ['[{"a":1}] x'], ['[{"a":"1}]']])(
  'an array that does not end as it should is told: %j',
  (text) => {
    expect(scan('array', text, 5).whole).toBe(false);
  },
);

test('arrays, lines, single objects and other texts are told apart', () => {
  expect(detectJson(' [ {"a":1} ]', true)).toEqual({ kind: 'array' });
  expect(detectJson('{"a":1}\n{bad\n', true)).toEqual({ kind: 'lines' });
  expect(detectJson('{bad\n{"a":1}\n', true)).toBe(null);
  expect(detectJson('{\n "a": [1]\n}', true)).toMatchObject({ kind: 'problem' });
  expect(detectJson('[x];b\n1;2\n', true)).toBe(null);
  expect(detectJson('a,b\n', true)).toBe(null);
});
