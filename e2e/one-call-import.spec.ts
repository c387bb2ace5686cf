import { Trace } from '@/lib/lineage/contract';
import { adventureWorksFiles, sampleFiles } from './fixtures/extract-files';
import { importFiles, postImport } from './fixtures/one-call-import';
import { expect, test } from './fixtures/server';

test('the five files of AdventureWorks become 112 objects and 116 declared dependencies', async ({
  headwater,
}) => {
  test.skip(adventureWorksFiles.length === 0, 'AdventureWorks is not beside this clone');
  const done = await importFiles(headwater.url, adventureWorksFiles, { source: 'AdventureWorks' });
  expect(done).toMatchObject({ state: 'succeeded', number: 1, owner: { name: 'Script', verified: false } });
  const receipt = done.receipt;
  expect(receipt?.balanced).toBe(true);
  const inserted = Object.fromEntries(receipt?.files.map((file) => [file.role, file.inserted]) ?? []);
  expect(inserted).toEqual({
    objects: 112,
    definitions: 41,
    dependencies: 116,
    table_columns: 749,
    query_logs: 12,
  });
  expect(receipt).toMatchObject({ read: 1030, inserted: 1030, rejected: 0 });
  expect(receipt?.lineage).toMatchObject({ objects: { added: 112 }, edges: { added: 117 } });

  const answer = await fetch(`${headwater.url}/api/lineage?object=Sales.vSalesPerson&up=1&down=1`);
  const trace = Trace.parse(await answer.json());
  expect(
    trace.nodes
      .filter((node) => node.depth === -1)
      .map((node) => `${node.schema}.${node.name}`)
      .sort(),
  ).toEqual([
    'HumanResources.Employee',
    'Person.Address',
    'Person.BusinessEntityAddress',
    'Person.CountryRegion',
    'Person.EmailAddress',
    'Person.Person',
    'Person.PersonPhone',
    'Person.PhoneNumberType',
    'Person.StateProvince',
    'Sales.SalesPerson',
    'Sales.SalesTerritory',
  ]);
  expect(trace.edges.every((edge) => edge.evidence.length > 0)).toBe(true);
});

test('the same files again change nothing and still balance', async ({ headwater }) => {
  const first = await importFiles(headwater.url, sampleFiles);
  const second = await importFiles(headwater.url, sampleFiles);
  expect(second.number).toBe(2);
  expect(second.receipt).toMatchObject({
    balanced: true,
    read: first.receipt?.read,
    inserted: 0,
    updated: 0,
    unchanged: (first.receipt?.inserted ?? 0) + (first.receipt?.unchanged ?? 0),
    ended: 0,
  });
});

test('an extract that lacks a needed file is refused by name and leaves nothing', async ({ headwater }) => {
  const { status, body } = await postImport(
    headwater.url,
    sampleFiles.filter((file) => !file.includes('dependencies')),
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({ state: 'failed', problem: { code: 'incomplete-extract' } });
  expect(JSON.stringify(body)).toContain('dependencies');
  const snapshots = await (await fetch(`${headwater.url}/api/snapshots`)).json();
  expect(snapshots).toMatchObject({ total: 0, items: [] });
});
