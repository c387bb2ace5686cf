import type { Page, TestInfo } from '@playwright/test';
import { chooseFiles, textFile } from './fixtures/import-dialog';
import { importLines } from './fixtures/one-call-import';
import { expect, startServer, stopServer, test, watchConsole } from './fixtures/server';

const annas = textFile('stock.csv', ['sku,amount', '2,25', '3,30']);
const upsert = { dataset: 'stock', mode: 'upsert', key: 'sku' };

/** Anna dry-runs an upsert into a dataset of two rows: one row is created and one updated. */
async function dryRunUpsert(page: Page, url: string, info: TestInfo): Promise<void> {
  await importLines(url, info, 'first.csv', ['sku,amount', '1,10', '2,20'], upsert);
  await page.goto(`${url}/imports`);
  await chooseFiles(page, [annas]);
  const dialog = page.getByRole('dialog');
  // The dataset of the file's name; once it is known it gives its key.
  await expect(dialog.getByText('2 rows now')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Upsert' }).click();
  await dialog.getByLabel('Your name').fill('Anna');
  const dryRun = dialog.getByRole('region', { name: 'Dry run' });
  await dryRun.getByRole('button', { name: 'Dry run' }).click();
  const counts = dryRun.getByRole('list', { name: 'Counts of the dry run' });
  await expect(counts.getByRole('listitem').filter({ hasText: 'Create' })).toContainText('1');
  await expect(counts.getByRole('listitem').filter({ hasText: 'Update' })).toContainText('1');
}

const overlap = (url: string, info: TestInfo) =>
  importLines(url, info, 'second.csv', ['sku,amount', '2,25', '3,31'], { ...upsert, owner: 'Ben' });

test('an import whose dry run no longer holds asks its owner, everybody sees it, and it does what it then says', async ({
  page: anna,
  headwater: { url },
  browser,
  consoleErrors,
}, info) => {
  await dryRunUpsert(anna, url, info);
  await overlap(url, info);
  const dialog = anna.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Start import' }).click();
  const question = dialog.getByRole('region', { name: 'The data changed since the dry run' });
  const row = (name: string) => question.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Create').getByRole('cell')).toHaveText(['1', '0']);
  await expect(row('Update').getByRole('cell')).toHaveText(['1', '1']);
  await expect(row('Unchanged').getByRole('cell')).toHaveText(['0', '1']);
  await expect(row('Create').getByRole('rowheader')).toContainText('changed');
  await expect(row('Update').getByRole('rowheader')).not.toContainText('changed');
  await expect(anna.locator('[data-live-announcer][aria-live=assertive]')).toContainText(
    'waits for your answer',
  );

  const bensBrowser = await browser.newContext({ baseURL: url, viewport: { width: 390, height: 844 } });
  watchConsole(bensBrowser, consoleErrors);
  const ben = await bensBrowser.newPage();
  await ben.goto('/imports');
  await expect(ben.getByText('Anna’s import waits for an answer')).toBeVisible();
  await ben.getByRole('link', { name: 'Follow #3' }).click();
  const bens = ben.getByRole('region', { name: 'The data changed since the dry run' });
  await expect(bens.getByRole('row', { name: /^Create/ }).getByRole('cell')).toHaveText(['1', '0']);
  await expect(bens.getByRole('button', { name: 'Go on' })).toHaveCount(0);

  // Closed and answered on the page of the import, by keyboard alone.
  await dialog.getByRole('button', { name: 'Answer later' }).click();
  await expect(anna.getByText('Your import waits for your answer')).toBeVisible();
  await anna.getByRole('link', { name: 'Answer #3' }).click();
  const goOn = anna.getByRole('main').getByRole('button', { name: 'Go on' });
  await goOn.focus();
  await anna.keyboard.press('Enter');
  const equation = anna.getByRole('main');
  await expect(equation.getByText('Published', { exact: true }).first()).toBeVisible();
  const done = await (await fetch(`${url}/api/imports/3`)).json();
  expect(done).toMatchObject({
    ...{ state: 'succeeded', pause: { answer: 'go-on' } },
    receipt: { read: 2, inserted: 0, updated: 1, unchanged: 1 },
  });
  await expect(ben.getByText('Published', { exact: true }).first()).toBeVisible();
  await bensBrowser.close();
});

test('without an answer the import is cancelled, and its draft is started from the page', async ({
  page: anna,
}, info) => {
  const server = await startServer({ PAUSE_MAX_SECONDS: '2' });
  try {
    await dryRunUpsert(anna, server.url, info);
    await overlap(server.url, info);
    const dialog = anna.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Start import' }).click();
    await expect(dialog.getByText('nobody answered within 2 s')).toBeVisible();
    await dialog.getByRole('link', { name: 'a draft that can be started' }).click();
    await expect(anna.getByRole('table', { name: 'What starting this draft would do' })).toBeVisible();
    await anna.getByRole('button', { name: 'Start import' }).click();
    await expect
      .poll(async () => (await fetch(`${server.url}/api/imports/4`)).json())
      .toMatchObject({ state: 'succeeded', receipt: { inserted: 0, updated: 1, unchanged: 1 } });
    await expect(anna.getByText('Published', { exact: true }).first()).toBeVisible();
  } finally {
    // A page that goes on asking a server that stops would tell its 503.
    await anna.goto('about:blank');
    await stopServer(server);
  }
});
