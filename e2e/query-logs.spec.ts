import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFiles } from './fixtures/one-call-import';
import { expect, test } from './fixtures/server';

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwater-logs-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

const MOVE = 'INSERT INTO dbo.Archive (Id) SELECT Id FROM dbo.Orders WHERE Id <';
const FILES = {
  objects: ['object_id,schema_name,object_name,object_type', '1,dbo,Orders,U', '2,dbo,Archive,U'],
  definitions: ['object_id,definition'],
  dependencies: ['referencing_object_id,referenced_object_id,referenced_schema_name,referenced_entity_name'],
  table_columns: [
    'object_id,schema_name,table_name,column_name,data_type,ordinal_position,is_nullable',
    '1,dbo,Orders,Id,int,1,false',
    '2,dbo,Archive,Id,int,1,false',
  ],
  query_logs: [
    'command_text',
    'UPDATE dbo.Orders SET Id = 5',
    `${MOVE} 10`,
    `${MOVE} 200`,
    `${MOVE} 3000`,
    'EXEC (@what)',
  ],
};

test('an edge that only the query log shows is told as that, and its proof opens the logged statement', async ({
  page,
  headwater,
}) => {
  const paths = await Promise.all(
    Object.entries(FILES).map(async ([role, lines]) => {
      const path = join(folder, `${role}.csv`);
      await writeFile(path, `${lines.join('\n')}\n`);
      return path;
    }),
  );
  await importFiles(headwater.url, paths, { source: 'Shop' });

  await page.goto('/lineage/dbo.Archive?up=1&down=1&tab=evidence');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByText('Seen only in query logs')).toBeVisible();
  await expect(inspector.getByText('0 of 1 edge confirmed by two methods or more')).toBeVisible();
  const proof = inspector.getByRole('button', { name: 'query_logs.csv, record 2' });
  await proof.click();
  await expect(proof).toHaveAttribute('aria-expanded', 'true');
  const statement = inspector.getByRole('region', { name: 'Logged statement, record 2 of query_logs.csv' });
  await expect(statement).toContainText('FROM dbo.Orders WHERE Id < 10');
  await expect(inspector.getByText(/^Seen in 3 records of the query log of Shop/)).toBeVisible();

  await page.goto('/coverage');
  await expect(page.getByText('Query log: 2 of 3 statements read, 1 not, in 5 records.')).toBeVisible();
  await page.goto('/imports/1');
  await expect(page.getByText('2 of 3 statements read, 1 not, in 5 records')).toBeVisible();
});
