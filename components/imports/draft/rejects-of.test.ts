import { expect, test } from 'vitest';
import { previewFile } from '@/lib/formats/preview/preview-file';
import { judgeFile } from './judge-file';
import { rejectsOf } from './rejects-of';
import { planRowFile } from './rows/row-files';

const REASONS = '_import,_file,_record,_line,_column,_code,_reason';
const look = (text: string) => previewFile(new File([text], 'a_errors.csv'));

test('a file of rejects says whose they are, and its reasons are neither asked about nor imported', async () => {
  const preview = await look(
    `id,day,${REASONS}\n1,31/01/2026,12,a.csv,1,2,day,TYPE_MISMATCH,no date\n2,30/01/2026,12,a.csv,02,3,day,X,y\n`,
  );
  expect(rejectsOf(preview)).toBe(12);
  const file = { key: '1', name: 'a_errors.csv', size: 9, lastModified: 1, file: null, preview };
  expect(judgeFile(file)).toMatchObject({ kind: 'ready', role: 'rows' });
  const plan = planRowFile(file, {})?.plan;
  expect(plan?.columns.map((column) => column.as)).toEqual(['id', 'day', ...Array(7).fill(null)]);
  expect(plan?.open).toEqual([]);
});

test('the rejects of an extract say it too, and no other file does', async () => {
  const objects = `object_id,schema_name,object_name,object_type,${REASONS}\n2,dbo,,TABLE,3,o.csv,2,3,object_name,REQUIRED,none\n`;
  expect(rejectsOf(await look(objects))).toBe(3);
  expect(rejectsOf(await look(`id,${REASONS}\n1,not a number,a.csv,1,2,c,d,e\n`))).toBeNull();
  expect(rejectsOf(await look('id,_import\n1,12\n'))).toBeNull();
});
