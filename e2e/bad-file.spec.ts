import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseFiles, startAs } from './fixtures/import-dialog';
import { expect, test } from './fixtures/server';

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwater-bad-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

test('a bad record fails the import and tells file, line, column and reason', async ({ headwater, page }) => {
  const files = [
    await write(
      'things.csv',
      'object_id,schema_name,object_name,object_type\n1,dbo,Customer,Table\nseven,dbo,Orders,Table\n',
    ),
    await write('texts.csv', 'object_id,definition\n1,"SELECT 1\nFROM x"\n'),
    await write(
      'links.csv',
      'referencing_object_id,referenced_object_id,referenced_schema_name,referenced_entity_name\n',
    ),
  ];
  await page.goto('/');
  await chooseFiles(page, files);
  await startAs(page, 'Anna', 'Shop');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('The import failed, nothing was written')).toBeVisible();
  await expect(dialog.getByText(/things\.csv.*line 3/).first()).toBeVisible();
  await expect(dialog.getByRole('cell', { name: 'object_id' })).toBeVisible();
  await expect(dialog.getByText('seven').first()).toBeVisible();
  const snapshots = await (await fetch(`${headwater.url}/api/snapshots`)).json();
  expect(snapshots.total).toBe(0);
});

test('files that are no table stay in the list with the reason', async ({ page }) => {
  const notes = await write('notes.md', 'Budget of the month\nto be done\n');
  await page.goto('/');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Files to import').setInputFiles(notes);
  const row = dialog.getByRole('row', { name: /notes\.md/ });
  await expect(row.getByText('Left out')).toBeVisible();
  await expect(row.getByText(/Budget of the month/)).toBeVisible();
});
