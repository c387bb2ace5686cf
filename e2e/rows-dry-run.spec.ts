import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseFiles, startAndOpen, textFile } from './fixtures/import-dialog';
import { importLines } from './fixtures/one-call-import';
import { pauseWorker, WITHOUT_SPARE } from './fixtures/pause-worker';
import { expect, test } from './fixtures/server';

test.use({ settings: WITHOUT_SPARE });

const emea = textFile('emea.csv', ['staff_id,unit', '1,Sales EMEA', '2,Finance']);
const apac = textFile('apac.csv', ['staff_id,unit', '1,Sales APAC', '3,Legal']);

test('a dry run in the mapping counts, shows who wins a conflict, and the import goes on with the same bytes', async ({
  page,
}) => {
  const uploads: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH' && request.url().includes('/api/uploads/')) uploads.push(request.url());
  });
  await page.goto('/imports');
  await chooseFiles(page, [emea, apac]);
  const dialog = page.getByRole('dialog');
  for (const name of ['emea.csv', 'apac.csv']) {
    await dialog.getByRole('option', { name: new RegExp(`^${name}`) }).click();
    await dialog.getByLabel('Dataset', { exact: true }).fill('staff');
  }
  await dialog.getByRole('radio', { name: 'Upsert' }).click();
  await dialog.getByLabel('Add a column to the key').selectOption('staff_id');
  const order = dialog.getByRole('list', { name: 'Order of the files, the last one wins' });
  await expect(order.getByRole('listitem').last()).toContainText('apac.csv');

  const dryRun = dialog.getByRole('region', { name: 'Dry run' });
  await dryRun.getByRole('button', { name: 'Dry run' }).click();
  const counts = dryRun.getByRole('list', { name: 'Counts of the dry run' });
  await expect(counts.getByRole('listitem').filter({ hasText: 'Create' })).toContainText('3');
  await expect(counts.getByRole('listitem').filter({ hasText: 'Duplicate key' })).toContainText('1');
  await dryRun.getByRole('button', { name: '1 to review' }).click();
  const found = page.getByRole('dialog', { name: 'Found by the dry run' });
  await expect(found.getByRole('row', { name: /Sales APAC/ })).toContainText('apac.csv:2');
  await expect(found.getByRole('row', { name: /Sales APAC/ })).toContainText('emea.csv:2');
  await found.getByRole('button', { name: 'Back to the mapping' }).click();

  await dialog.getByLabel('Same key in 2 files of staff').selectOption({ label: 'In the order below' });
  await order.getByRole('button', { name: 'Move apac.csv up' }).click();
  await expect(order.getByRole('listitem').last()).toContainText('emea.csv');
  await expect(dryRun.getByText('Something was changed since.')).toBeVisible();
  await dryRun.getByRole('button', { name: 'Run again' }).click();
  await expect(dryRun.getByText('Something was changed since.')).toHaveCount(0);
  await expect(counts).toBeVisible();
  const sent = uploads.length;
  await startAndOpen(page, 'Anna');
  expect(uploads).toHaveLength(sent);

  const conflicts = page.getByRole('region', { name: 'Same key in two files', exact: true });
  await expect(conflicts.getByRole('row', { name: /Sales EMEA/ })).toContainText('emea.csv:2');
  await page.goto('/datasets/main.staff?sort=staff_id');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('Sales EMEA');

  // The same bytes again are left out, unless somebody wants them.
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByLabel('Files to import').setInputFiles([emea]);
  await expect(dialog.getByText('This exact file was imported in #1')).toBeVisible();
  const go = dialog.getByRole('button', { name: 'Continue to preview' });
  await expect(go).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('radio', { name: 'Import anyway' }).click();
  await expect(go).not.toHaveAttribute('aria-disabled', 'true');
});

test('a dry run counts while somebody else imports, and can be cancelled', async ({
  page,
  headwater,
}, info) => {
  await page.goto('/imports');
  await chooseFiles(page, [emea]);
  const dialog = page.getByRole('dialog');
  const dryRun = dialog.getByRole('region', { name: 'Dry run' });
  const importing = importLines(headwater.url, info, 'other.csv', ['id', '1'], {
    formats: JSON.stringify([{ file: 1, kind: 'rows', dataset: 'other' }]),
  });
  const goOn = await pauseWorker(headwater);
  await dryRun.getByRole('button', { name: 'Dry run' }).click();
  const counts = dryRun.getByRole('list', { name: 'Counts of the dry run' });
  await expect(counts.getByRole('listitem').filter({ hasText: 'Create' })).toContainText('2');
  await dialog.getByLabel('Your name').fill('Ben');
  await dialog.getByRole('button', { name: 'Start import' }).click();
  const busy = page.getByRole('dialog', { name: 'Script is importing right now' });
  await expect(busy.getByText('If #1 changes what your dry run counted, it is made again')).toBeVisible();
  await busy.getByText('Close', { exact: true }).click();
  await expect(busy).toHaveCount(0);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  goOn();
  await importing;

  await dryRun.getByRole('button', { name: 'Run again' }).click();
  await pauseWorker(headwater);
  await dryRun.getByRole('button', { name: 'Cancel dry run' }).click();
  await expect(dryRun.getByRole('button', { name: 'Dry run' })).toBeVisible();
  await expect.poll(() => readdir(join(headwater.workspace, 'staging'))).toHaveLength(0);
});
