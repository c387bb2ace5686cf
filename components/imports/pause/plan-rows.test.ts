import { expect, test } from 'vitest';
import type { PlannedCounts } from '@/lib/imports/pause';
import { planRows } from './plan-rows';

const nothing: PlannedCounts = {
  ...{ read: 2, inserted: 1, updated: 1, unchanged: 0, duplicates: 0, rejected: 0, skipped: 0 },
  ...{ ended: 0, conflicts: 0, datasets: [] },
};
const stock = { name: 'main.stock', created: false, columnsAdded: [], columnsWidened: [] };

test('the six parts always stand there, the rest only where it says something', () => {
  expect(planRows([nothing, nothing])).toHaveLength(6);
  const found = { ...nothing, inserted: 0, unchanged: 1, ended: 3 };
  const changed = planRows([nothing, found]).filter((row) => row.isChanged);
  expect(changed.map(({ label, values }) => [label, ...values])).toEqual([
    ['Create', '1', '0'],
    ['Unchanged', '0', '1'],
    ['Rows there that end', '0', '3'],
  ]);
});

test('columns are told in words, and only where some change', () => {
  const was = { ...nothing, datasets: [{ ...stock, columnsAdded: ['note'] }] };
  const widened = [{ name: 'amount', from: 'bigint', to: 'double' }] as const;
  const now = { ...nothing, datasets: [{ ...stock, columnsWidened: [...widened] }] };
  expect(planRows([was, now]).at(-1)).toEqual({
    label: 'Columns of stock',
    values: ['note added', 'amount from bigint to double'],
    isChanged: true,
  });
  expect(planRows([{ ...nothing, datasets: [stock] }])).toHaveLength(6);
});
