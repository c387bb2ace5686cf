import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startAndOpen } from './fixtures/import-dialog';
import { expect, test } from './fixtures/server';

test('pasted rows, pasted SQL and the files of a folder are taken like chosen files', async ({
  page,
}, info) => {
  const folder = info.outputPath('exports');
  await mkdir(join(folder, 'north'), { recursive: true });
  await writeFile(join(folder, 'sales.csv'), 'id,amount\n1,2.50\n');
  await writeFile(join(folder, 'north', 'staff.csv'), 'id,name\n1,Anna\n2,Ben\n');
  await page.goto('/imports');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import files' });
  await dialog.getByLabel('Folder to import').setInputFiles(folder);
  await expect(dialog.getByRole('row', { name: /^sales\.csv/ })).toContainText('dataset sales');
  await expect(dialog.getByRole('row', { name: /^staff\.csv/ })).toContainText('2');

  const paste = page.getByRole('dialog', { name: 'Paste rows or SQL' });
  const add = paste.getByRole('button', { name: 'Add to the files' });
  await dialog.getByRole('button', { name: 'Paste rows or SQL…' }).click();
  const text = paste.getByLabel('Rows with their header, or SQL');
  await expect(text).toBeFocused();
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await text.fill('unit_id;unit\n1;Sales\n2;Legal\n');
  await paste.getByLabel('Name').fill('units');
  await add.click();
  await expect(paste).toBeHidden();
  const units = dialog.getByRole('row', { name: /^units\.txt/ });
  await expect(units).toContainText('dataset units');
  await expect(units).toContainText('Ready');

  await dialog.getByRole('button', { name: 'Paste rows or SQL…' }).click();
  await text.fill('CREATE VIEW v_units AS SELECT unit FROM units;');
  await expect(paste.getByLabel('Name')).toHaveValue('pasted');
  await paste.getByLabel('Name').fill('units');
  await expect(paste.getByText('A file of this name is in the list. Choose another name.')).toBeVisible();
  await paste.getByLabel('Name').fill('views');
  await add.click();
  const views = dialog.getByRole('row', { name: /^views\.txt/ });
  await expect(views).toContainText('SQL script');
  await views.getByRole('button', { name: 'Remove views.txt' }).click();

  await dialog.getByRole('button', { name: 'Continue to preview' }).click();
  await startAndOpen(page, 'Anna');
  await expect(page.getByRole('row', { name: /^All 3 files/ })).toContainText('5');
});
