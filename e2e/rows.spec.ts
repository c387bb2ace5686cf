import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseFiles } from './fixtures/import-dialog';
import { importFiles } from './fixtures/one-call-import';
import { expect, test } from './fixtures/server';

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwater-rows-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

async function start(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Your name').fill('Anna');
  await dialog.getByRole('button', { name: 'Start import' }).click();
  await dialog.getByRole('link', { name: 'Open receipt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Import #\d+/ })).toBeVisible();
}

test('a question about dates is answered before the import, and the rows are seen with where they came from', async ({
  page,
}) => {
  const sales = await file('sales.csv', [
    'order_id,product_code,period,unit_price',
    '1,000711,01/02/2024,"2,024.99"',
    '2,000709,03/04/2024,9.50',
    '3,010773,05/06/2024,7.25',
  ]);
  await page.goto('/imports');
  await chooseFiles(page, [sales]);
  const dialog = page.getByRole('dialog');
  const button = dialog.getByRole('button', { name: 'Start import' });
  await expect(dialog.getByText('Answer the question about period in sales.csv')).toBeVisible();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(dialog.getByText('Kept as text: 100 % start with 0')).toBeVisible();

  const question = dialog.getByRole('region', { name: /which part is the day/ });
  await expect(question.getByText('01/02/2024 = 1 Feb 2024')).toBeVisible();
  await expect(question.getByText('01/02/2024 = 2 Jan 2024')).toBeVisible();
  await question.getByRole('radio', { name: /^Day first/ }).press('Space');
  await expect(dialog.getByText('1 question, answered')).toBeVisible();
  await expect(dialog.getByText('Day first, by your answer')).toBeVisible();
  await start(page);

  await page.getByRole('link', { name: 'sales', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'sales' })).toBeVisible();
  const grid = page.getByRole('grid');
  const second = grid.getByRole('row').nth(2);
  await expect(second).toContainText('sales.csv');
  await expect(second).toContainText('000709');
  await expect(second).toContainText('2024-04-03');
  await expect(grid.getByRole('gridcell', { name: '2024.99' })).toBeVisible();

  await page.getByLabel('Filter rows').fill('order_id > 1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 3 hidden by the filter')).toBeVisible();
  // Each press goes on from what is sorted by now.
  for (const sorted of ['ascending', 'descending']) {
    await grid.getByRole('button', { name: /^order_id/ }).click();
    await expect(grid.getByRole('columnheader', { name: /^order_id/ })).toHaveAttribute('aria-sort', sorted);
  }
  await expect(grid.getByRole('row').nth(1)).toContainText('2024-06-05');

  const notes = await file('notes.csv', ['order_id,product_code,unit_price', '4,000711,on request']);
  await page.goto('/imports');
  await chooseFiles(page, [notes]);
  await dialog.getByLabel('Dataset', { exact: true }).fill('sales');
  const narrower = dialog.getByRole('region', { name: /unit_price: the dataset has decimal/ });
  await expect(narrower.getByText('1 bad row in the first 1: not a number')).toBeVisible();
  await expect(dialog.getByText('Answer the question about unit_price in notes.csv')).toBeVisible();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await narrower.getByRole('radio', { name: /^Use another column/ }).press('Space');
  await expect(dialog.getByLabel('Column in the dataset for unit_price')).toContainText('unit_price_text');
  await dialog.getByRole('button', { name: 'Start import' }).click();
  await dialog.getByRole('link', { name: 'Open receipt' }).click();
  await page.getByRole('link', { name: 'sales', exact: true }).click();
  await expect(grid.getByRole('gridcell', { name: 'on request' })).toBeVisible();
});

test('an upsert by key shows which of two files won, and is rolled back to what was there before', async ({
  page,
  headwater,
}) => {
  const first = await file('staff.csv', ['staff_id,unit', '1,Sales', '2,Finance', '3,Legal']);
  const formats = JSON.stringify([{ file: 1, kind: 'rows', dataset: 'staff' }]);
  const datasets = JSON.stringify({ staff: { mode: 'upsert', key: ['staff_id'] } });
  await importFiles(headwater.url, [first], { formats, datasets });

  const emea = await file('emea.csv', ['staff_id,unit', '1,Sales EMEA', '4,Audit']);
  const apac = await file('apac.csv', ['staff_id,unit', '1,Sales APAC', '2,Finance']);
  await page.goto('/imports');
  await chooseFiles(page, [emea, apac]);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Dataset', { exact: true }).fill('staff');
  await dialog.getByRole('button', { name: 'Send all 2 files into staff' }).click();
  await expect(dialog.getByRole('button', { name: 'All 2 files go into staff' })).toBeFocused();
  for (const name of ['emea.csv', 'apac.csv']) {
    await dialog.getByRole('option', { name: new RegExp(`^${name}`) }).click();
    await expect(dialog.getByLabel('Dataset', { exact: true })).toHaveValue('staff');
    await expect(dialog.getByText('3 rows now')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Take staff_id out of the key' })).toBeVisible();
  }
  await start(page);

  const conflicts = page.getByRole('region', { name: 'Same key in two files', exact: true });
  await expect(conflicts).toContainText('1 conflict, the later file wins');
  await expect(conflicts).toContainText('Sales APAC');
  await expect(conflicts).toContainText('apac.csv:2');
  await expect(conflicts).toContainText('Sales EMEA');
  await expect(conflicts).toContainText('emea.csv:2');

  await page.getByRole('button', { name: 'Roll back #2…' }).click();
  const preview = page.getByRole('alertdialog', { name: 'Roll back #2?' });
  await expect(preview.getByRole('button', { name: 'Keep #2' })).toBeFocused();
  await expect(preview.getByText('rows removed')).toBeVisible();
  await preview.getByRole('button', { name: 'Roll back #2' }).click();
  await expect(page.getByText('Roll back of #2').first()).toBeVisible();

  await page.goto('/datasets/main.staff?sort=staff_id');
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row').nth(1)).toContainText('Sales');
  await expect(grid.getByText('Sales APAC')).toHaveCount(0);
  await expect(page.getByText('3 rows · 2 columns · key staff_id')).toBeVisible();
});
