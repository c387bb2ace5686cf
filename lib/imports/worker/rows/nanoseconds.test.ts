import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, expect, test } from 'vitest';
import { previewFile } from '@/lib/formats/preview/preview-file';
import { readRowTable } from '@/lib/formats/preview/rows/read-row-table';
import type { RowTable } from '@/lib/formats/preview/rows/row-table';
import type { RowType } from '@/lib/imports/row-type';
import { removeWorkerFolders } from '@/scripts/test/import-worker';
import { runRows } from '@/scripts/test/run-rows';

afterAll(removeWorkerFolders);

const FINE = 1_706_689_800_123_456_789n;
const ROUND = 1_706_689_800_123_456_000n;

/** A Parquet file with one column `at` of times in nanoseconds. */
function nanosFile(isZoned: boolean, values: bigint[]) {
  const buffer = parquetWriteBuffer({
    columnData: [{ name: 'at', data: values }],
    schema: [
      { name: 'root', num_children: 1 },
      {
        name: 'at',
        type: 'INT64',
        repetition_type: 'OPTIONAL',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: isZoned, unit: 'NANOS' },
      },
    ],
  });
  return { name: 'events.parquet', bytes: new Uint8Array(buffer) };
}

async function preview({ name, bytes }: ReturnType<typeof nanosFile>): Promise<RowTable> {
  const found = await previewFile(new File([bytes], name));
  if (found.kind !== 'rows') throw new Error(`It is ${found.kind}.`);
  return readRowTable(found.sample, {});
}

const load = (file: ReturnType<typeof nanosFile>, type?: RowType) =>
  runRows([file], {
    choices: [
      type === undefined ? null : { file: 1, kind: 'rows', columns: [{ name: 'at', as: 'at', type }] },
    ],
  });

const answers = (table: RowTable) => table.questions.map(({ answers }) => answers.map(({ id }) => id));

test('times finer than a microsecond are text unless somebody chooses: then they are rejected, and the dialog asked', async () => {
  const file = nanosFile(false, [FINE, ROUND]);
  const table = await preview(file);
  expect(answers(table)).toEqual([['text', 'bad']]);
  expect(table.questions[0]?.answers[1]?.follows).toBe('1 of 2 rejected so far');
  const free = await load(file);
  expect(await free.query('SELECT "at" FROM rows_1 ORDER BY _record')).toEqual([
    { at: '2024-01-31 08:30:00.123456789' },
    { at: '2024-01-31 08:30:00.123456' },
  ]);
  const chosen = await load(file, 'timestamp');
  expect(chosen.last).toMatchObject({ type: 'staged', files: [{ read: 2, staged: 1, rejected: 1 }] });
});

test('nanoseconds that are whole microseconds are times, without a question', async () => {
  const file = nanosFile(false, [ROUND]);
  expect(answers(await preview(file))).toEqual([]);
  const { last } = await load(file, 'timestamp');
  expect(last).toMatchObject({ type: 'staged', files: [{ staged: 1, rejected: 0 }] });
});

test('of times with a zone only microseconds can be read: they are asked about, and cut only where that was confirmed', async () => {
  const file = nanosFile(true, [FINE, ROUND]);
  const table = await preview(file);
  expect(answers(table)).toEqual([['cut', 'leave-out']]);
  expect(table.questions[0]?.answers[0]).toMatchObject({
    example: '2024-01-31 08:30:00.123456789+00 = 2024-01-31 08:30:00.123456+00',
    follows: '1 of 2 lose digits so far',
  });
  expect(table.records[0]?.cells).toEqual(['2024-01-31 08:30:00.123456+00']);
  const free = await load(file);
  expect(free.last).toMatchObject({
    type: 'failed',
    code: 'unrecognised-file',
    extra: { file: 'events.parquet', question: 'nanoseconds', column: 'at' },
  });
  const confirmed = await load(file, 'timestamptz');
  expect(confirmed.last).toMatchObject({ type: 'staged', files: [{ staged: 2, rejected: 0 }] });
});
