import { afterAll, expect, test } from 'vitest';
import { removeWorkerFolders } from '@/scripts/test/import-worker';
import { csv, runRows } from '@/scripts/test/run-rows';

afterAll(removeWorkerFolders);

/** More than 4 MiB, so that it is read while it is counted. */
const RECORDS = 60_000;
const line = (id: number) => `${id},${'x'.repeat(70)},a`;

/** A large file that is plain at its head; `others` stand for the records with these numbers. */
function large(others: Record<number, string> = {}, end = '\n') {
  const lines = Array.from({ length: RECORDS }, (_, index) => others[index + 1] ?? line(index + 1));
  return csv(`id,text,note\n${lines.join(end)}${end}`);
}

const SUMMARY =
  'SELECT count(*) AS rows, sum(id)::BIGINT AS ids, max(_record) AS record, max(_line) AS line, max(length(text)) AS longest FROM rows_1';
const IDS = (RECORDS * (RECORDS + 1)) / 2;
const plain = { rows: String(RECORDS), ids: String(IDS), record: String(RECORDS), longest: '70' };

test.each([
  { what: 'all of it is plain', file: large(), expected: { line: String(RECORDS + 1) } },
  {
    what: 'line ends are inside quotes far down',
    file: large({ 59000: '59000,"one\ntwo",a' }),
    expected: { line: String(RECORDS + 2) },
  },
  {
    what: 'other line ends come far down',
    file: large({ 59000: `${line(59_000)}\r` }),
    expected: { line: String(RECORDS + 1) },
  },
  {
    what: 'blank lines come far down',
    file: large({ 59000: `${line(59_000)}\n` }),
    expected: { line: String(RECORDS + 2) },
  },
  {
    what: 'a record is too long for row groups',
    file: large({ 59000: `59000,${'y'.repeat(100_000)},a` }),
    expected: { line: String(RECORDS + 1), longest: '100000' },
  },
])('a large text is read whole and unshifted: $what', async ({ file, expected }) => {
  const run = await runRows([file]);
  expect(run.last).toMatchObject({
    type: 'staged',
    files: [{ read: RECORDS, staged: RECORDS, rejected: 0 }],
  });
  expect(await run.query(SUMMARY)).toEqual([{ ...plain, ...expected }]);
});

test('a record that cannot be split far down in a large text is rejected, and the others keep their numbers', async () => {
  const run = await runRows([large({ 59000: '59000,"a"b,c' })]);
  expect(run.last).toMatchObject({
    type: 'staged',
    files: [{ read: RECORDS, staged: RECORDS - 1, rejected: 1 }],
  });
  expect(await run.query(SUMMARY)).toEqual([
    { ...plain, rows: String(RECORDS - 1), ids: String(IDS - 59_000), line: String(RECORDS + 1) },
  ]);
});

test('a quote that is never closed ends the reading beside the count, and is told', async () => {
  const run = await runRows([large({ 59000: '59000,"a,c' })]);
  expect(run.last).toMatchObject({ type: 'failed', code: 'unreadable-file' });
});
