import { chooseFiles, startAndOpen, textFile } from './fixtures/import-dialog';
import { expect, test } from './fixtures/server';

const document = (...skus: string[]) => [
  '{"page": {"tags": [{"tag": "may"}]},',
  '"data": {"items": [',
  skus.map((sku) => `{"sku": "${sku}", "amount": 1}`).join(',\n'),
  ']}}',
];

test('the records of a JSON document are chosen, frozen in the load, and known by the recipe', async ({
  page,
  headwater,
}) => {
  await page.goto('/imports');
  await chooseFiles(page, [textFile('stock.json', document('a', 'b'))]);
  const dialog = page.getByRole('dialog');
  const start = dialog.getByRole('button', { name: 'Start import' });
  const question = dialog.getByRole('radiogroup', { name: /Which records in it are meant/ });
  await expect(question.getByRole('radio')).toHaveCount(2);
  await dialog.getByLabel('Your name').fill('Anna');
  await expect(start).toHaveAttribute('aria-disabled', 'true');
  await question.getByText('Records in “data.items”').click();
  await expect(dialog.getByRole('table', { name: 'First records of stock.json' })).toContainText('sku');
  await dialog.getByLabel('Records in the JSON').selectOption('page.tags');
  await expect(dialog.getByRole('table', { name: 'First records of stock.json' })).toContainText('tag');
  await dialog.getByLabel('Records in the JSON').selectOption('data.items');
  await expect(start).not.toHaveAttribute('aria-disabled', 'true');
  await startAndOpen(page);
  const [rows, recipes] = await Promise.all(
    ['datasets/main.stock/rows', 'recipes?dataset=main.stock'].map(async (path) =>
      (await fetch(`${headwater.url}/api/${path}`)).json(),
    ),
  );
  expect(rows.total).toBe(2);
  expect(recipes.items[0].recipe.format.json).toEqual({ path: 'data.items' });
});
