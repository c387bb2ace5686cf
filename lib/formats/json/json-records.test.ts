import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectJson } from './detect-json';
import { findArrays } from './find-arrays';
import { isJsonPrefix } from './is-json-prefix';
import { joinPath, splitPath } from './json-path';
import { type JsonPlace, type JsonRecord, JsonScanner } from './json-scanner';
import { splitObject } from './split-object';

function scan(kind: JsonPlace, text: string, chunk: number) {
  const records: JsonRecord[] = [];
  const scanner = new JsonScanner(kind, (record) => records.push(record));
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += chunk) scanner.push(bytes.subarray(at, at + chunk));
  const whole = scanner.end();
  return { records, whole, fault: scanner.pathFault, bytes };
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

/** A document with the records at a path, among members of all kinds. */
const documents = fc.record({
  names: fc.array(fc.string({ maxLength: 6 }), { minLength: 1, maxLength: 4 }),
  records: objects,
  around: fc.array(
    fc.dictionary(fc.string({ maxLength: 6 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 }),
    {
      minLength: 4,
      maxLength: 4,
    },
  ),
});

/** Written by hand, so that members stand before and after the one that leads on, whatever the names. */
function written(
  names: readonly string[],
  records: unknown,
  around: readonly object[],
  space: string,
): string {
  const [name = '', ...others] = names;
  const members = Object.entries(around[0] ?? {}).filter(([key]) => key !== name);
  const inner =
    others.length === 0 ? JSON.stringify(records) : written(others, records, around.slice(1), space);
  const texts = members.map(
    ([key, value]) => `${JSON.stringify(key)}${space}:${space}${JSON.stringify(value)}`,
  );
  texts.splice(Math.floor(texts.length / 2), 0, `${JSON.stringify(name)}${space}:${inner}`);
  return `{${space}${texts.join(`${space},${space}`)}${space}}`;
}

test('records inside of a document come back from where their path leads, whatever is around them', () => {
  fc.assert(
    fc.property(
      documents,
      fc.integer({ min: 1, max: 50 }),
      fc.constantFrom('', ' ', '\n\t'),
      ({ names, records, around }, chunk, space) => {
        const text = written(names, records, around, space);
        const path = joinPath(names);
        expect(splitPath(path)).toEqual(names);
        const found = scan({ path: splitPath(path) }, text, chunk);
        expect(found.whole).toBe(true);
        expect(found.fault).toBeNull();
        expect(found.records.map((record) => JSON.parse(record.text))).toEqual(
          JSON.parse(JSON.stringify(records)),
        );
        for (const record of found.records) {
          const before = new TextDecoder().decode(found.bytes.subarray(0, record.start));
          expect(record.line).toBe(before.split('\n').length);
        }
        const listed = findArrays(text).map((array) => array.path);
        if (records.length > 0) expect(listed).toContain(path);
      },
    ),
    { seed: 3, numRuns: 300 },
  );
});

test('any beginning of a document, cut between its tokens, may be one; with anything before its end taken away it is none', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const text = JSON.stringify(value, null, 1);
      const lines = text.split('\n');
      for (let count = 1; count <= lines.length; count += 1)
        expect(isJsonPrefix(lines.slice(0, count).join('\n'))).toBe(true);
      expect(isJsonPrefix(`${text} 1`)).toBe(false);
      expect(isJsonPrefix(`x${text}`)).toBe(false);
    }),
    { seed: 4, numRuns: 100 },
  );
});

test.each([
  ['{"a":{"b":[{"x":1}]}}', 'a.b', null, 1],
  ['{"a":[{"b":[{"x":1}]}]}', 'a.b', 'missing', 0],
  ['{"a":{"c":[{"x":1}]},"b":[{"x":2}]}', 'a.b', 'missing', 0],
  ['{"a":null,"z":1}', 'a', 'missing', 0],
  ['{"a":"a","b":[{"a":1}]}', 'a', 'missing', 0],
  ['{"a":[{"x":1}],"b":{"a":[{"x":2}]},"a":[{"x":3}]}', 'a', 'repeated', 1],
  ['{"\\u0061":[{"x":1}]}', 'a', null, 1],
  ['{"a.b":[{"x":1}],"a":{"b":[{"x":2},{"x":3}]}}', 'a\\.b', null, 1],
  ['{"my data":[{"x":1}]}', 'my data', null, 1],
])('%s, the records at %s: %s', (text, path, fault, count) => {
  const found = scan({ path: splitPath(path) }, text, 3);
  expect([found.fault, found.records.length]).toEqual([fault, count]);
});

test.each(['{"a":[{"x":1}]', '{"a":[{"x":1}]} x', '{"a":[{"x":1}'])(
  'a document that does not end: %s',
  (text) => {
    expect(scan({ path: ['a'] }, text, 4).whole).toBe(false);
  },
);

test('arrays, lines, single objects and other texts are told apart', () => {
  expect(detectJson(' [ {"a":1} ]', true)).toEqual({ kind: 'array' });
  expect(detectJson('{"a":1}\n{bad\n', true)).toEqual({ kind: 'lines' });
  expect(detectJson('{bad\n{"a":1}\n', true)).toBe(null);
  expect(detectJson('{\n "a": [1]\n}', true)).toMatchObject({ kind: 'problem' });
  expect(detectJson('{\n "a": [{"b":1}]\n}', true)).toEqual({
    kind: 'document',
    arrays: [{ path: 'a', at: 8 }],
    isOneLine: false,
  });
  expect(detectJson('{"a": [{"b":1}]}\n', true)).toMatchObject({ kind: 'document', isOneLine: true });
  expect(detectJson('{"a": [{"b":1}]}\n{"a": []}', true)).toEqual({ kind: 'lines' });
  expect(detectJson('{"a": [1]}', true)).toEqual({ kind: 'lines' });
  // The last record has a line of its own, as those of lines of JSON have.
  expect(detectJson('{"a": [\n{"b":1},\n{"b":2}\n]}', true)).toMatchObject({ kind: 'document' });
  expect(detectJson('{"a":\n{"b":1}\n{"b":2}\n', true)).toEqual({ kind: 'lines' });
  expect(detectJson('[x];b\n1;2\n', true)).toBe(null);
  expect(detectJson('a,b\n', true)).toBe(null);
});
