import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAs } from './fixtures/import-dialog';
import { expect, test } from './fixtures/server';

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwater-scripts-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function script(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

test('two SQL scripts become a source of their own, and an edge leads to the line that says so', async ({
  page,
}) => {
  const tables = await script('shop-tables.sql', [
    'CREATE TABLE dbo.Orders (Id int NOT NULL, Amount money NULL)',
    'GO',
    'CREATE TABLE dbo.Facts (Id int NOT NULL, Total money NULL)',
    'GO',
  ]);
  const load = await script('shop-load.sql', [
    'CREATE PROCEDURE dbo.LoadFacts AS',
    'BEGIN',
    '  SET NOCOUNT ON;',
    '  INSERT INTO dbo.Facts (Id, Total)',
    '  SELECT Id, Amount FROM dbo.Orders',
    'END',
    'GO',
    'EXEC dbo.LoadFacts',
  ]);
  await page.goto('/imports');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Files to import').setInputFiles([tables, load]);
  const row = dialog.getByRole('row', { name: /shop-load\.sql/ });
  await expect(row).toContainText('SQL script');
  await expect(row).toContainText('1 statement, 1 procedure');
  await expect(row.getByLabel('SQL dialect of shop-load.sql')).toHaveValue('tsql');

  // The dialect is the source's: chosen at one script, it counts for all.
  await row.getByLabel('SQL dialect of shop-load.sql').selectOption('postgres');
  await expect(dialog.getByLabel('SQL dialect of shop-tables.sql')).toHaveValue('postgres');
  await row.getByLabel('SQL dialect of shop-load.sql').selectOption('tsql');
  await dialog.getByRole('button', { name: 'Continue to preview' }).click();
  await expect(dialog.getByLabel('Source name')).toHaveValue('shop');
  await expect(dialog.getByLabel('SQL dialect')).toHaveValue('tsql');
  await dialog.getByRole('option', { name: /^shop-load\.sql/ }).click();
  await expect(dialog.getByRole('table', { name: 'What it defines' })).toContainText('dbo.LoadFacts');
  await startAs(page, 'Anna', 'shop');
  await dialog.getByRole('link', { name: 'Open receipt' }).click();

  await expect(page.getByText('Balanced', { exact: true })).toBeVisible();
  const files = page.getByRole('table', { name: 'Files of the import' });
  for (const name of ['shop-tables.sql', 'shop-load.sql']) {
    const cells = files.getByRole('row', { name }).getByRole('cell');
    await expect(cells).toHaveText(['SQL script', '2', '2', '0', '0', '0', '0', '0', /adds up/]);
  }

  await page.goto('/lineage/dbo.LoadFacts?up=1&down=1');
  const cards = page.getByRole('tree', { name: /^Lineage of/ }).getByRole('treeitem');
  await expect(cards).toHaveCount(4);
  await expect(cards.and(page.getByRole('treeitem', { name: /^shop-load\.sql, script/ }))).toBeVisible();
  await page.getByRole('tab', { name: /^Evidence/ }).click();
  const proof = page.getByRole('listitem').filter({ hasText: 'Orders' }).filter({ hasText: 'reads' });
  await expect(proof).toContainText('shop-load.sql, record 1, line 5');
});
