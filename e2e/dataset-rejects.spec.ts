import { readFile } from 'node:fs/promises';
import { startAndOpen } from './fixtures/import-dialog';
import { importLines } from './fixtures/one-call-import';
import { expect, test } from './fixtures/server';

const FIELDS = {
  onBadRecord: 'keep',
  maxRejectPercent: '80',
  formats: JSON.stringify([
    {
      file: 1,
      kind: 'rows',
      dataset: 'staff',
      columns: [
        { name: 'staff_id', as: 'staff_id', type: 'integer' },
        { name: 'salary', as: 'salary', type: 'integer' },
      ],
    },
  ]),
  datasets: JSON.stringify({ staff: { mode: 'upsert', key: ['staff_id'] } }),
};

test('what all loads of a dataset rejected is seen in groups and one by one, downloaded and corrected', async ({
  page,
  headwater,
}, info) => {
  const load = (name: string, lines: readonly string[]) =>
    importLines(headwater.url, info, name, lines, FIELDS);
  await load('clean.csv', ['staff_id,salary', '9,900']);
  await page.goto('/datasets/main.staff?tab=rejects');
  await expect(page.getByText('No record was rejected')).toBeVisible();
  await load('jan.csv', ['staff_id,salary', '1,100', '2,n/a', 'x,300']);
  await load('feb.csv', ['staff_id,salary', '3,n/a', '4,400']);

  await page.goto('/datasets/main.staff');
  await page.getByRole('tab', { name: 'Rejects 3' }).click();
  await expect(page).toHaveURL(/tab=rejects/);
  const groups = page.getByRole('table', { name: 'Rejected records by column and code' });
  const salary = groups.getByRole('row', { name: /^salary/ });
  await expect(salary).toContainText('#3, #2');
  await expect(salary.getByRole('cell', { name: '2', exact: true })).toBeVisible();
  await expect(groups.getByRole('row', { name: /^staff_id/ })).toContainText('#2');

  await salary.getByRole('button', { name: /^List records: salary/ }).click();
  const records = page.getByRole('table', { name: 'Rejected records', exact: true });
  await expect(records.getByRole('row')).toHaveCount(3);
  await expect(records.getByRole('row').nth(1)).toContainText('feb.csv');
  await expect(records.getByRole('row').nth(1)).toContainText('3,n/a');
  await page.getByRole('button', { name: 'List all groups' }).click();
  await expect(records.getByRole('row')).toHaveCount(4);

  const loads = page.getByRole('table', { name: 'Loads that rejected records' });
  const january = loads.getByRole('row', { name: /^#2/ });
  const saving = page.waitForEvent('download');
  await january.getByRole('link', { name: 'jan_errors.csv 2' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  expect(text.split('\r\n').slice(0, 2)).toEqual([
    expect.stringMatching(/^staff_id,salary,_import,/),
    expect.stringMatching(/^2,n\/a,2,jan\.csv,2,3,salary,/),
  ]);

  await loads.getByRole('row', { name: /^#3/ }).getByRole('link', { name: 'Fix and re-import' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import #3' })).toBeVisible();
  await page.getByRole('button', { name: 'Fix and re-import' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Rejected records of #3')).toBeVisible();
  await expect(dialog.getByLabel('Dataset', { exact: true })).toHaveValue('staff');
  await dialog.getByLabel('Empty means').selectOption({ label: 'null, and n/a' });
  await startAndOpen(page);
  await expect(page.getByText('Brings the rejects of #3 again.')).toBeVisible();

  await page.goto('/datasets/main.staff?tab=rejects');
  await expect(loads.getByRole('row', { name: /^#3/ })).toContainText('came again in #4');
  await expect(january).not.toContainText('came again');
});
