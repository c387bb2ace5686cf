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

test('a reader sees who imports and how far, stays on the old snapshot, and switches when it is ready', async ({
  headwater,
  browser,
  page: ben,
  consoleErrors,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'headwater-busy-'));
  const large = await makeExtract(folder, { objects: 20_000 });
  await importFiles(headwater.url, sampleFiles, { source: 'Sample warehouse' });
  await ben.goto('/lineage/sales.v_order_totals?up=1&down=1');
  const filter = ben.getByRole('searchbox', { name: 'Filter objects' });
  await expect(filter).toHaveAttribute('placeholder', 'Filter 92 objects');

  const annasBrowser = await browser.newContext({ baseURL: headwater.url });
  watchConsole(annasBrowser, consoleErrors);
  const anna = await annasBrowser.newPage();
  await anna.goto('/lineage');
  await chooseFiles(anna, large);
  await startAs(anna, 'Anna', 'Big warehouse');
  const resume = await pauseWorker(headwater);

  const bar = ben.getByRole('region', { name: 'What is going on' });
  await expect(bar.getByText('Anna is importing', { exact: true })).toBeVisible();
  // Until a file is worked on, and which one by then: that depends on the machine.
  await expect(bar.getByText(/\.parquet( and 4 more| \(\d of 5 files\))$/)).toBeVisible();
  await expect(bar.getByText(/^Check \d+ %$/)).toBeVisible();
  await expect(bar.getByText(/(estimating|about .+ left)$/)).toBeVisible();
  const progress = bar.getByRole('progressbar', { name: 'Import #2: check' });
  await expect(progress).toHaveAttribute('aria-valuetext', /^\d+ percent, (estimating the time|.+) left$/);
  await expect(ben.getByText('your view stays as it is while #2 is written')).toBeVisible();
  await expect(ben.getByText('As of snapshot #1')).toBeVisible();

  resume();
  await expect(bar.getByText('Snapshot #2 is ready')).toBeVisible({ timeout: 120_000 });
  await expect(bar.getByText('you still see #1')).toBeVisible();
  await expect(ben.getByText('As of snapshot #1')).toBeVisible();
  await expect(filter).toHaveAttribute('placeholder', 'Filter 92 objects');
  await bar.getByRole('button', { name: 'Switch to #2' }).click();
  await expect(filter).toHaveAttribute('placeholder', 'Filter 20,092 objects');
  await expect(bar).toBeHidden();
  await expect(ben.getByText('As of snapshot #1')).toHaveCount(0);
  await annasBrowser.close();
  await rm(folder, { recursive: true, force: true });
});
