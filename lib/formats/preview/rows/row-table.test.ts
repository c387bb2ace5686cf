import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { linesTellApart } from './lines-tell-apart';
import { readCell } from './read-cell';
import { readRowTable } from './read-row-table';
import type { RowGiven, RowSample } from './row-table';
import { compressionOf, unpackHead } from './unpack-head';

function sampleOf(
  content: string | Uint8Array,
  format: 'csv' | 'json' | 'ndjson' = 'csv',
  whole = true,
): RowSample {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { format, bytes, whole, fileBytes: bytes.length, packedBytes: bytes.length };
}
const csv = (content: string, given: RowGiven = {}) => readRowTable(sampleOf(content), given);
const typesOf = (table: ReturnType<typeof csv>) =>
  Object.fromEntries(table.columns.map((it) => [it.name, it.type]));
const column = (name: string, values: readonly string[]) =>
  csv(`row_id,${name}\n${values.map((it, i) => `${i + 1},${it}\n`).join('')}`);

describe('what a column is', () => {
  test.each([
    ['whole numbers', ['1', '-20', '300'], 'bigint'],
    ['decimals with room', ['1.5', '20.25'], 'decimal(18,2)'],
    ['dates', ['2024-01-02', '2024-12-31'], 'date'],
    ['points in time', ['2024-01-02 10:11:12', '2024-12-31 00:00:00'], 'timestamp'],
    ['true and false', ['true', 'false'], 'boolean'],
    ['text', ['a', 'b'], 'text'],
  ])('%s', (_, values, type) => {
    const table = column('v_1', values);
    expect(typesOf(table).v_1).toBe(type);
    expect(table.questions).toEqual([]);
  });

  test('leading zeros and more than 15 digits stay text without a question, and it says so', () => {
    const zeros = column('v_1', ['007', '12', '013']);
    expect(zeros.columns[1]).toMatchObject({ type: 'text', note: 'Kept as text: 67 % start with 0' });
    const long = column('v_1', ['1234567890123456', '12']);
    expect(long.columns[1]).toMatchObject({
      type: 'text',
      note: 'Kept as text: 50 % have more than 15 digits',
    });
    expect([...zeros.questions, ...long.questions]).toEqual([]);
  });

  test('fill rate and the line of each record, also behind line ends in quotes', () => {
    const table = csv('a_1,b_1\n1,"x\ny"\n2,\n\n3,z\n');
    expect(table.columns.map((it) => it.filled)).toEqual([1, 2 / 3]);
    expect(table.records.map(({ number, line }) => [number, line])).toEqual([
      [1, 2],
      [2, 4],
      [3, 6],
    ]);
    expect(table.records[1]?.cells).toEqual(['2', null]);
  });
});

