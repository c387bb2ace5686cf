import type { Locator, Page } from '@playwright/test';
import { sampleFiles } from './fixtures/extract-files';
import { importFiles } from './fixtures/one-call-import';
import { placeOf } from './fixtures/place-of';
import { expect, test } from './fixtures/server';

/** The drawn cards; the explorer's rows have no lineage. */
const cards = (page: Page): Locator => page.getByRole('tree', { name: /^Lineage of/ }).getByRole('treeitem');
const card = (page: Page, name: string): Locator =>
  cards(page).and(page.getByRole('treeitem', { name: new RegExp(`^${name},`) }));

const names = (page: Page): Promise<string[]> =>
  cards(page).evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? '').sort());

test.beforeEach(async ({ headwater }) => {
  await importFiles(headwater.url, sampleFiles, { source: 'Sample warehouse' });
});

test('expanding keeps the clicked card in its place, and the link restores the view', async ({ page }) => {
  await page.goto('/lineage/sales.v_order_totals?up=1&down=1');
  const clicked = card(page, 'order_lines');
  const before = await placeOf(clicked);
  await expect(page.getByText('Showing 10 of 54 connected objects')).toBeVisible();

  await page.getByRole('button', { name: 'Show 2 hidden upstream of order_lines' }).click();
  await expect(card(page, 'merge_pos_orders')).toBeVisible();
  expect(await placeOf(clicked)).toEqual(before);

  await clicked.click();
  await expect(page).toHaveURL(/up=1&down=1.*expand=[0-9a-f]{16}:up&select=[0-9a-f]{16}$/);
  await expect(page.getByRole('heading', { name: 'order_lines' })).toBeVisible();
  const drawn = await names(page);
  await page.reload();
  await expect.poll(() => names(page)).toEqual(drawn);
  await expect(clicked).toHaveAttribute('aria-selected', 'true');
});

test('the keyboard goes along the lineage, changes the focus, and goes back', async ({ page }) => {
  await page.goto('/lineage/sales.v_order_totals?up=1&down=1');
  await card(page, 'v_order_totals').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveAttribute('data-depth', '1');
  await page.keyboard.press('ArrowLeft');
  await expect(card(page, 'v_order_totals')).toBeFocused();

  await page.keyboard.press(']');
  await expect(page).toHaveURL(/up=2&down=1/);
  await expect(page.getByRole('textbox', { name: 'Upstream depth' })).toHaveValue('2');

  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(':focus')).toHaveAttribute('data-depth', '-1');
  const chosen = (await page.locator(':focus').getAttribute('aria-label'))?.split(',')[0] ?? '';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/lineage/sales\\.${chosen}\\?up=2&down=1`));
  await expect(page.getByRole('heading', { level: 2, name: chosen })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the focus before' }).click();
  await expect(page).toHaveURL(/v_order_totals/);
  await expect(page.getByRole('button', { name: 'Back to the focus before' })).toBeDisabled();
});

test('an edge shows its evidence, down to the line of SQL that says so', async ({ page }) => {
  await page.goto('/lineage/sales.merge_web_orders?up=1&down=1');
  await card(page, 'orders').focus();
  await page.keyboard.press('l');
  await expect(page.getByRole('listbox', { name: 'Edges of sales.orders' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'merge_web_orders to orders' })).toBeVisible();
  await page.getByRole('button', { name: /definitions\.parquet.*line 5/ }).click();
  const sql = page.getByRole('region', { name: 'SQL of sales.merge_web_orders' });
  // The comment's name and the one that the parser found are marked, and nothing else of the statement.
  await expect(sql.locator('mark')).toHaveText(['sales.orders', 'sales.orders']);
  await expect(page).toHaveURL(/tab=sql&line=5/);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 2, name: 'merge_web_orders' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toHaveCount(0);
});

test('the table and the tree hold the objects of the graph', async ({ page }) => {
  await page.goto('/lineage/sales.v_order_totals?up=2&down=2');
  await expect(cards(page)).toHaveCount(17);
  const drawn = (await names(page)).map((name) => name.split(',')[0]).sort();

  await page.keyboard.press('3');
  const table = page.getByRole('table', { name: 'Drawn objects by depth' });
  await expect(table).toBeVisible();
  const rows = table.getByRole('rowheader').getByRole('link');
  await expect(rows).toHaveCount(drawn.length);
  expect((await rows.allInnerTexts()).sort()).toEqual(drawn);

  await page.keyboard.press('2');
  const tree = page.getByRole('tree', { name: 'Lineage tree' });
  await expect(tree).toBeVisible();
  const items = tree.getByRole('treeitem');
  await expect(items).toHaveCount(drawn.length);
  const labels = await items.evaluateAll((all) =>
    all.map((item) => item.getAttribute('aria-label')?.split(',')[0]),
  );
  expect(labels.sort()).toEqual(drawn);
});

test('a newer snapshot changes nothing until the reader switches, and keeps the view', async ({
  page,
  headwater,
}) => {
  await page.goto('/lineage/sales.v_order_totals?up=1&down=1');
  await card(page, 'orders').click();
  await importFiles(headwater.url, sampleFiles, { source: 'Sample warehouse' });
  await expect(page.getByText('As of snapshot #1')).toBeVisible();
  await page
    .getByRole('region', { name: /^Lineage of/ })
    .getByRole('button', { name: 'Switch to #2' })
    .click();
  await expect(page.getByText('As of snapshot #1')).toHaveCount(0);
  await expect(card(page, 'orders')).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/up=1&down=1&select=/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the list comes first, the graph is one tap away', async ({ page }) => {
    await page.goto('/lineage/sales.v_order_totals?up=2&down=1');
    await expect(page.getByRole('button', { name: '1 up 3 objects' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'order_lines' })).toBeVisible();
    await page.getByRole('radio', { name: 'Graph' }).tap();
    await expect(card(page, 'v_order_totals')).toBeVisible();
  });
});
