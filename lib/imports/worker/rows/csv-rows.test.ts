import { afterAll, expect, test } from 'vitest';
import { FileChoice } from '@/lib/imports/row-choices';
import { removeWorkerFolders } from '@/scripts/test/import-worker';
import { csv, runRows } from '@/scripts/test/run-rows';

afterAll(removeWorkerFolders);

const ORDERS = `id,customer,amount,day,note
1,Ada,12.50,2026-01-31,first
2,Bob,3.00,2026-02-01,
3,"Cy, Jr",100.25,2026-02-02,"two
lines"
`;

test('any CSV is rows: types are found, records keep their file, number and line', async () => {
  const run = await runRows([csv(ORDERS)]);
  expect(run.last).toMatchObject({
    type: 'staged',
    files: [
      {
        role: 'rows',
        format: 'csv',
        dataset: 'main.rows',
        encoding: 'utf-8',
        compression: null,
        delimiter: ',',
        read: 3,
        staged: 3,
        rejected: 0,
      },
    ],
  });
  expect(await run.query('SELECT * EXCLUDE (_staged) FROM rows_1 ORDER BY _record')).toEqual([
    {
      id: '1',
      customer: 'Ada',
      amount: '12.50',
      day: '2026-01-31',
      note: 'first',
      _file: 1,
      _record: '1',
      _line: '2',
    },
    {
      id: '2',
      customer: 'Bob',
      amount: '3.00',
      day: '2026-02-01',
      note: null,
      _file: 1,
      _record: '2',
      _line: '3',
    },
    {
      id: '3',
      customer: 'Cy, Jr',
      amount: '100.25',
      day: '2026-02-02',
      note: 'two\nlines',
      _file: 1,
      _record: '3',
      _line: '4',
    },
  ]);
  const [staged] = await run.query('SELECT * FROM stage_datasets');
  expect(staged).toMatchObject({ k: 1, dataset: 'main.rows', key: '[]', mode: 'append', files: '[1]' });
  expect(JSON.parse(String(staged?.columns))).toEqual([
    { name: 'id', type: 'bigint', isNew: true, widenedFrom: null },
    { name: 'customer', type: 'text', isNew: true, widenedFrom: null },
    { name: 'amount', type: 'decimal(18,2)', isNew: true, widenedFrom: null },
    { name: 'day', type: 'date', isNew: true, widenedFrom: null },
    { name: 'note', type: 'text', isNew: true, widenedFrom: null },
  ]);
  expect(await run.query('FROM catalog_sources')).toEqual([]);
});

const GUESSES = {
  'leading zeros': ['007', 'text'],
  'a leading plus': ['+49', 'text'],
  '15 digits': ['123456789012345', 'bigint'],
  '16 digits': ['1234567890123456', 'text'],
  'a date in either order': ['03/04/2026', 'text'],
  'a date that only one order fits': ['31/01/2026', 'date'],
  'yes and no': ['yes', 'text'],
  'true and false': ['TRUE', 'boolean'],
  'a decimal comma': ['"1,5"', 'text'],
  'an exponent': ['1.5e10', 'double'],
  'a time with an offset': ['2026-01-31T10:00:00+02:00', 'timestamptz'],
  'a time without one': ['2026-01-31 10:00:00', 'timestamp'],
  'a UUID': ['47183823-2574-4bfd-b411-99ed177d3e43', 'uuid'],
  'hexadecimal digits': ['0x1F', 'text'],
  'an underscore': ['1_000', 'text'],
} as const;

test('without a choice a column gets the type that loses nothing, else it stays text', async () => {
  const cells = Object.values(GUESSES).map(([cell]) => cell);
  const line = `x,${cells.join(',')}\n`;
  const run = await runRows([csv(`name,${Object.keys(GUESSES).join(',')}\n${line}${line}`)]);
  expect(run.last).toMatchObject({ type: 'staged', files: [{ read: 2, staged: 2 }] });
  const [staged] = await run.query('SELECT columns FROM stage_datasets');
  const types = JSON.parse(String(staged?.columns)).slice(1);
  expect(types.map(({ name, type }: { name: string; type: string }) => `${name}: ${type}`)).toEqual(
    Object.entries(GUESSES).map(([name, [, type]]) => `${name}: ${type}`),
  );
  const notes = await run.query('SELECT code, message FROM stage_notes');
  expect(notes).toContainEqual({
    code: 'KEPT_AS_TEXT',
    message: expect.stringContaining('a date in either order: Every date can be read as day/month'),
  });
});

test('a cell far down that does not fit the guess makes the column wider, and nothing is lost', async () => {
  const lines = Array.from({ length: 40_000 }, (_, index) => `${index},${index},2026-01-01,${index}`);
  lines.push('40000,1.25,2026-01-01 10:30:00,007', '40001,3,2026-01-02,N/A');
  const run = await runRows([csv(`id,a,b,c\n${lines.join('\n')}\n`)]);
  expect(run.last).toMatchObject({ type: 'staged', files: [{ read: 40_002, staged: 40_002, rejected: 0 }] });
  expect(await run.query('SELECT a, b, c FROM rows_1 WHERE id >= 39999 ORDER BY id')).toEqual([
    { a: '39999.00', b: '2026-01-01 00:00:00', c: '39999' },
    { a: '1.25', b: '2026-01-01 10:30:00', c: '007' },
    { a: '3.00', b: '2026-01-02 00:00:00', c: 'N/A' },
  ]);
});

