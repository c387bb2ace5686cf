import type { Page } from '@playwright/test';
import { sampleFiles } from './fixtures/extract-files';
import { importFiles } from './fixtures/one-call-import';
import { expect, test } from './fixtures/server';

/** The marked places of a definition that is open in the inspector. */
const marks = (page: Page, object: string) =>
  page.getByRole('region', { name: `SQL of ${object}` }).locator('mark');
const definitions = (page: Page) => page.getByRole('table', { name: 'How each definition was read' });

test('without SQL the page says what to do', async ({ page }) => {
  await page.goto('/coverage');
  await expect(page.getByText('No SQL yet')).toBeVisible();
  await page.getByRole('button', { name: 'Import files…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test.describe('the sample workspace', () => {
  test.beforeEach(async ({ headwater }) => {
    await importFiles(headwater.url, sampleFiles, { source: 'Sample warehouse' });
  });

  test('the receipt leads to what was not read, and from there to the very line', async ({ page }) => {
    await page.goto('/imports/1');
    await expect(page.getByText('120 of 122 statements read, 2 not, 1 part left out')).toBeVisible();
    await page.getByRole('link', { name: 'See what and where' }).click();
    await expect(page).toHaveURL('/coverage?source=Sample+warehouse&show=unread&snapshot=1');
    await expect(page.getByText(/^Showing 3 of 3 definitions, as of #1/)).toBeVisible();
    const names = definitions(page).getByRole('rowheader').getByRole('link');
    await expect(names).toHaveText([
      'staging.clear_batch',
      'staging.load_pos_files',
      'staging.load_web_orders',
    ]);

    await definitions(page).getByRole('link', { name: 'SQL made at run time, line 26' }).click();
    await expect(page).toHaveURL(/load_pos_files\?.*line=26/);
    await expect(marks(page, 'staging.load_pos_files')).toHaveText('EXEC sys.sp_executesql @sql');
  });

  test('definitions are ordered, narrowed and found by the address', async ({ page }) => {
    await page.goto('/coverage');
    await expect(page.getByText(/^Showing 48 of 48 definitions/)).toBeVisible();
    await page.getByRole('button', { name: 'Statements' }).click();
    const head = page.getByRole('columnheader', { name: 'Statements' });
    await expect(head.and(page.locator('[aria-sort=descending]'))).toBeVisible();
    await page.getByRole('button', { name: 'Statements' }).click();
    await expect(page).toHaveURL('/coverage?order=asc&sort=statements');
    await page.getByRole('radio', { name: 'Disagree 2' }).click();
    await expect(page.getByText(/^Showing 2 of 2 definitions/)).toBeVisible();
    await page.getByRole('searchbox', { name: 'Name of an object' }).fill('Load_Fact');
    await expect(page.getByText(/^Showing 1 of 1 definitions/)).toBeVisible();
    await page.reload();
    await expect(page.getByRole('searchbox', { name: 'Name of an object' })).toHaveValue('Load_Fact');
    await expect(page.getByText(/^Showing 1 of 1 definitions/)).toBeVisible();
    await page.getByRole('radio', { name: 'In doubt 0' }).click();
    await expect(page.getByText('Nothing is in doubt')).toBeVisible();
    await page.getByRole('button', { name: 'Show all definitions' }).click();
    await expect(page.getByText(/^Showing 48 of 48 definitions/)).toBeVisible();
  });

  test('the explorer shows only what was not fully read, by keyboard and by link', async ({ page }) => {
    await page.goto('/lineage');
    const filter = page.getByRole('button', { name: 'Only objects that were not fully read, 3' });
    await filter.focus();
    await page.keyboard.press('Space');
    await expect(page).toHaveURL('/lineage?only=unread');
    const leaves = page.getByRole('tree', { name: 'Objects' }).getByRole('treeitem', { level: 2 });
    await expect(leaves).toHaveCount(3);
    await expect(page.getByText(/^3 of \d+ objects/)).toBeVisible();
    await leaves.filter({ hasText: 'load_web_orders' }).click();
    await expect(page).toHaveURL(/load_web_orders\?.*only=unread/);
    await page.reload();
    await expect(leaves).toHaveCount(3);
    await expect(filter).toHaveAttribute('aria-pressed', 'true');
    await filter.click();
    await expect(page).not.toHaveURL(/only=/);
  });

  test('a procedure with dynamic SQL shows its diagnostic, and a trace says that it is not whole', async ({
    page,
  }) => {
    await page.goto('/lineage/staging.load_batches?up=2&down=1');
    await expect(page.getByText(/drawn objects were not fully read/)).toBeVisible();
    const card = page.getByRole('treeitem', { name: /^clear_batch, .*, not fully read \(1 statement\)$/ });
    await expect(card.getByTitle(/^1 statement of staging\.clear_batch was not read/)).toBeVisible();
    await expect(page.getByRole('list', { name: 'Legend' })).toContainText('Not fully read');
    await page.getByRole('button', { name: 'See which' }).click();
    await page.getByRole('button', { name: /^1 statement of staging\.clear_batch was not read/ }).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await expect(inspector.getByRole('heading', { name: 'clear_batch' })).toBeVisible();
    await expect(inspector.getByText('4 of 5 statements read, 1 not.')).toBeVisible();
    const diagnostics = inspector.getByRole('list', { name: 'Diagnostics' });
    await expect(diagnostics).toContainText('nothing of it is known');
    await expect(diagnostics).toContainText('@LINEAGE_INPUTS:');
    await diagnostics.getByRole('button', { name: 'SQL made at run time, line 16' }).click();
    await expect(marks(page, 'staging.clear_batch').first()).toContainText('EXEC sys.sp_executesql @sql');
    await expect(page.getByText(/import #1 · 4 of 5 statements read, 1 not/)).toBeVisible();

    await page.getByRole('radio', { name: 'Table', exact: true }).click();
    const row = page.getByRole('table').getByRole('rowheader').filter({ hasText: 'clear_batch' });
    await expect(row).toContainText('1 statement of staging.clear_batch was not read');
    await page.getByRole('radio', { name: 'Tree', exact: true }).click();
    await expect(
      page.getByRole('treeitem', { name: /^clear_batch, .*, not fully read \(1 statement\)$/ }).first(),
    ).toBeVisible();
  });

  test('every proof of an object opens its lines, or says where it comes from', async ({ page }) => {
    await page.goto('/lineage/staging.load_pos_files?up=1&down=1&tab=evidence');
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await expect(inspector.getByText('1 of 4 edges confirmed by two methods or more')).toBeVisible();
    await expect(inspector.getByText('Confirmed', { exact: true })).toHaveCount(1);
    await expect(inspector.getByText('Comment hint only')).toHaveCount(3);

    const declared = inspector.getByRole('button', { name: /^dependencies\.parquet, record/ });
    await declared.click();
    await expect(declared).toHaveAttribute('aria-expanded', 'true');
    await expect(inspector.getByText(/^The database lists this dependency: record \d+ of/)).toBeVisible();
    await expect(inspector.getByRole('link', { name: 'Import #1' })).toBeVisible();

    await inspector.getByRole('button', { name: /^definitions\.parquet.*, line 15$/ }).click();
    await expect(page).toHaveURL(/tab=sql&line=15/);
    await expect(marks(page, 'staging.load_pos_files').first()).toContainText('staging.open_batch');
    await page.goto('/lineage/staging.load_pos_files?up=1&down=1&tab=evidence');
    await inspector.getByRole('button', { name: /^definitions\.parquet.*, line 8$/ }).click();
    await expect(marks(page, 'staging.load_pos_files').first()).toHaveText('staging.load_errors');
  });
});
