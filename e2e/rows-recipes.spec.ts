import type { Locator } from '@playwright/test';
import { chooseFiles, startAndOpen, textFile } from './fixtures/import-dialog';
import { expect, test } from './fixtures/server';

/** The foot of the dialog, once it knows what is kept already. */
const saveAs = (dialog: Locator, version: number) =>
  dialog.getByRole('switch', { name: `Save as recipe “sales” v${version} for files with this header` });

test('what was confirmed is offered for the next files with the same header, and its versions tell what changed', async ({
  page,
}) => {
  const month = (name: string, ...days: string[]) =>
    textFile(`${name}.csv`, ['sale_id,day', ...days.map((day, index) => `${index + 1},${day}`)]);
  await page.goto('/imports');
  await chooseFiles(page, [month('january', '01/02/2024', '03/04/2024')]);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Dataset', { exact: true }).fill('sales');
  await dialog.getByRole('radio', { name: /^Day first/ }).press('Space');
  await expect(saveAs(dialog, 1)).toBeChecked();
  await startAndOpen(page, 'Anna');

  await chooseFiles(page, [month('february', '05/06/2024'), month('march', '07/08/2024')]);
  const offer = dialog.getByRole('region', { name: /^Recipe “sales”/ });
  await expect(offer).toContainText('Recipe “sales” v1 fits this header as confirmed in #1 for january.csv');
  await expect(offer).toContainText('Into sales: append; bad records: stop at the first');
  await offer.getByRole('button', { name: 'Use it for 2 files with this header' }).click();
  await expect(dialog.getByText('Read by recipe “sales” v1.')).toBeVisible();
  await expect(dialog.getByLabel('Dataset', { exact: true })).toHaveValue('sales');
  await expect(dialog.getByText('Day first, as confirmed before')).toBeVisible();
  await expect(dialog.getByText('As recipe “sales” v1 says')).toBeVisible();
  await dialog.getByRole('option', { name: /^march\.csv/ }).click();
  await expect(dialog.getByText('Read by recipe “sales” v1.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Replace' }).press('Space');
  await expect(saveAs(dialog, 2)).toBeChecked();
  await startAndOpen(page);

  await chooseFiles(page, [month('april', '09/10/2024')]);
  await expect(offer).toContainText('Recipe “sales” v2 fits this header');
  await offer.getByRole('button', { name: 'Not this time' }).click();
  await expect(offer).toHaveCount(0);
  await expect(dialog.getByLabel('Dataset', { exact: true })).toHaveValue('april');
  await expect(dialog.getByText('Answer the question about day in april.csv')).toBeVisible();

  await page.goto('/datasets/main.sales');
  await page.getByRole('tab', { name: 'Recipes 1' }).click();
  const second = page.getByRole('listitem', { name: 'Version 2' });
  await expect(second).toContainText('Offered');
  await expect(second).toContainText('confirmed in #2 for march.csv by Anna');
  await expect(second.getByRole('list', { name: 'Changed in version 2' })).toHaveText('Mode: append replace');
  const first = page.getByRole('listitem', { name: 'Version 1' });
  await expect(first).toContainText('Replaced');
  await expect(first.getByText('date, day first')).toBeVisible();
});

test('a recipe that was taken over is taken back, and one that is not wanted is not kept', async ({
  page,
}) => {
  const file = (name: string) => textFile(name, ['sale_id,day', '1,01/02/2024']);
  await page.goto('/imports');
  await chooseFiles(page, [file('sales.csv')]);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Month first/ }).press('Space');
  await startAndOpen(page, 'Anna');

  await chooseFiles(page, [textFile('more.csv', ['sale_id,day', '2,03/04/2024'])]);
  await dialog.getByRole('button', { name: 'Use this recipe' }).click();
  await expect(dialog.getByText('Month first, as confirmed before')).toBeVisible();
  await dialog.getByRole('button', { name: 'Read it as it was found' }).click();
  await expect(dialog.getByText('Answer the question about day in more.csv')).toBeVisible();
  await dialog.getByRole('radio', { name: /^Day first/ }).press('Space');
  await dialog.getByLabel('Dataset', { exact: true }).fill('sales');
  await saveAs(dialog, 2).press('Space');
  await expect(saveAs(dialog, 2)).not.toBeChecked();
  await startAndOpen(page);

  await page.goto('/datasets/main.sales');
  await page.getByRole('tab', { name: 'Recipes 1' }).click();
  await expect(page.getByRole('listitem', { name: 'Version 1' })).toContainText('Offered');
  await expect(page.getByRole('listitem', { name: 'Version 2' })).toHaveCount(0);
});