describe('questions about a column', () => {
  test('day or month first is asked when every value can be read both ways', () => {
    const table = column('period_on', ['01/02/2024', '01/01/2024', '03/02/2024']);
    const [question] = table.questions;
    expect(typesOf(table).period_on).toBe('text');
    expect(question).toMatchObject({
      column: 1,
      text: 'which part is the day? All 3 different values can be read both ways.',
      answers: [
        {
          label: 'Day first',
          example: '01/02/2024 = 1 Feb 2024',
          change: { columns: { 1: { type: 'date', dateOrder: 'dmy' } } },
        },
        { label: 'Month first', example: '01/02/2024 = 2 Jan 2024', follows: '1 Jan 2024 to 2 Mar 2024' },
        { id: 'text', change: { columns: { 1: { type: 'text' } } } },
      ],
    });
  });

  test('one value beyond 12 settles it for the column, without a question', () => {
    const table = column('period_on', ['01/02/2024', '13/02/2024']);
    expect(table.questions).toEqual([]);
    expect(table.columns[1]).toMatchObject({
      type: 'date',
      dateOrder: 'dmy',
      note: 'Day first: 13/02/2024 can be read one way only',
    });
  });

  test('dates in both orders say how many records each answer would reject', () => {
    const [question] = column('period_on', ['13/02/2024', '02/13/2024', '02/14/2024']).questions;
    expect(question?.answers.map((it) => it.follows)).toEqual([
      '2 of 3 would be bad rows',
      '1 of 3 would be bad rows',
      'nothing is lost',
    ]);
  });

  test('numbers past 64 bits', () => {
    const table = column('v_1', ['12345678901234567890', '7']);
    expect(typesOf(table).v_1).toBe('text');
    expect(table.questions[0]?.answers[0]).toMatchObject({
      example: '12345678901234567890 = 12345678901234567890',
      follows: 'every digit is kept',
      change: { columns: { 1: { type: 'hugeint' } } },
    });
  });

  test('yes and no', () => {
    const [question] = column('v_1', ['yes', 'no', 'yes']).questions;
    expect(question?.answers.map((it) => [it.id, it.example])).toEqual([
      ['boolean', 'yes = true, no = false'],
      ['text', 'decide later'],
    ]);
  });

  test('mixed: the odd values may mean empty, be bad rows, or all stays text', () => {
    const values = [...Array.from({ length: 19 }, (_, i) => `${i}.5`), 'n/a'];
    const table = column('v_1', values);
    const [question] = table.questions;
    expect(question?.text).toBe('what is “n/a”? 1 of 20 values are no numbers.');
    expect(question?.answers.map((it) => it.id)).toEqual(['null', 'bad', 'text']);
    expect(question?.answers[0]?.change).toEqual({
      csv: { nullTexts: ['n/a'] },
      columns: { 1: { type: 'decimal(18,1)' } },
    });
  });

  test('an answer does not take the question away', () => {
    const given = { csv: { nullTexts: ['n/a'] } };
    const values = [...Array.from({ length: 19 }, (_, i) => `${i}`), 'n/a'].map((it, i) => `${i},${it}`);
    const table = csv(`row_id,v_1\n${values.join('\n')}`, given);
    expect(table.questions.map((it) => it.id)).toEqual(['column-1']);
    expect(typesOf(table).v_1).toBe('bigint');
  });
});

describe('decimal marks', () => {
  test('a decimal comma is asked once for the file', () => {
    const table = csv('name_1;price_1;weight_1\na;1,5;2,25\nb;12,75;3,5\n');
    expect(table.questions).toHaveLength(1);
    expect(table.questions[0]).toMatchObject({
      text: 'Is the comma in 1,5 the decimal mark? It is about price_1, weight_1.',
      answers: [{ id: 'comma', example: '1,5 = 1.5' }, { id: 'text' }],
    });
    const answered = csv('name_1;price_1\na;1,5\nb;12,75\n', { csv: { decimalMark: ',' } });
    expect(typesOf(answered).price_1).toBe('decimal(18,2)');
  });

  test('1,234 alone may be either; 2,024.99 settles it without a question', () => {
    const either = csv('name_1;price_1\na;1,234\nb;5,678\n');
    expect(either.questions[0]?.answers.map((it) => [it.id, it.example])).toEqual([
      ['comma', '1,234 = 1.234'],
      ['group', '1,234 = 1234'],
      ['text', 'decide later'],
    ]);
    const settled = csv('name_1;price_1\na;"2,024.99"\nb;9.50\n');
    expect(settled.questions).toEqual([]);
    expect(settled.csv).toMatchObject({ decimalMark: '.', thousands: ',' });
    expect(typesOf(settled).price_1).toBe('decimal(18,2)');
  });

  test('a comma that is not between groups of three is no separator of thousands', () => {
    const grouped = csv('name_1;price_1;size_1\na;1,234;1,5\nb;9,999;2,75\n', { csv: { thousands: ',' } });
    expect(typesOf(grouped)).toMatchObject({ price_1: 'bigint', size_1: 'text' });
    const cell = { type: 'double' } as const;
    expect(readCell('1.5', cell, { decimalMark: ',', thousands: '', nullTexts: [] })).toMatchObject({
      kind: 'bad',
    });
  });
});

