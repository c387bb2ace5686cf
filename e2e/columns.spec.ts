import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { adventureWorksFiles, sampleFiles } from './fixtures/extract-files';
import { importFiles } from './fixtures/one-call-import';
import { placeOf } from './fixtures/place-of';
import { expect, test } from './fixtures/server';

const tree = (page: Page) => page.getByRole('tree', { name: /^Lineage of/ });
const card = (page: Page, name: string): Locator =>
  tree(page)
    .locator('[data-node]')
    .and(page.getByRole('treeitem', { name: new RegExp(`^${name},`) }));
const row = (page: Page, object: string, column: string): Locator =>
  card(page, object).locator(`[data-column="${column}"]`);

/** The Columns switch of the toolbar, once there are cards. */
async function switchColumns(page: Page): Promise<void> {
  await expect(page.getByRole('switch', { name: 'Columns' })).toBeEnabled();
  await page.getByText('Columns', { exact: true }).first().click();
}

/** Turns the wheel until a row at rest is halfway down the graph, where no control lies over it, and clicks it. */
async function pick(page: Page, target: Locator): Promise<void> {
  const graph = await page.getByRole('region', { name: 'Lineage graph' }).boundingBox();
  if (!graph) throw new Error('There is no graph.');
  const { y } = await placeOf(target);
  await page.mouse.move(graph.x + 8, graph.y + graph.height / 2);
  await page.mouse.wheel(0, y - (graph.y + graph.height / 2));
  await placeOf(target);
  await target.click();
}

test.describe('the sample', () => {
  test.beforeEach(async ({ headwater }) => {
    await importFiles(headwater.url, sampleFiles, { source: 'Sample warehouse' });
  });

  test('a card opens in its place, a column shows its path, and the link restores it', async ({ page }) => {
    await page.goto('/lineage/mart.fact_sales?up=2&down=1');
    const focus = card(page, 'fact_sales');
    const before = await placeOf(focus);
    await switchColumns(page);
    await expect(row(page, 'fact_sales', 'quantity')).toBeVisible();
    expect(await placeOf(focus)).toEqual(before);
    await expect(focus).toHaveAttribute('aria-expanded', 'true');

    await row(page, 'fact_sales', 'quantity').click();
    const path = page.getByRole('region', { name: 'Column path' });
    await expect(path).toContainText('mart.fact_sales.quantity');
    await expect(path).toContainText(/\d+ columns? up, \d+ down, in \d+ objects/);
    await expect(row(page, 'order_lines', 'quantity')).toHaveAccessibleName(/on the path/);
    await expect(row(page, 'fact_sales', 'quantity')).toHaveAttribute('aria-selected', 'true');
    expect(await placeOf(focus)).toEqual(before);

    await path.getByText('Only paths through this column').click();
    await expect(card(page, 'dim_store')).toHaveCount(0);
    await expect(page.getByText('not on the path')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

    await page.reload();
    await expect(row(page, 'order_lines', 'quantity')).toHaveAccessibleName(/on the path/);
    await expect(card(page, 'dim_store')).toHaveCount(0);
    await page.getByRole('button', { name: 'Stop showing the path' }).click();
    await expect(card(page, 'dim_store')).toBeVisible();
    await switchColumns(page);
    await expect(row(page, 'fact_sales', 'quantity')).toHaveCount(0);
  });

  test('the columns of a card do not wait for the edges of the whole snapshot', async ({ page }) => {
    const withEdges = /\/api\/lineage\/columns\?(?!.*edges=false)/;
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route(withEdges, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/lineage/mart.fact_sales?up=2&down=1');
    await switchColumns(page);
    await expect(row(page, 'fact_sales', 'quantity')).toBeVisible();
    const answered = page.waitForResponse(withEdges);
    release();
    expect((await answered).status()).toBe(200);
    await expect(row(page, 'fact_sales', 'quantity')).toBeVisible();
  });

  test('the keyboard opens a card, goes through its rows and along the path', async ({ page }) => {
    await page.goto('/lineage/mart.fact_sales?up=2&down=1');
    await card(page, 'fact_sales').focus();
    await page.keyboard.press('c');
    await expect(row(page, 'fact_sales', 'date_key')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(row(page, 'fact_sales', 'date_key')).toBeFocused();
    for (const _ of ['customer', 'product', 'store', 'order', 'channel', 'quantity'])
      await page.keyboard.press('ArrowDown');
    await expect(row(page, 'fact_sales', 'quantity')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Column path' })).toContainText(/columns? up/);
    await page.keyboard.press('ArrowLeft');
    await expect(card(page, 'load_fact_sales')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Column path' })).toHaveCount(0);
    await expect(row(page, 'fact_sales', 'quantity')).toBeVisible();
  });

  test('what decides on the rows is part of the path when it is asked for', async ({ page }) => {
    await page.goto('/lineage/sales.v_order_totals?up=1&down=1');
    await switchColumns(page);
    await tree(page).locator('[data-column]').first().click();
    const path = page.getByRole('region', { name: 'Column path' });
    await expect(path).toContainText(/columns? up/);
    const legend = page.getByRole('list', { name: 'Legend' });
    await expect(legend.getByText('Join or filter only')).toHaveCount(0);
    await path.getByText('Filters and joins').click();
    await expect(legend.getByText('Join or filter only')).toBeVisible();
  });
});

test('AdventureWorks: a column of Sales.vSalesPerson leads to the column of its table', async ({
  headwater,
  page,
}) => {
  test.skip(adventureWorksFiles.length === 0, 'AdventureWorks is not beside this clone');
  await importFiles(headwater.url, adventureWorksFiles, { source: 'AdventureWorks' });
  await page.goto('/lineage/Sales.vSalesPerson?up=2&down=1');
  await switchColumns(page);
  await pick(page, row(page, 'vSalesPerson', 'SalesYTD'));
  await expect(page.getByRole('region', { name: 'Column path' })).toContainText(
    '1 column up, 0 down, in 2 objects',
  );
  await expect(row(page, 'SalesPerson', 'SalesYTD')).toHaveAccessibleName('SalesYTD, money, on the path');

  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('tab', { name: 'Overview' }).click();
  const steps = inspector.getByRole('list', { name: 'Column trace' }).getByRole('listitem');
  await expect(steps).toHaveText([
    /^Sales\.SalesPerson\.SalesYTD.*copied unchanged · line \d+$/,
    'Sales.vSalesPerson',
  ]);
  await inspector.getByRole('tab', { name: /^Columns/ }).click();
  const sources = inspector.getByRole('list', { name: 'Comes from' });
  await expect(sources.getByRole('listitem')).toHaveText(/Sales\.SalesPerson\.SalesYTD.*1 hop/);
  await expect(inspector.getByText('No SQL of this snapshot uses its value.')).toBeVisible();
  await sources
    .getByRole('button', { name: /^Line \d+, the proof for Sales\.SalesPerson\.SalesYTD$/ })
    .click();
  const sql = inspector.getByRole('region', { name: 'SQL of Sales.vSalesPerson' });
  // Where the column is named, and the table it is of.
  await expect(sql.locator('mark')).toHaveText(['s.[SalesYTD]', '[Sales].[SalesPerson] s']);
});
