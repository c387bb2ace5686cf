import { expect, it } from 'vitest';
import { extractCsv } from '@/scripts/test/extract-csv';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

it('a hint that names no object is noted in the receipt with its place', async () => {
  const files = extractCsv([
    { id: 1, name: 'orders' },
    { id: 2, name: 'load', type: 'P', definition: '-- @LINEAGE_INPUTS: dbo.orders, dbo.gone\nSELECT 1' },
  ]);
  const { receipt } = await importFiles(server.origin, files, { source: 'shop' });
  expect(receipt?.lineage.edges.added).toBe(1);
  expect(receipt?.rejected).toBe(0);
  expect(receipt?.notes.count).toBe(1);
  expect(receipt?.notes.items).toEqual([
    {
      file: 'definitions.csv',
      record: 1,
      code: 'HINT_UNKNOWN_OBJECT',
      message: expect.stringContaining('dbo.gone'),
    },
  ]);
});