const TYPED = {
  file: 1,
  kind: 'rows',
  csv: {
    delimiter: ';',
    quote: '"',
    escape: '"',
    header: true,
    headerLine: 1,
    skipRows: 0,
    headerRows: 1,
    decimalMark: ',',
    thousands: '.',
    nullTexts: ['-', 'NULL'],
  },
  columns: [
    { name: 'Nr', as: 'id', type: 'integer', required: true },
    { name: 'Betrag', as: 'amount', type: 'decimal(10,2)', min: '0', max: '5000' },
    { name: 'Tag', as: 'day', type: 'date', dateOrder: 'dmy' },
    { name: 'Art', as: 'kind', type: 'text', allowed: ['A', 'B'], maxLength: 3 },
    { name: 'Rest', as: null, type: 'text' },
    { name: 'Ja', as: 'yes', type: 'boolean' },
  ],
} as const;
const HEADER = 'Nr;Betrag;Tag;Art;Rest;Ja\n';
const choices = [JSON.parse(JSON.stringify(TYPED))];

test('confirmed types, names, number and date formats hold', async () => {
  const run = await runRows(
    [csv(`${HEADER}1;1.234,50;3.4.2026;A;x;ja\n2;-;31/12/2026;B;y;no\n3; 7 ;NULL;;z;1\n`)],
    {
      choices,
    },
  );
  expect(run.last).toMatchObject({ type: 'staged', files: [{ read: 3, staged: 2, rejected: 1 }] });
  expect(await run.query('SELECT * EXCLUDE (_file, _staged, _line) FROM rows_1 ORDER BY _record')).toEqual([
    { id: 2, amount: null, day: '2026-12-31', kind: 'B', yes: false, _record: '2' },
    { id: 3, amount: '7.00', day: null, kind: null, yes: true, _record: '3' },
  ]);
  expect(await run.query('SELECT record, line, column_name, code FROM stage_rejects')).toEqual([
    { record: '1', line: '2', column_name: 'Ja', code: 'TYPE_MISMATCH' },
  ]);
});

test('one record with several bad cells is one reject with several reasons, each in words', async () => {
  const bad = 'x;9.999,999;32.1.2026;Cdef;;maybe';
  const run = await runRows([csv(`${HEADER}1;1,00;1.1.2026;A;;no\n${bad}\n;-5,00;;A;;\n`)], { choices });
  expect(run.last).toMatchObject({ type: 'staged', files: [{ read: 3, staged: 1, rejected: 2 }] });
  const rejects = await run.query('SELECT * FROM stage_rejects ORDER BY record');
  expect(rejects).toMatchObject([
    {
      _file: 1,
      record: '2',
      line: '3',
      byte_offset: '48',
      column_name: 'Nr',
      code: 'TYPE_MISMATCH',
      raw: bad,
    },
    { _file: 1, record: '3', line: '4', column_name: 'Nr', code: 'REQUIRED' },
  ]);
  const reasons = rejects.map((it) => JSON.parse(String(it.reasons)));
  expect(reasons[0].map((it: { column: string; code: string }) => `${it.column} ${it.code}`)).toEqual([
    'Nr TYPE_MISMATCH',
    'Betrag TYPE_MISMATCH',
    'Tag TYPE_MISMATCH',
    'Art TOO_LONG',
    'Art NOT_ALLOWED',
    'Ja TYPE_MISMATCH',
  ]);
  expect(reasons[0][0].message).toBe('Nr: expected a whole number (32 bits), found "x".');
  expect(reasons[1].map((it: { column: string; code: string }) => `${it.column} ${it.code}`)).toEqual([
    'Nr REQUIRED',
    'Betrag OUT_OF_RANGE',
  ]);
});

test('allowed values and limits are values of the type, however they are written', async () => {
  const choice = FileChoice.parse({
    file: 1,
    kind: 'rows',
    columns: [
      { name: 'code', as: 'code', type: 'text', minLength: 2, maxLength: 3 },
      { name: 'price', as: 'price', type: 'decimal(18,4)', allowed: ['1', '2.50'] },
      { name: 'day', as: 'day', type: 'date', min: '2024-01-31', allowed: ['2024-01-31', '2024-02-01'] },
      { name: 'at', as: 'at', type: 'time', max: '08:30:00' },
    ],
  });
  const good = 'ab,1,2024-01-31,08:30\nabc,2.5,2024-02-01,07:00\n,,,\n';
  const bad = 'a,3,2024-01-30,08:31\nabcd,2.51,2024-02-02,08:30:01\n';
  const run = await runRows([csv(`code,price,day,at\n${good}${bad}`)], { choices: [choice] });
  expect(run.last).toMatchObject({ type: 'staged', files: [{ read: 5, staged: 3, rejected: 2 }] });
  const rejects = await run.query('SELECT reasons FROM stage_rejects ORDER BY record');
  const codes = rejects.map((it) =>
    JSON.parse(String(it.reasons)).map((reason: { code: string }) => reason.code),
  );
  expect(codes).toEqual([
    ['TOO_SHORT', 'NOT_ALLOWED', 'NOT_ALLOWED', 'OUT_OF_RANGE', 'OUT_OF_RANGE'],
    ['TOO_LONG', 'NOT_ALLOWED', 'NOT_ALLOWED', 'OUT_OF_RANGE'],
  ]);
});

