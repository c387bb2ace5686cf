import { afterAll, expect, test } from 'vitest';
import type { RowType } from '@/lib/imports/row-type';
import { removeWorkerFolders } from '@/scripts/test/import-worker';
import { csv, runRows } from '@/scripts/test/run-rows';

afterAll(removeWorkerFolders);

const FILE = csv('id,day\n1,2024-01-01\n2,2024-01-02\n');

test.each([
  ['id', 'min', { min: 'abc' }, 'abc', 'bigint'],
  // The engine would round it, and let 2 pass.
  ['id', 'max', { max: 1.5 }, '1.5', 'bigint'],
  ['id', 'max', { max: '9223372036854775808' }, '9223372036854775808', 'bigint'],
  ['id', 'allowed', { allowed: ['1', 'two'] }, 'two', 'bigint'],
  ['day', 'min', { min: '01/02/2024' }, '01/02/2024', 'date'],
  ['day', 'max', { max: '2024-02-30' }, '2024-02-30', 'date'],
])(
  'a check of %s whose %s is no value of the type that was found ends the import',
  async (column, check, limits, value, type) => {
    const { last } = await runRows([FILE], { dataset: { checks: [{ column, ...limits }] } });
    expect(last).toMatchObject({
      type: 'failed',
      code: 'invalid-request',
      extra: { dataset: 'main.rows', column, check, value, columnType: type },
    });
  },
);

test.each<[RowType, object]>([
  ['integer', { min: -3, max: '10', allowed: ['1', '2.0'] }],
  ['bigint', { max: '9223372036854775807' }],
  ['double', { min: '1e-3', max: 1e21 }],
  ['decimal(10,2)', { min: '0.50', max: 2.5 }],
  ['text', { allowed: ['1', '2', 'abc'], min: '1' }],
])('limits that are values of %s check', async (type, limits) => {
  const columns = [
    { name: 'id', as: 'id', type, ...limits },
    { name: 'day', as: 'day', type: 'date' as const, min: '2024-01-01', max: '2024-1-2' },
  ];
  const { last } = await runRows([FILE], { choices: [{ file: 1, kind: 'rows', columns }] });
  expect(last).toMatchObject({ type: 'staged', files: [{ read: 2, rejected: 0 }] });
});
