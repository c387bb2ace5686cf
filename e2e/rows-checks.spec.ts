import { chooseFiles, startAndOpen, textFile } from './fixtures/import-dialog';
import { expect, test } from './fixtures/server';

test('checks set in the dialog reject what fails them, and are offered again for the same header', async ({
  page,
}) => {
  await page.goto('/imports');
  await chooseFiles(page, [textFile('orders.csv', ['order_id,qty,state', '1,5,open', '2,500,open', '3,7,'])]);
  const dialog = page.getByRole('dialog', { name: 'Import files' });
  const columns = dialog.getByRole('table', { name: 'Columns of the file' });

  await columns.getByRole('button', { name: 'Add… checks of qty' }).click();
  const ofQty = page.getByRole('dialog', { name: 'Checks of qty' });
  await ofQty.getByLabel('Smallest value').fill('10');
  await ofQty.getByLabel('Largest value').fill('9');
  await expect(ofQty.getByText('Less than the smallest, 10')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(ofQty).toHaveCount(0);
  await expect(dialog.getByRole('status').filter({ hasText: 'Correct the checks' })).toHaveText(
    'Correct the checks of qty in orders.csv: largest value: less than the smallest, 10',
  );
  await expect(dialog.getByRole('button', { name: 'Start import' })).toBeDisabled();

  const correct = columns.getByRole('button', { name: 'Correct… checks of qty' });
  await expect(correct).toBeFocused();
  await correct.press('Enter');
  await ofQty.getByLabel('Smallest value').fill('1');
  await ofQty.getByLabel('Largest value').fill('100');
  await page.keyboard.press('Escape');
  await expect(columns).toContainText('1 fails a check (more than 100), of the first 3; from 1, up to 100');
  const preview = dialog.getByRole('table', { name: 'First records of orders.csv' });
  await expect(preview.getByRole('cell', { name: 'more than 100 500' })).toBeVisible();

  await columns.getByRole('button', { name: 'Add… checks of state' }).press('Enter');
  const ofState = page.getByRole('dialog', { name: 'Checks of state' });
  await ofState.getByRole('checkbox', { name: 'Required: no empty cells' }).press('Space');
  await expect(preview.getByRole('cell', { name: 'required, but empty null' })).toBeVisible();
  await ofState.getByLabel('Shortest length').fill('2');
  await ofState.getByLabel('Allowed values').fill('open\nclosed');
  await ofState.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(columns).toContainText('required, at least 2 characters, one of open, closed');
  await dialog.getByRole('radio', { name: /^Keep good/ }).press('Space');
  await dialog.getByLabel('Most bad records in percent').fill('70');
  await startAndOpen(page, 'Anna');

  const rejected = page.getByRole('region', { name: 'Rejected', exact: true });
  await expect(rejected.getByRole('row', { name: /qty.*OUT_OF_RANGE/ })).toBeVisible();
  await expect(rejected.getByRole('row', { name: /state.*REQUIRED/ })).toBeVisible();

  await chooseFiles(page, [textFile('more.csv', ['order_id,qty,state', '4,8,closed'])]);
  await dialog.getByRole('button', { name: 'Use this recipe' }).click();
  await expect(columns).toContainText('from 1, up to 100');
  await expect(columns).toContainText('required, at least 2 characters, one of open, closed');
  await columns.getByRole('button', { name: 'Change… checks of qty' }).click();
  await expect(ofQty.getByLabel('Largest value')).toHaveValue('100');
});
