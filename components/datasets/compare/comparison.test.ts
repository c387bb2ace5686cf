import { expect, it } from 'vitest';
import { type ComparedColumn, columnsToShow } from './comparison';

const column = (name: string, changed: number, isKey = false): ComparedColumn => ({
  name,
  type: 'text',
  isKey,
  changed,
});
const names = (columns: readonly ComparedColumn[]) => columns.map((it) => it.name);

it('shows the key beside the columns that changed, or all when asked', () => {
  const columns = [column('id', 0, true), column('name', 0), column('price', 2)];
  expect(names(columnsToShow(columns, true))).toEqual(['id', 'price']);
  expect(names(columnsToShow(columns, false))).toEqual(['id', 'name', 'price']);
});

it('shows all columns when whole rows came or went', () => {
  expect(names(columnsToShow([column('id', 0, true), column('name', 0)], true))).toEqual(['id', 'name']);
});
