import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sampleFiles } from './fixtures/extract-files';
import { chooseFiles } from './fixtures/import-dialog';
import { importFiles } from './fixtures/one-call-import';
import { expect, test } from './fixtures/server';

/** What axe finds serious or critical on the page as it is now. */
async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`${colorScheme} ${viewport.width}`, () => {
      test.use({ colorScheme, viewport });

      test('the first page', async ({ page }) => {
        await page.goto('/');
        await expect(page.getByRole('heading', { name: 'Bring your first files' })).toBeVisible();
        expect(await seriousFindings(page)).toEqual([]);
      });

      test('lineage, search, imports, receipt and import dialog', async ({ headwater, page }) => {
        await importFiles(headwater.url, sampleFiles, { source: 'Sample warehouse' });
        await page.goto('/lineage');
        await expect(page.getByRole('heading', { name: 'Choose an object' })).toBeVisible();
        expect(await seriousFindings(page)).toEqual([]);

        const found = await (await fetch(`${headwater.url}/api/objects?type=view&limit=1`)).json();
        await page.goto(`/lineage/${found.items[0].schema}.${found.items[0].name}?up=2&down=1`);
        await expect(page.getByText(/^Showing \d+ of \d+/)).toBeVisible();
        expect(await seriousFindings(page)).toEqual([]);

        await page.keyboard.press('ControlOrMeta+k');
        await page.getByRole('combobox', { name: 'Search' }).fill('order');
        await expect(page.getByRole('option').first()).toBeVisible();
        expect(await seriousFindings(page)).toEqual([]);
        await page.keyboard.press('Escape');

        await page.goto('/imports');
        await expect(page.getByRole('heading', { name: 'Imports', exact: true })).toBeVisible();
        expect(await seriousFindings(page)).toEqual([]);

        await page.goto('/imports/1');
        await expect(page.getByRole('heading', { name: 'Import #1' })).toBeVisible();
        expect(await seriousFindings(page)).toEqual([]);

        await chooseFiles(page, sampleFiles);
        await expect(page.getByRole('button', { name: 'Start import' })).toBeVisible();
        expect(await seriousFindings(page)).toEqual([]);
      });

      test('evidence and coverage', async ({ headwater, page }) => {
        await importFiles(headwater.url, sampleFiles, { source: 'Sample warehouse' });
        await page.goto('/lineage/staging.load_pos_files?tab=evidence');
        if (viewport.width < 600) await page.getByRole('button', { name: 'Details' }).click();
        await expect(page.getByText('Comment hint only').first()).toBeVisible();
        expect(await seriousFindings(page)).toEqual([]);

        await page.goto('/coverage');
        await expect(page.getByText(/^Showing 48 of 48 definitions/)).toBeVisible();
        expect(await seriousFindings(page)).toEqual([]);
      });
    });
  }
}
