import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleFiles } from './fixtures/extract-files';
import { chooseFiles, startAs } from './fixtures/import-dialog';
import { makeExtract } from './fixtures/make-extract';
import { importFiles } from './fixtures/one-call-import';
import { pauseWorker, WITHOUT_SPARE } from './fixtures/pause-worker';
import { expect, test, watchConsole } from './fixtures/server';

test.use({ settings: WITHOUT_SPARE });

let folder: string;
let largeExtract: string[];

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwater-large-'));
  largeExtract = await makeExtract(folder, { objects: 20_000 });
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test('while Anna imports, Ben browses, searches and traces, waits in line and starts by himself', async ({
  headwater,
  browser,
  consoleErrors,
}) => {
  await importFiles(headwater.url, sampleFiles, { source: 'Sample warehouse' });
  const [annasBrowser, bensBrowser] = await Promise.all([
    browser.newContext({ baseURL: headwater.url }),
    browser.newContext({ baseURL: headwater.url }),
  ]);
  for (const context of [annasBrowser, bensBrowser]) watchConsole(context, consoleErrors);
  const anna = await annasBrowser.newPage();
  const ben = await bensBrowser.newPage();

  await anna.goto('/lineage');
  await chooseFiles(anna, largeExtract);
  await startAs(anna, 'Anna', 'Big warehouse');
  const resume = await pauseWorker(headwater);
  await anna.getByRole('button', { name: 'Close and keep going' }).click();
  await expect(anna.getByText('You are importing', { exact: true })).toBeVisible();

  // Ben reads snapshot #1 all the while.
  await ben.goto('/lineage');
  await expect(ben.getByText('Anna is importing', { exact: true })).toBeVisible();
  await ben.keyboard.press('ControlOrMeta+k');
  await ben.getByRole('combobox', { name: 'Search' }).fill('revenue');
  await expect(ben.getByRole('option').first()).toBeVisible();
  await ben.keyboard.press('Enter');
  await expect(ben).toHaveURL(/\/lineage\/[^?]+\?.*snapshot=1/);
  await expect(ben.getByText(/^Showing \d+ of \d+/)).toBeVisible();
  await expect(ben.getByText('As of snapshot #1')).toBeVisible();

  await chooseFiles(ben, sampleFiles);
  await startAs(ben, 'Ben', 'Sample warehouse');
  const busy = ben.getByRole('dialog', { name: 'Anna is importing right now' });
  await expect(busy.getByText('holds the lock for import #2')).toBeVisible();
  await expect(busy.getByText(/Check/).first()).toBeVisible();
  await busy.getByRole('button', { name: 'Wait in line (you are 1st) and start automatically' }).click();
  await expect(ben.getByText('You are 1st in line').first()).toBeVisible();

  resume();
  await expect(ben.getByText('Published as snapshot #3')).toBeVisible({ timeout: 120_000 });
  await expect(anna.getByText(/Snapshot #[23] is ready/)).toBeVisible();
  const imports = await (await fetch(`${headwater.url}/api/imports`)).json();
  expect(imports.items.map((one: { number: number; state: string }) => [one.number, one.state])).toEqual([
    [3, 'succeeded'],
    [2, 'succeeded'],
    [1, 'succeeded'],
  ]);
  await Promise.all([annasBrowser.close(), bensBrowser.close()]);
});

test('an import in line starts although its tab is closed', async ({ headwater, browser, consoleErrors }) => {
  const context = await browser.newContext({ baseURL: headwater.url });
  watchConsole(context, consoleErrors);
  const first = fetch(`${headwater.url}/api/health`).then(() =>
    importFiles(headwater.url, largeExtract, { source: 'Big' }),
  );
  const resume = await pauseWorker(headwater);
  const page = await context.newPage();
  await page.goto('/');
  await chooseFiles(page, sampleFiles);
  await startAs(page, 'Ben', 'Sample warehouse');
  await page.getByRole('button', { name: /^Wait in line/ }).click();
  await expect(page.getByText('You are 1st in line').first()).toBeVisible();
  await context.close();
  resume();
  await first;
  await expect(async () => {
    const second = await (await fetch(`${headwater.url}/api/imports/2`)).json();
    expect(second).toMatchObject({ state: 'succeeded', owner: { name: 'Ben' } });
  }).toPass({ timeout: 120_000 });
});

test('a cancelled import leaves nothing and frees the lock', async ({ headwater, page }) => {
  await importFiles(headwater.url, sampleFiles, { source: 'Sample warehouse' });
  await page.goto('/lineage');
  await chooseFiles(page, largeExtract);
  await startAs(page, 'Anna', 'Big warehouse');
  await pauseWorker(headwater);
  await page.getByRole('button', { name: 'Cancel import…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Cancel import #2?' });
  await expect(question.getByRole('button', { name: 'Keep importing' })).toBeFocused();
  await question.getByRole('button', { name: 'Cancel import' }).click();
  await expect(page.getByText('Cancelled by Anna')).toBeVisible();
  const lock = await (await fetch(`${headwater.url}/api/imports/lock`)).json();
  expect(lock).toEqual({ holder: null, waiting: [], snapshot: 1 });
  const objects = await (await fetch(`${headwater.url}/api/objects?limit=1`)).json();
  expect(objects.total).toBeLessThan(200);
});