describe('questions about the table', () => {
  test('a first line of values', () => {
    const table = csv('1,2.5\n2,3.5\n');
    expect(table.questions[0]).toMatchObject({
      id: 'header',
      answers: [{ id: 'header' }, { id: 'record' }, { id: 'text' }],
    });
    const answered = csv('1,2.5\n2,3.5\n', { csv: { header: false, skipRows: 0 } });
    expect(answered.columns.map((it) => [it.name, it.type])).toEqual([
      ['column_1', 'bigint'],
      ['column_2', 'decimal(18,1)'],
    ]);
    expect(answered.questions.map((it) => it.id)).toEqual(['header']);
  });

  test('a first line that is text like all others', () => {
    expect(csv('Anna,Paris\nMarek,Brno\n').questions.map((it) => it.id)).toEqual(['header']);
    expect(csv('name,city\nAnna,Paris\nMarek,Brno\n').questions).toEqual([]);
  });

  test('lines above the table', () => {
    const text = 'Sales report\nMade on Monday\nid,qty,price\n1,2,3.5\n2,3,4.5\n3,3,4.5\n';
    const table = csv(text);
    expect(table.questions.map((it) => it.id)).toEqual(['preamble']);
    expect(table.columns.map((it) => it.name)).toEqual(['id', 'qty', 'price']);
    const [answer] = table.questions[0]?.answers ?? [];
    expect(answer).toMatchObject({ label: 'Line 3 is the header', example: 'id,qty,price' });
    const answered = csv(text, { csv: answer?.change.csv ?? {} });
    expect(answered.columns.map((it) => it.name)).toEqual(['id', 'qty', 'price']);
    expect(answered.records[0]).toEqual({ number: 1, line: 4, cells: ['1', '2', '3.5'] });
  });

  test('two header lines', () => {
    const text = 'id,weight,price\n,kg,EUR\n1,2.5,3\n2,3.5,4\n3,3.5,4\n';
    const [question] = csv(text).questions;
    expect(question?.id).toBe('header-rows');
    const answered = csv(text, { csv: question?.answers[0]?.change.csv ?? {} });
    expect(answered.columns.map((it) => it.name)).toEqual(['id', 'weight kg', 'price EUR']);
    expect(answered.records).toHaveLength(3);
  });

  test('two header lines, the first of values and empty cells', () => {
    const [question] = csv(',,2025,2026\nregion,store,sales,sales\nEast,12,1,2\nWest,13,5,6\n').questions;
    expect(question).toMatchObject({
      id: 'header',
      answers: [
        {
          id: 'two',
          example: 'Columns region, store, 2025 sales, 2026 sales',
          change: { csv: { headerRows: 2 } },
        },
        { id: 'header', example: 'Columns (empty), (empty), 2025, 2026' },
        { id: 'record', example: 'column_1 = empty' },
        { id: 'text' },
      ],
    });
  });
});

test('lines tell records apart, unless several stand in one', () => {
  const json = (text: string) => readRowTable(sampleOf(text, 'json'), {});
  expect(linesTellApart(json('[{"a": 1},\n{"a": 2}]').records)).toBe(true);
  expect(linesTellApart(json('[{"a": 1}, {"a": 2}]').records)).toBe(false);
});

describe('bytes', () => {
  test.each([
    ['utf-8', new TextEncoder().encode('naïve_1,b\nÅ,1\n')],
    ['utf-16le', utf16('naïve_1,b\nÅ,1\n', true)],
    ['utf-16be', utf16('naïve_1,b\nÅ,1\n', false)],
    ['iso-8859-1', Uint8Array.from('naïve_1,b\nÅ,1\n', (char) => char.charCodeAt(0))],
    ['windows-1252', Uint8Array.from('naïve_1,b\nÅ,1\n\x80,2\n', (char) => char.charCodeAt(0))],
  ])('%s', (encoding, bytes) => {
    const table = readRowTable(sampleOf(bytes), {});
    expect(table.encoding).toBe(encoding);
    expect(table.columns[0]?.name).toBe('naïve_1');
    expect(table.records[0]?.cells[0]).toBe('Å');
  });

  const text = `id,name\n${Array.from({ length: 30_000 }, (_, i) => `${i},name ${i}\n`).join('')}`;
  test.each([
    ['gzip', gzipSync(text)],
    ['zstd', zstdFrame(text)],
  ] as const)('the beginning of a %s file is unpacked, not all of it', async (kind, bytes) => {
    expect(compressionOf(bytes)).toBe(kind);
    const head = await unpackHead(new Blob([bytes as BlobPart]), kind, 100_000);
    expect(head).toMatchObject({ whole: false });
    expect(new TextDecoder().decode(head.bytes)).toBe(text.slice(0, 100_000));
    const all = await unpackHead(new Blob([bytes as BlobPart]), kind, 10_000_000);
    expect(all).toMatchObject({ whole: true, packedBytes: bytes.length });
  });

  test('a damaged packed file is said', async () => {
    const cut = gzipSync(text).subarray(0, 2000);
    await expect(unpackHead(new Blob([cut as BlobPart]), 'gzip', 10_000_000)).rejects.toThrow(
      /cut off|damaged/,
    );
  });
});

