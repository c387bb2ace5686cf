import type { Page } from '@playwright/test';
import { sampleFiles } from './fixtures/extract-files';
import { importFiles } from './fixtures/one-call-import';
import { expect, test } from './fixtures/server';

const loadSample = (url: string) => importFiles(url, sampleFiles, { source: 'Sample warehouse' });
const tree = (page: Page) => page.getByRole('tree', { name: 'Objects' });

test('a view stays on its snapshot until the reader switches, and any snapshot can be read', async ({
  headwater,
  page,
}) => {
  await loadSample(headwater.url);
  await page.goto('/lineage');
  await expect(page.getByRole('button', { name: 'Snapshot #1' })).toBeVisible();

  await loadSample(headwater.url);
  const bar = page.getByRole('region', { name: 'What is going on' });
  await expect(bar.getByText('Snapshot #2 is ready')).toBeVisible();
  await expect(bar.getByText('you still see #1')).toBeVisible();
  await bar.getByRole('button', { name: 'Switch to #2' }).click();
  await expect(page.getByRole('button', { name: 'Snapshot #2' })).toBeVisible();
  await expect(bar).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await page.keyboard.press('s');
  await page.getByRole('dialog', { name: 'Snapshots' }).getByRole('button', { name: /#1/ }).click();
  await expect(page).toHaveURL(/snapshot=1/);
  await page.reload();
  await expect(page.getByRole('button', { name: '#2 is ready · you see #1' })).toBeVisible();
  await expect(tree(page)).toBeVisible();
});

test('keys: list, areas, filter, and single letters switched off', async ({ headwater, page }) => {
  await loadSample(headwater.url);
  await page.goto('/lineage');
  await expect(tree(page)).toBeVisible();
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'List of keys' });
  await expect(list.getByText('Everywhere')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Filter objects' })).toBeFocused();
  await page.keyboard.type('no such object');
  await expect(page.getByText('No match')).toBeVisible();
  await page.getByRole('button', { name: 'Clear 1 filter' }).click();
  await expect(tree(page)).toBeVisible();

  await page.keyboard.press('?');
  await list.getByText('Single-letter keys').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('i');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
});

test('the tree is one stop for Tab and moves with the arrow keys', async ({ headwater, page }) => {
  await loadSample(headwater.url);
  await page.goto('/lineage');
  await expect(tree(page).getByRole('treeitem', { level: 1 }).first()).toBeVisible();
  await tree(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const first = tree(page).getByRole('treeitem', { level: 2 }).first();
  await expect(first).toHaveAttribute('href', /^\/lineage\//);
  const [id, href] = [await first.getAttribute('id'), await first.getAttribute('href')];
  await expect(tree(page)).toHaveAttribute('aria-activedescendant', id ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${headwater.url}${href}`);
  await expect(tree(page).getByRole('treeitem', { selected: true })).toHaveAttribute('id', id ?? '');
});

test('search: filters become chips, Tab jumps to the next group, Enter opens the SQL at its line', async ({
  headwater,
  page,
}) => {
  await loadSample(headwater.url);
  await page.goto('/lineage');
  await expect(tree(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  const field = page.getByRole('combobox', { name: 'Search' });
  await field.pressSequentially('schema:sales order');
  await expect(page.getByRole('button', { name: 'Remove the filter schema:sales' })).toBeVisible();
  await expect(page.getByText(/^\d+ matches in .*, as of #1$/)).toBeVisible();
  const sql = page.getByRole('group', { name: /^SQL text/ });
  const chosen = sql.getByRole('option', { selected: true });
  await expect(async () => {
    await field.press('Tab');
    await expect(chosen).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await field.press('Enter');
  await expect(page).toHaveURL(/\/lineage\/sales\.[^?]+\?.*line=\d+/);
});

test('the theme is kept and rendered by the server', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Your name and theme' }).click();
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const html = await (await page.request.get('/')).text();
  expect(html).toContain('data-theme="dark"');
});
