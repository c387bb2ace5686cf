import { adventureWorksFiles } from './fixtures/extract-files';
import { chooseFiles, startAs } from './fixtures/import-dialog';
import { expect, test } from './fixtures/server';

test('the five files of AdventureWorks come in through the modal, and Sales.vSalesPerson traces', async ({
  page,
}) => {
  test.skip(adventureWorksFiles.length === 0, 'AdventureWorks is not beside this clone');
  await page.goto('/');
  await chooseFiles(page, adventureWorksFiles);
  await startAs(page, 'Anna', 'AdventureWorks');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Published as snapshot #1')).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('link', { name: 'Open receipt' }).click();

  await expect(page.getByRole('heading', { name: 'Import #1' })).toBeVisible();
  await expect(page.getByText('Balanced', { exact: true })).toBeVisible();
  const files = page.getByRole('table', { name: 'Files of the import' });
  for (const [file, records] of [
    ['objects.parquet', '112'],
    ['definitions.parquet', '41'],
    ['dependencies.parquet', '116'],
    ['table_columns.parquet', '749'],
    ['query_logs.parquet', '12'],
    ['All 5 files', '1,030'],
  ]) {
    const cells = files.getByRole('row', { name: file }).getByRole('cell');
    await expect(cells.last()).toHaveText('adds up');
    expect((await cells.allInnerTexts()).slice(-8)).toEqual([
      records,
      records,
      '0',
      '0',
      '0',
      '0',
      '0',
      'adds up',
    ]);
  }

  await page.goto('/lineage/Sales.vSalesPerson?up=2&down=1');
  await expect(page.getByText('Showing 15 of 17 connected objects')).toBeVisible();
  await expect(page.getByPlaceholder('Filter 112 objects')).toBeVisible();
  const cards = page.getByRole('tree', { name: /^Lineage of/ }).getByRole('treeitem');
  // Itself, its 11 sources, and the 3 procedures whose SQL writes to one of them.
  await expect(cards).toHaveCount(15);
  await expect(
    cards.and(page.getByRole('treeitem', { name: /^SalesTerritory, table, Sales, / })),
  ).toBeVisible();
});