describe('JSON', () => {
  test('an array of objects; numbers keep their digits, text in quotes stays text', () => {
    const text =
      '[{"id": 9007199254740993, "code": "007", "on": true, "at": {"x": [1]}}, {"id": 2, "extra": null}]';
    const table = readRowTable(sampleOf(text, 'json'), {});
    expect(typesOf(table)).toEqual({ id: 'bigint', code: 'text', on: 'boolean', at: 'json', extra: 'text' });
    expect(table.records.map((it) => it.cells)).toEqual([
      ['9007199254740993', '007', 'true', '{"x": [1]}', null],
      ['2', null, null, null, null],
    ]);
  });

  test('lines, cut at the end; and records inside of an object', () => {
    const lines = readRowTable(sampleOf('{"a": 1}\n{"a": 2}\n{"a": 3', 'ndjson', false), {});
    expect(lines.records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, '1'],
      [2, '2'],
    ]);
  });

  test('records inside of an object are asked for, and read where the answer says', () => {
    const text = '{"meta": {"n": 1, "tags": [{"t": "x"}]}, "list": [1], "data": [{"a": 1}, {"a": 2}]}';
    const found = readRowTable(sampleOf(text, 'json'), {});
    expect(found).toMatchObject({ path: 'meta.tags', paths: ['meta.tags', 'data', ''] });
    const [question] = found.questions;
    expect(question?.answers.map(({ label, change }) => [label, change.path])).toEqual([
      ['Records in “meta.tags”', 'meta.tags'],
      ['Records in “data”', 'data'],
      ['The object itself, one record', ''],
    ]);
    const inside = readRowTable(sampleOf(text, 'json'), { path: 'data' });
    expect(inside).toMatchObject({ path: 'data', count: { count: 2, exact: true } });
    const itself = readRowTable(sampleOf(text, 'json'), { path: '' });
    expect(itself.columns.map((it) => it.name)).toEqual(['meta', 'list', 'data']);
    expect(() => readRowTable(sampleOf(text, 'json'), { path: 'list' })).toThrow(
      /no array of objects at “list”/,
    );
    const cut = readRowTable(sampleOf(text.slice(0, -12), 'json', false), { path: 'data' });
    expect(cut.records.map(({ cells }) => cells)).toEqual([['1']]);
  });

  test('what is no JSON of records is said', () => {
    expect(() => readRowTable(sampleOf('[1, 2]', 'json'), {})).toThrow(/no JSON records/);
  });
});

function utf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), little);
  return new Uint8Array(view.buffer);
}

/** A Zstandard frame of raw blocks: Node 20 has no compressor for it. */
function zstdFrame(text: string): Uint8Array {
  const content = new TextEncoder().encode(text);
  const parts: number[] = [0x28, 0xb5, 0x2f, 0xfd, 0x80, 0x58];
  parts.push(...new Uint8Array(new Uint32Array([content.length]).buffer));
  const BLOCK = 100_000;
  for (let at = 0; at < content.length; at += BLOCK) {
    const block = content.subarray(at, at + BLOCK);
    const isLast = at + BLOCK >= content.length ? 1 : 0;
    const head = (block.length << 3) | isLast;
    parts.push(head & 255, (head >> 8) & 255, (head >> 16) & 255);
    for (const byte of block) parts.push(byte);
  }
  return Uint8Array.from(parts);
}
