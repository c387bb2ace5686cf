import { readFile, writeFile } from 'node:fs/promises';
import { chooseFiles, startAndOpen, textFile } from './fixtures/import-dialog';
import { importFiles } from './fixtures/one-call-import';
import { expect, test } from './fixtures/server';

const FORMATS = JSON.stringify([
  {
    file: 1,
    kind: 'rows',
    dataset: 'staff',
    columns: [
      { name: 'staff_id', as: 'staff_id', type: 'integer' },
      { name: 'salary', as: 'salary', type: 'integer' },
    ],
  },
]);

const staff = textFile('staff.csv', ['staff_id,salary', '1,100', '2,n/a', '3,lots', '4,400']);

test('rejected records are corrected by how they are read, then by hand, each time as a child of the import', async ({
  page,
  headwater,
}, info) => {
  const path = info.outputPath('staff.csv');
  await writeFile(path, staff.buffer);
  await importFiles(headwater.url, [path], {
    formats: FORMATS,
    datasets: JSON.stringify({ staff: { mode: 'replace', key: ['staff_id'] } }),
    onBadRecord: 'keep',
    maxRejectPercent: '60',
  });

  await page.goto('/imports/1');
  const rejected = page.getByRole('region', { name: 'Rejected', exact: true });
  const download = rejected.getByRole('link', { name: 'staff_errors.csv 2' });
  await expect(download).toBeVisible();
  await rejected.getByRole('button', { name: 'Fix and re-import' }).click();

  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Rejected records of #1')).toBeVisible();
  await expect(dialog.getByLabel('Dataset', { exact: true })).toHaveValue('staff');
  await expect(dialog.getByText('Rows with a known key are updated, others are added.')).toBeVisible();
  await expect(dialog.getByText('Says why, not imported')).toHaveCount(7);
  await expect(dialog.getByLabel('Most bad records in percent')).toHaveValue('60');
  await dialog.getByLabel('Empty means').selectOption({ label: 'null, and n/a' });
  await startAndOpen(page, 'Anna');
  await expect(page.getByText('Brings the rejects of #1 again.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'staff_errors.csv 1' })).toBeVisible();

  await page.getByRole('link', { name: '#1', exact: true }).click();
  await expect(page.getByText('Its rejects came again in #2.')).toBeVisible();

  // The second one is corrected by hand: the file tells by itself whose rejects it holds.
  await page.goto('/imports/2');
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'staff_errors.csv 1' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  const corrected = textFile('corrected.csv', text.replace('lots', '300').trim().split('\r\n'));
  await chooseFiles(page, [corrected]);
  await expect(dialog.getByText('Rejected records of #2')).toBeVisible();
  await expect(dialog.getByLabel('Dataset', { exact: true })).toHaveValue('staff');
  await startAndOpen(page);
  await expect(page.getByText('Brings the rejects of #2 again.')).toBeVisible();

  await page.goto('/imports');
  await expect(page.getByRole('row', { name: /#3/ })).toContainText('fixes rejects of #2');
  await page.goto('/datasets/main.staff?sort=staff_id');
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row')).toHaveCount(5);
  await expect(grid.getByRole('row').nth(2)).toContainText('null');
  await expect(grid.getByRole('row').nth(3)).toContainText('300');
});
