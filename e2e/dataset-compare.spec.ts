import { importLines } from './fixtures/one-call-import';
import { expect, test } from './fixtures/server';

const FIELDS = {
  formats: JSON.stringify([{ file: 1, kind: 'rows', dataset: 'staff' }]),
  datasets: JSON.stringify({ staff: { mode: 'upsert', key: ['staff_id'] } }),
};

test('two snapshots of a dataset are compared row by row, by keyboard and by link', async ({
  page,
  headwater,
}, info) => {
  const load = (name: string, lines: readonly string[]) =>
    importLines(headwater.url, info, name, lines, FIELDS);
  await load('first.csv', ['staff_id,unit,salary', '1,Sales,100', '2,Finance,200', '3,Legal,300']);
  await load('second.csv', ['staff_id,unit,salary', '2,Finance,250', '4,Audit,400']);
  await load('third.csv', ['staff_id,unit,salary', '4,Audit,400']);

  await page.goto('/imports/2');
  await page.getByRole('link', { name: 'Compare with before' }).click();
  await expect(page.getByRole('tab', { name: 'Compare' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByLabel('Before', { exact: true })).toHaveValue('1');
  await expect(page.getByLabel('After', { exact: true })).toHaveValue('2');
  const grid = page.getByRole('grid', { name: 'Rows of main.staff that differ between #1 and #2' });
  const changed = grid.getByRole('row').nth(1);
  await expect(changed).toContainText('first.csv');
  await expect(changed).toContainText('second.csv');
  await expect(changed.getByRole('gridcell', { name: 'before 200 after 250' })).toBeVisible();
  await expect(grid.getByRole('row').nth(2).getByRole('gridcell', { name: 'added 400' })).toBeVisible();
  await expect(grid.getByRole('columnheader', { name: /^salary/ })).toContainText('1 changed');
  await expect(grid.getByRole('columnheader', { name: /^unit/ })).toHaveCount(0);
  await page.getByText('Only columns that changed').click();
  await expect(grid.getByRole('columnheader', { name: /^unit/ })).toBeVisible();

  // The kind stands in the address, so a link shows the same rows.
  await page.getByRole('radio', { name: 'Changed' }).press('Space');
  await expect(page.getByText('1 other row hidden by the choice')).toBeVisible();
  await expect(page).toHaveURL(/tab=compare.*from=1.*change=changed.*snapshot=2/);
  await page.reload();
  await expect(page.getByText('1 other row hidden by the choice')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Changed' })).toHaveAttribute('aria-checked', 'true');

  await grid.focus();
  await page.keyboard.press('ArrowRight');
  await expect(grid).toHaveAttribute('aria-activedescendant', 'pair-0-1');
  await page.keyboard.press('Enter');
  const row = page.getByRole('dialog', { name: 'staff_id 2' });
  await expect(row).toContainText('first.csv, line 3, in #1');
  await expect(row).toContainText('second.csv, line 2, in #2');
  await expect(row.getByRole('row', { name: /salary/ })).toContainText('250');
  await page.keyboard.press('Escape');
  await expect(row).toBeHidden();
  await expect(grid).toBeFocused();
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog', { name: 'staff_id 2' })).toContainText('Updated in #2');
  await page.keyboard.press('Escape');

  await page.getByRole('radio', { name: 'Removed' }).press('Space');
  await expect(page.getByText('No row was removed')).toBeVisible();
  await page.getByRole('button', { name: 'Show all rows that differ' }).click();
  await expect(grid.getByRole('row')).toHaveCount(3);

  // A load that changed nothing: other snapshots are a choice away.
  await page.getByLabel('After', { exact: true }).selectOption('3');
  await page.getByLabel('Before', { exact: true }).selectOption('2');
  await expect(page.getByText('No row differs')).toBeVisible();
  await page.goto('/datasets/main.staff?tab=compare&from=3&snapshot=2');
  await expect(page.getByText('Choose a snapshot before #2')).toBeVisible();
  await page.getByLabel('Before', { exact: true }).selectOption('1');
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(3);
  await page.goto('/datasets/main.staff?tab=compare&snapshot=1');
  await expect(page.getByText('There is nothing to compare yet')).toBeVisible();

  await page.getByRole('tab', { name: /^Loads/ }).click();
  await page.getByRole('button', { name: 'As of snapshot #1' }).click();
  await page.getByRole('link', { name: 'Compare the rows of two snapshots' }).click();
  await expect(page.getByRole('tab', { name: 'Compare' })).toHaveAttribute('aria-selected', 'true');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the open tab of a dataset is fully in view, on load and when another one is opened', async ({
    page,
    headwater,
  }, info) => {
    await importLines(headwater.url, info, 'first.csv', ['staff_id,unit', '1,Sales'], FIELDS);
    await page.goto('/datasets/main.staff?tab=compare');
    const open = page.getByRole('tab', { selected: true });
    await expect(open).toHaveText('Compare');
    // Its counts come later than the tabs, and push the last one on.
    await expect(page.getByRole('tab', { name: /^Recipes \d/ })).toHaveCount(1);
    await expect(open).toBeInViewport({ ratio: 1 });
    await open.focus();
    await page.keyboard.press('Home');
    await expect(open).toHaveText('Rows');
    await expect(open).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('End');
    await expect(open).toHaveText('Compare');
    await expect(open).toBeInViewport({ ratio: 1 });
  });
});
