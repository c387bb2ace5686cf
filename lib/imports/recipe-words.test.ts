import { expect, test } from 'vitest';
import { Recipe } from './recipe';
import { recipeChanges, recipeFacts, recipeSummary } from './recipe-words';

const recipe = Recipe.parse({
  mode: 'upsert',
  key: ['id'],
  onBadRecord: 'keep',
  checks: [{ column: 'PeriodStart', required: true }],
  format: {
    csv: { delimiter: ';', quote: '"', escape: '"', header: true, decimalMark: ',' },
    columns: [
      { name: 'id', as: 'id', type: 'integer', min: 1 },
      { name: 'period', as: 'PeriodStart', type: 'date', dateOrder: 'dmy' },
      { name: 'state', as: 'state', type: 'text', allowed: ['new', 'open', 'done', 'gone'] },
      { name: 'note', as: null, type: 'text' },
    ],
  },
});
const wordsOf = (facts: readonly { what: string; how: string }[]) =>
  Object.fromEntries(facts.map(({ what, how }) => [what, how]));

test('a recipe says what it sets, about the whole and about each column', () => {
  const { general, columns } = recipeFacts(recipe);
  expect(wordsOf(general)).toMatchObject({
    Mode: 'upsert',
    Key: 'id',
    'Empty cell': 'set null',
    'Bad records': 'keep good ones up to 1,000 or 10 %',
    Delimiter: 'semicolon',
    'Decimal mark': 'comma',
    'Check of PeriodStart': 'required',
  });
  expect(wordsOf(columns)).toEqual({
    id: 'integer, from 1',
    period: 'date, day first as PeriodStart',
    state: 'text, one of new, open, done and 1 more',
    note: 'left out',
  });
  expect(recipeSummary(recipe)).toBe(
    'upsert by id; bad records: keep good ones up to 1,000 or 10 %; 4 columns with their types, 1 left out',
  );
});

test('two versions differ in what was changed only', () => {
  const later = { ...recipe, mode: 'append' as const, key: undefined };
  expect(recipeChanges(recipe, later)).toEqual([
    { what: 'Mode', before: 'upsert', after: 'append' },
    { what: 'Key', before: 'id', after: null },
    { what: 'Empty key', before: 'reject the record', after: null },
    { what: 'Empty cell', before: 'set null', after: null },
  ]);
  expect(recipeChanges(recipe, recipe)).toEqual([]);
});

test('how a file is packed is no part of a recipe', () => {
  const packed = { ...recipe, format: { ...recipe.format, compression: 'gzip' } };
  expect(Recipe.parse(packed)).toEqual(recipe);
});
