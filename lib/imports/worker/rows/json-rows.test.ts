import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { removeWorkerFolders } from '@/scripts/test/import-worker';
import { csv, runRows } from '@/scripts/test/run-rows';

afterAll(removeWorkerFolders);

const LINES = [
  '{"id":1,"long":12345678901234567890,"text":"a\\"b","nested":{"x":[1, 2]},"zip":"007"}',
  '{"id":2,"long":1,"text":null,"late":1.5}',
  '[1]',
  '{"id":3,"id":4}',
  '{"id":5,"text":"two\\nlines","zip":""}',
];

/** Where the text after so many lines begins, in bytes. */
const at = (lines: number, blank = 0) => String(LINES.slice(0, lines).join('\n').length + 1 + blank);

const rows = [
  { id: '1', long: '12345678901234567890', text: 'a"b', nested: '{"x":[1, 2]}', zip: '007', late: null },
  { id: '2', long: '1', text: null, nested: null, zip: null, late: '1.5' },
  { id: '5', long: null, text: 'two\nlines', nested: null, zip: '', late: null },
];

test('lines of JSON are rows to the letter; a broken line is a reject of its own with its place', async () => {
  const run = await runRows([csv(`${LINES.join('\n')}\n\n{broken}\n`, 'a.ndjson')]);
  expect(run.last).toMatchObject({
    type: 'staged',
    files: [{ format: 'ndjson', encoding: 'utf-8', delimiter: null, read: 6, staged: 3, rejected: 3 }],
  });
  expect(
    await run.query('SELECT * EXCLUDE (_file, _staged, _record, _line) FROM rows_1 ORDER BY id'),
  ).toEqual(rows);
  expect(
    await run.query('SELECT record, line, byte_offset, code, raw FROM stage_rejects ORDER BY record'),
  ).toEqual([
    { record: '3', line: '3', byte_offset: at(2), code: 'NOT_AN_OBJECT', raw: '[1]' },
    { record: '4', line: '4', byte_offset: at(3), code: 'REPEATED_NAME', raw: '{"id":3,"id":4}' },
    { record: '6', line: '7', byte_offset: at(5, 1), code: 'BAD_JSON', raw: '{broken}' },
  ]);
});

test('a JSON array is the same rows, with the lines its records begin on', async () => {
  const run = await runRows([csv(gzipSync(`[\n${LINES.join(',\n')}\n]`), 'a.json.gz')]);
  expect(run.last).toMatchObject({
    files: [{ format: 'json', compression: 'gzip', read: 5, staged: 3, rejected: 2 }],
  });
  expect(
    await run.query('SELECT * EXCLUDE (_file, _staged, _record, _line) FROM rows_1 ORDER BY id'),
  ).toEqual(rows);
  expect(await run.query('SELECT _record, _line FROM rows_1 ORDER BY id')).toEqual([
    { _record: '1', _line: '2' },
    { _record: '2', _line: '3' },
    { _record: '5', _line: '6' },
  ]);
});

test('a column that first comes far down, and other kinds of values there, lose nothing', async () => {
  const lines = Array.from({ length: 60_000 }, (_, index) => `{"id":${index},"v":${index}}`);
  lines.push('{"id":60000,"v":"n/a","extra":{"a":1}}');
  const run = await runRows([csv(lines.join('\n'), 'a.ndjson')]);
  expect(run.last).toMatchObject({ files: [{ read: 60_001, staged: 60_001 }] });
  expect(await run.query('SELECT v, extra, _line FROM rows_1 WHERE id >= 59999 ORDER BY id')).toEqual([
    { v: '59999', extra: null, _line: '60000' },
    { v: 'n/a', extra: '{"a":1}', _line: '60001' },
  ]);
});

/** The same records in a document, among others. */
const DOCUMENT = `{"page":{"of":[{"id":9}]},\n"data":{"items":[\n${LINES.join(',\n')}\n]},"next":null}`;
const recordsAt = (path: string) => ({ file: 1, kind: 'rows', json: { path } }) as const;

test('records inside of a document are the same rows, once it was said where they are', async () => {
  const asks = await runRows([csv(DOCUMENT, 'a.json')]);
  expect(asks.last).toMatchObject({
    ...{ code: 'unrecognised-file', detail: expect.stringContaining('“page.of”, “data.items”') },
    extra: { question: 'path', paths: ['page.of', 'data.items'] },
  });
  const run = await runRows([csv(gzipSync(DOCUMENT), 'a.json.gz')], { choices: [recordsAt('data.items')] });
  expect(run.last).toMatchObject({
    files: [{ format: 'json', compression: 'gzip', read: 5, staged: 3, rejected: 2 }],
  });
  expect(
    await run.query('SELECT * EXCLUDE (_file, _staged, _record, _line) FROM rows_1 ORDER BY id'),
  ).toEqual(rows);
  expect(await run.query('SELECT _record, _line FROM rows_1 ORDER BY id')).toEqual([
    { _record: '1', _line: '3' },
    { _record: '2', _line: '4' },
    { _record: '5', _line: '7' },
  ]);
  expect(await run.query('SELECT record, line, code, raw FROM stage_rejects ORDER BY record')).toEqual([
    { record: '3', line: '5', code: 'NOT_AN_OBJECT', raw: '[1]' },
    { record: '4', line: '6', code: 'REPEATED_NAME', raw: '{"id":3,"id":4}' },
  ]);
});

test('a document on one line is asked about too, and can be one record', async () => {
  const text = '{"id":1,"data":[{"a":1},{"a":2}]}';
  expect((await runRows([csv(text, 'a.json')])).last).toMatchObject({
    extra: { question: 'path', paths: ['data'] },
  });
  const one = await runRows([csv(text, 'a.json')], { choices: [recordsAt('')] });
  expect(one.last).toMatchObject({ files: [{ read: 1, staged: 1 }] });
  const two = await runRows([csv(text, 'a.json')], { choices: [recordsAt('data')] });
  expect(two.last).toMatchObject({ files: [{ read: 2, staged: 2 }] });
});

test.each([
  ['no array there', DOCUMENT, 'data', 'unrecognised-file', 'no array at “data”'],
  ['an array at the top', '[{"a":1}]', 'data', 'unrecognised-file', 'at the top'],
  ['cut in a record', DOCUMENT.slice(0, 120), 'data.items', 'unreadable-file', 'does not end'],
  ['cut after the records', DOCUMENT.slice(0, -3), 'data.items', 'unreadable-file', 'does not end'],
  ['a second document', `${DOCUMENT}{}`, 'data.items', 'unreadable-file', 'does not end'],
  ['the name twice', '{"a":[{"x":1}],\n"a":[{"x":2}]}', 'a', 'unreadable-file', 'more than once'],
])('a polluted document never ends as success: %s', async (_, text, path, code, detail) => {
  const { last } = await runRows([csv(text, 'a.json')], { choices: [recordsAt(path)] });
  expect(last).toMatchObject({ type: 'failed', code, detail: expect.stringContaining(detail) });
});

test('an array that is cut and a document without records fail with what to do', async () => {
  const failed = async (text: string) => (await runRows([csv(text, 'a.json')])).last;
  expect(await failed('[{"a":1},\n{"a":2')).toMatchObject({
    code: 'unreadable-file',
    extra: { line: 2, byteOffset: 10 },
  });
  expect(await failed('{\n "data": [{"a":1}]\n}')).toMatchObject({
    code: 'unrecognised-file',
    extra: { question: 'path' },
  });
  expect(await failed('[]')).toMatchObject({ code: 'unrecognised-file', extra: { question: 'columns' } });
});
