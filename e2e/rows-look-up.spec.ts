import { chooseFiles, startAndOpen, textFile } from './fixtures/import-dialog';
import { importLines } from './fixtures/one-call-import';
import { expect, test } from './fixtures/server';

test('nothing starts before the dataset is looked up: its key decides the mode', async ({
  page,
  headwater,
}, info) => {
  const datasets = JSON.stringify({ staff: { mode: 'upsert', key: ['staff_id'] } });
  const lines = ['staff_id,unit', '1,Sales', '2,Finance'];
  await importLines(headwater.url, info, 'staff.csv', lines, { datasets });

  let letThrough = () => {};
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  let isFailing = true;
  await page.route(/\/api\/datasets[/?]/, async (route) => {
    await gate;
    await (isFailing ? route.fulfill({ status: 409, json: PROBLEM }) : route.continue());
  });
  const started: string[] = [];
  page.on('request', (it) => it.url().endsWith('/start') && started.push(it.url()));

  await page.goto('/imports');
  await chooseFiles(page, [textFile('staff.csv', ['staff_id,unit', '2,Legal', '3,Audit'])]);
  const dialog = page.getByRole('dialog', { name: 'Import files' });
  const button = dialog.getByRole('button', { name: 'Start import' });
  const reason = dialog.getByRole('status').filter({ hasText: 'looked up' });
  await expect(reason).toHaveText('Wait until staff is looked up');
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(dialog.getByText('Not looked up yet')).toBeVisible();
  await button.press('Control+Enter');
  await expect(button).toBeVisible();

  letThrough();
  await expect(dialog.getByRole('alert').filter({ hasText: 'Could not load' })).toContainText(
    'The datasets could not be looked up: The workspace is being opened.',
  );
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(started).toEqual([]);

  isFailing = false;
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByText('2 rows now')).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'Upsert' })).toBeChecked();
  await startAndOpen(page, 'Anna');
  const receipt = page.getByRole('list', { name: 'Receipt' });
  await expect(receipt).toContainText('1inserted');
  await expect(receipt).toContainText('1updated');
});

const PROBLEM = {
  type: 'about:blank',
  title: 'Conflicting state',
  status: 409,
  detail: 'The workspace is being opened.',
  code: 'conflicting-state',
};
