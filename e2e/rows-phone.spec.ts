import type { Locator } from '@playwright/test';
import { chooseFiles, startAndOpen, textFile } from './fixtures/import-dialog';
import { importLines } from './fixtures/one-call-import';
import { expect, test } from './fixtures/server';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const HEADER = 'order_id,customer_reference_number,qty';

/** All of it fits: nothing of it is reached by moving sideways only. */
async function expectToFit(part: Locator): Promise<void> {
  await expect(part).toBeVisible();
  await expect
    .poll(() => part.evaluate((element) => element.scrollWidth - element.clientWidth))
    .toBeLessThanOrEqual(0);
}

test('on a phone the mapping, the reasons of rejects and the compared snapshots are seen without moving sideways', async ({
  page,
  headwater,
}, info) => {
  const datasets = JSON.stringify({ orders: { mode: 'upsert', key: ['order_id'] } });
  const fields = { datasets, owner: 'Bartholomew Featherstonehaugh' };
  await importLines(headwater.url, info, 'orders.csv', [HEADER, '1,AB-1,5', '2,AB-2,6'], fields);
  await importLines(headwater.url, info, 'orders.csv', [HEADER, '1,AB-1,7'], fields);

  await page.goto('/imports');
  await chooseFiles(page, [textFile('orders.csv', [HEADER, '3,AB-3,9', '4,AB-4,on request of somebody'])]);
  const dialog = page.getByRole('dialog', { name: 'Import files' });
  await dialog.getByRole('radio', { name: /^Keep bigint/ }).press('Space');
  await dialog.getByRole('radio', { name: /^Keep good/ }).press('Space');
  await dialog.getByLabel('Most bad records in percent').fill('60');
  const columns = dialog.getByRole('region', { name: 'Columns of the file' });
  await expectToFit(columns);
  await columns.getByRole('button', { name: 'Add… checks of qty' }).scrollIntoViewIfNeeded();
  await expect(columns.getByRole('button', { name: 'Add… checks of qty' })).toBeInViewport({ ratio: 1 });
  await startAndOpen(page, 'Anna');

  const groups = page.getByRole('region', { name: 'Rejected records by column and code' });
  await expectToFit(groups);
  await expect(groups.getByText(/expected a whole number/)).toBeVisible();

  await page.goto('/datasets/main.orders?tab=rejects');
  await expectToFit(groups);
  await expectToFit(page.getByRole('region', { name: 'Loads that rejected records' }));

  await page.goto('/datasets/main.orders?tab=compare&from=1&snapshot=2');
  for (const label of ['Before', 'After']) {
    const select = page.getByLabel(label, { exact: true });
    await expect(select).toContainText('Bartholomew Featherstonehaugh');
    expect((await select.boundingBox())?.width).toBeGreaterThan(300);
  }
});