test.each([
  ['integer', ['1.5', '0x1F', '1_000', '2147483648', '1e3', '']],
  ['decimal(10,2)', ['1.255', '1e-9', '123456789.1', 'NaN']],
  ['date', ['2026-02-30', '2026-01-31 10:00', 'infinity', 'epoch', '20260131']],
  ['timestamp', ['2026-01-31 10:00:00+02', '2026-01-31 10:00:00.1234567', '2026-01-31T10:00Z', 'infinity']],
  ['double', ['nan', 'inf', '1e400', '1,5', '1_0']],
])('a cell that would change on its way into %s is rejected, never rounded or cut', async (type, cells) => {
  const filled = cells.filter((cell) => cell !== '');
  const text = `k;v\n${cells.map((cell, index) => `${index};"${cell}"`).join('\n')}\n`;
  const choice = {
    ...choices[0],
    csv: { ...TYPED.csv, decimalMark: '.', thousands: '', nullTexts: [] },
    columns: [
      { name: 'k', as: 'k', type: 'text' },
      { name: 'v', as: 'v', type },
    ],
  };
  const run = await runRows([csv(text)], { choices: [choice] });
  expect(run.last).toMatchObject({
    type: 'staged',
    files: [{ read: cells.length, rejected: filled.length }],
  });
});

test('a dataset keeps its types: what fits stays, what needs room widens, what narrows is rejected', async () => {
  const dataset = {
    columns: [
      { name: 'Id', type: 'integer' },
      { name: 'price', type: 'decimal(6,2)' },
      { name: 'n', type: 'integer' },
    ],
  } as const;
  const run = await runRows([csv('id,price,n\n1,2.50,x\n3000000000,1.125,5\n')], {
    dataset: { columns: [...dataset.columns] },
  });
  expect(run.last).toMatchObject({ type: 'staged', files: [{ read: 2, staged: 1, rejected: 1 }] });
  const [staged] = await run.query('SELECT columns FROM stage_datasets');
  expect(JSON.parse(String(staged?.columns))).toEqual([
    { name: 'Id', type: 'bigint', isNew: false, widenedFrom: 'integer' },
    { name: 'price', type: 'decimal(18,3)', isNew: false, widenedFrom: 'decimal(6,2)' },
    { name: 'n', type: 'integer', isNew: false, widenedFrom: null },
  ]);
  expect(await run.query('SELECT "Id", price, n FROM rows_1')).toEqual([
    { Id: '3000000000', price: '1.125', n: 5 },
  ]);
});

test.each([
  ['stop', null],
  ['ignore', ['Id']],
  ['add', ['Id', 'extra']],
] as const)('columns that the dataset does not have: %s', async (newColumns, columns) => {
  const run = await runRows([csv('id,extra\n1,x\n')], {
    dataset: { columns: [{ name: 'Id', type: 'integer' }], newColumns },
  });
  if (columns === null)
    expect(run.last).toMatchObject({
      type: 'failed',
      code: 'unrecognised-file',
      detail: expect.stringContaining('The dataset has no column "extra"'),
      extra: { file: 'rows.csv', question: 'columns' },
    });
  else {
    expect(run.last).toMatchObject({ type: 'staged', files: [{ staged: 1 }] });
    const [staged] = await run.query('SELECT columns FROM stage_datasets');
    expect(JSON.parse(String(staged?.columns)).map((it: { name: string }) => it.name)).toEqual(columns);
  }
});

// The engine joins few records in another way than many.
test.each([0, 5000])(
  'rows come in the order of the file, also where line ends are inside quotes and records cannot be split: %d more',
  async (more) => {
    const some = ['1,a', '2,"b\nb"', '3,c', '4,d,d', '5,"e\n\ne"', '6,f', '7,g,g', '8,h'];
    const lines = [...some, ...Array.from({ length: more }, (_, index) => `${index + 9},"x\ny"`)];
    const run = await runRows([csv(`id,note\n${lines.join('\n')}\n`)]);
    const ids = await run.query('SELECT id FROM rows_1');
    expect(ids.map(({ id }) => Number(id))).toEqual(
      lines.map((_, index) => index + 1).filter((id) => id !== 4 && id !== 7),
    );
  },
);
