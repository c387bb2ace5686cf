import { sampleFiles } from './fixtures/extract-files';
import { importFiles } from './fixtures/one-call-import';
import { expect, test } from './fixtures/server';

test.beforeEach(async ({ headwater }) => {
  for (const database of ['East', 'West']) {
    await importFiles(headwater.url, sampleFiles, { source: JSON.stringify({ name: database, database }) });
  }
});

test('names that two databases share lead to the object that was meant', async ({ page }) => {
  await page.goto('/lineage/West.sales.v_order_totals?up=1&down=1');
  const cards = page.getByRole('tree', { name: /^Lineage of/ });
  await cards.getByRole('treeitem', { name: /^order_lines,/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/lineage\/West\.sales\.order_lines\?up=1&down=1$/);
  await expect(page.getByText(/^Showing \d+ of \d+/)).toBeVisible();

  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('link', { name: 'v_order_totals' }).first().click();
  await expect(page).toHaveURL(/\/lineage\/West\.sales\.v_order_totals\?/);
  await expect(page.getByText(/^Showing \d+ of \d+/)).toBeVisible();

  await page.keyboard.press('3');
  await page.getByRole('table').getByRole('link', { name: 'order_lines' }).click();
  await expect(page).toHaveURL(/\/lineage\/West\.sales\.order_lines\?.*view=table/);

  const explorer = page.getByRole('complementary', { name: 'Explorer' });
  await explorer.getByRole('searchbox').fill('v_order_totals');
  await expect(explorer.getByRole('treeitem', { name: /^East\.sales/ })).toBeVisible();
  // Both schemas have answered: the first is the one of East.
  const found = explorer.getByRole('treeitem', { name: /^v_order_totals/ });
  await expect(found).toHaveCount(2);
  await found.first().click();
  await expect(page).toHaveURL(/\/lineage\/East\.sales\.v_order_totals/);
});

test('a name that is not enough offers every object it may mean', async ({ page }) => {
  await page.goto('/lineage/sales.v_order_totals?up=1&down=1');
  await expect(page.getByText('Several objects are called sales.v_order_totals')).toBeVisible();
  await page.getByRole('link', { name: 'East.sales.v_order_totals' }).click();
  await expect(page).toHaveURL(/\/lineage\/East\.sales\.v_order_totals\?up=1&down=1$/);
  await expect(page.getByText(/^Showing \d+ of \d+/)).toBeVisible();
});
