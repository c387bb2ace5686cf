import { expect, test } from './fixtures/server';

test('a new workspace offers the sample; one click later its lineage can be traced', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Bring your first files' })).toBeVisible();
  await page.getByRole('button', { name: 'Load the sample workspace' }).click();
  await expect(page.getByText('Published as snapshot #1')).toBeVisible({ timeout: 60_000 });
  // By the answer itself: a redirect in the page takes a second, and undoes where the reader has gone meanwhile.
  const home = await page.request.get('/', { maxRedirects: 0 });
  expect([home.status(), home.headers().location]).toEqual([307, '/lineage']);
  await page.getByRole('link', { name: 'Browse snapshot #1' }).click();
  await expect(page).toHaveURL(/\/lineage/);
  const tree = page.getByRole('tree', { name: 'Objects' });
  await tree.getByRole('treeitem', { name: /^mart/ }).click();
  const first = tree.getByRole('treeitem', { level: 2 }).first();
  await expect(first).toHaveAttribute('href', /^\/lineage\//);
  await first.click();
  await expect(page.getByText(/^Showing \d+ of \d+/)).toBeVisible();
});
