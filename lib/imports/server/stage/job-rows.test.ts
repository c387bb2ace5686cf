import { expect, it } from 'vitest';
import { tempWorkspaceForEach } from '@/scripts/test/temp-workspace';
import { newFile, newRecord } from '../records/import-record';
import { jobRows } from './job-rows';

tempWorkspaceForEach();

const files = [30, 10, null].map((lastModified, ordinal) => ({
  ...newFile({ ordinal, name: `f${ordinal + 1}.csv`, size: 1, sha256: null, uploadUrl: '/' }),
  lastModified,
}));

it.each([
  [undefined, [1, 2, 3]],
  ['upload', [1, 2, 3]],
  ['modified', [3, 2, 1]],
  ['given', [2, 3, 1]],
] as const)('with the order %s of conflicts the later file wins', async (conflictOrder, order) => {
  const formats = [3, 'f1.csv'].map((file) => ({ file, kind: 'auto' as const }));
  const record = newRecord(crypto.randomUUID(), { conflictOrder, formats, dataset: 'main.x' });
  expect((await jobRows({ ...record, files })).order).toEqual(order);
});
