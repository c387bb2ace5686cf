import { expect, test } from 'vitest';
import { previewFile } from '@/lib/formats/preview/preview-file';
import { StoredRowEdits } from '../../session/stored-rows';
import type { DraftFile } from '../draft-file';
import { fileChoice } from './file-choice';
import { changeColumn, noEdits, type RowEdits } from './row-edits';
import { planRowFile, whyNotRows } from './row-files';
import { noChecks } from './typed-checks';

async function salesFile(rows: RowEdits): Promise<DraftFile> {
  const file = new File(['id,amount\n1,10\n2,20\n'], 'sales.csv');
  const preview = await previewFile(file);
  return { key: 'sales', name: file.name, size: file.size, lastModified: 1, file, preview, rows };
}

async function planned(edits: RowEdits) {
  const file = planRowFile(await salesFile(edits), { 'main.sales': null });
  if (!file?.plan || file.view.table === null) throw new Error('The file is read as rows.');
  const { columns = [] } = fileChoice(1, 'main.sales', null, file.view.table, file.plan);
  return { amount: file.plan.columns[1], sent: columns[1], why: whyNotRows([file], {}, {}) };
}

const confirmed = changeColumn(noEdits, 1, { rules: { format: '%d', min: 1 } });

test('checks that were typed are told at the column and sent with it, in place of those confirmed before', async () => {
  expect((await planned(confirmed)).sent).toMatchObject({ format: '%d', min: 1 });
  const typed = changeColumn(confirmed, 1, { checks: { ...noChecks, required: true, max: '15' } });
  const { amount, sent, why } = await planned(typed);
  expect(why).toBeNull();
  expect(amount?.note).toBe('written as %d, required, up to 15');
  expect(sent).toEqual({
    ...{ name: 'amount', as: 'amount', type: 'bigint' },
    ...{ format: '%d', required: true, max: '15' },
  });
});

test('what is wrong stops the start with column, file and field, unless the column is not imported', async () => {
  const wrong = changeColumn(noEdits, 1, { checks: { ...noChecks, min: '20', max: '10' } });
  // Also after the page was loaded again: what is wrong is kept as it was typed.
  expect(StoredRowEdits.parse(JSON.parse(JSON.stringify(wrong)))).toEqual(wrong);
  expect((await planned(wrong)).why).toBe(
    'Correct the checks of amount in sales.csv: largest value: less than the smallest, 20',
  );
  expect((await planned(changeColumn(wrong, 1, { as: null }))).why).toBeNull();
});

test('another type forgets the limits, which are none of it, and keeps the other checks', async () => {
  const typed = changeColumn(noEdits, 1, { checks: { ...noChecks, required: true, min: '1' } });
  const { sent } = await planned(changeColumn(typed, 1, { type: 'text' }));
  expect(sent).toEqual({ name: 'amount', as: 'amount', type: 'text', required: true });
});

test('a confirmed limit that is no value of the type, as the column is now, is told at its field and stops the start', async () => {
  const before = changeColumn(noEdits, 1, { rules: { min: 'abc', allowed: ['10', '2.5'] } });
  const { amount, why } = await planned(before);
  expect(amount?.checkErrors).toEqual({ min: 'not a number', allowed: '2.5: not a whole number' });
  expect(why).toBe('Correct the checks of amount in sales.csv: smallest value: not a number');
  expect((await planned(changeColumn(before, 1, { as: null }))).why).toBeNull();
});
