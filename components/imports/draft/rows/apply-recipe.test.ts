import { expect, test } from 'vitest';
import { previewFile } from '@/lib/formats/preview/preview-file';
import { Recipe, type SavedRecipe } from '@/lib/imports/recipe';
import { initialChoices } from '../draft-choices';
import type { DraftFile } from '../draft-file';
import { alikeFiles, applyRecipe, takeBackRecipe } from './apply-recipe';
import { fileChoice } from './file-choice';
import { planRows } from './plan-rows';
import { rowView } from './row-view';

const CSV = { delimiter: ';', quote: '"', escape: '"', header: true, decimalMark: ',' } as const;

function saved(format: object = {}): SavedRecipe {
  const recipe = Recipe.parse({
    mode: 'upsert',
    key: ['id'],
    onBadRecord: 'keep',
    maxRejects: 7,
    checks: [{ column: 'id', required: true }],
    format: {
      csv: CSV,
      encoding: 'utf-8',
      columns: [
        { name: 'id', as: 'OrderID', type: 'bigint', min: 1 },
        { name: 'day', as: 'day', type: 'date', dateOrder: 'dmy' },
        { name: 'price', as: 'price', type: 'decimal(18,2)' },
      ],
      ...format,
    },
  });
  const origin = { savedIn: 3, file: 'january.csv', owner: { name: 'Anna', verified: false } };
  return {
    ...origin,
    dataset: 'main.sales',
    header: ['id', 'day', 'price'],
    recipe,
    version: 2,
    at: '2026-02-01T10:00:00.000Z',
    isCurrent: true,
    rolledBackBy: null,
  };
}

async function draftFile(key: string, lines: readonly string[], encoding?: 'latin1'): Promise<DraftFile> {
  const bytes = new Uint8Array(Buffer.from(`${lines.join('\n')}\n`, encoding ?? 'utf8'));
  const file = new File([bytes], `${key}.csv`);
  return { key, name: file.name, size: file.size, lastModified: 1, file, preview: await previewFile(file) };
}

const stateOf = (...files: DraftFile[]) => ({ files, datasets: {}, choices: initialChoices });

function choiceOf(file: DraftFile | undefined) {
  const view = file === undefined ? null : rowView(file);
  if (!view?.table) throw new Error('The file is read as rows.');
  const plan = planRows(view.table, view.edits, null);
  return { plan, ...fileChoice(1, 'main.sales', null, view.table, plan) };
}

const MARCH = ['id;day;price', '1;01/02/2024;2,50', '2;03/04/2024;3,75'];

test('a file is read as it was confirmed for an earlier one: nothing is asked, and checks come along', async () => {
  const before = stateOf(await draftFile('march', MARCH));
  expect(choiceOf(before.files[0]).plan.open).toHaveLength(2);
  const after = applyRecipe(before, 'march', saved());
  const { plan, csv, columns } = choiceOf(after.files[0]);
  expect(plan.open).toEqual([]);
  expect(plan.columns.map((column) => column.bad)).toEqual([null, null, null]);
  expect(plan.columns.map((column) => column.note)).toEqual([
    'from 1',
    'Day first, as confirmed before',
    null,
  ]);
  expect(csv).toMatchObject({ delimiter: ';', decimalMark: ',' });
  expect(columns).toEqual(saved().recipe.format.columns);
  expect(after.files[0]?.recipe).toEqual({ dataset: 'main.sales', version: 2 });
  expect(after.datasets).toMatchObject({
    'main.sales': { mode: 'upsert', key: ['id'], checks: [{ column: 'id', required: true }] },
  });
  expect(after.choices).toMatchObject({ onBadRecord: 'keep', maxRejects: '7', maxRejectPercent: '10' });
});

test('the table begins where it begins in this file, whatever the recipe says', async () => {
  const file = await draftFile('april', ['Export of sales', '', ...MARCH]);
  const { files } = applyRecipe(stateOf(file), 'april', saved());
  const { csv, plan } = choiceOf(files[0]);
  expect(csv).toMatchObject({ header: true, headerLine: 3, decimalMark: ',' });
  expect(plan.columns.map((column) => column.name)).toEqual(['id', 'day', 'price']);
});

test('a delimiter that would give another header is not taken over', async () => {
  const comma = ['id,day,price', '1,01/02/2024,"2,50"', '2,03/04/2024,"3,75"'];
  const { files } = applyRecipe(stateOf(await draftFile('may', comma)), 'may', saved());
  const { csv, plan } = choiceOf(files[0]);
  expect(csv).toMatchObject({ delimiter: ',', decimalMark: ',' });
  expect(plan.open).toEqual([]);
});

test('bytes that are no UTF-8 are read as found, although the recipe was confirmed for plain ones', async () => {
  const lines = ['id;day;price', '1;01/02/2024;2,50', '2;03/04/2024;Grün'];
  const { files } = applyRecipe(stateOf(await draftFile('june', lines, 'latin1')), 'june', saved());
  const { encoding, plan } = choiceOf(files[0]);
  expect(encoding).toBe('iso-8859-1');
  expect(plan.columns[2]?.bad).toEqual({ count: 1, reason: 'not a number' });
});

test('one answer is for all files with the header about which nothing was decided', async () => {
  const [march, april] = [await draftFile('march', MARCH), await draftFile('april', MARCH)];
  const other = await draftFile('other', ['id;name', '1;a']);
  const before = stateOf(march, april, other);
  expect(alikeFiles(before.files, 'march').map((file) => file.key)).toEqual(['march', 'april']);
  const used = applyRecipe(before, 'march', saved());
  expect(used.files.map((file) => file.recipe?.version)).toEqual([2, 2, undefined]);
  const back = takeBackRecipe(used, 'april');
  expect(back.files.map((file) => file.recipe)).toEqual([null, null, undefined]);
  expect(choiceOf(back.files[0]).plan.open).toHaveLength(2);
  expect(back.datasets).toEqual({});
  expect(back.choices).toEqual(initialChoices);
  const declined = applyRecipe(before, 'march', null);
  expect(declined.files.map((file) => file.recipe)).toEqual([null, null, undefined]);
});
