import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { extractModel } from '../model/extract-model';
import type { ObjectFacts } from '../model/object-facts';
import { readDefinition } from '../read-definition';
import { relationText } from '../report/describe-facts';
import type { Catalog } from '../resolve/catalog';
import type { SqlObject, SqlObjectType } from '../sql-object';

const folder = resolve('../shared/data/adventureworks');
const Objects = z.array(z.object({ id: z.string(), schema: z.string(), name: z.string(), type: z.string() }));
const Definitions = z.array(z.object({ id: z.string(), text: z.string() }));
const Columns = z.array(z.object({ id: z.string(), name: z.string() }));
const Dependencies = z.array(z.object({ from: z.string(), to: z.string() }));
const Logs = z.array(z.object({ text: z.string() }));

async function rows(file: string, select: string, order = ''): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`SELECT ${select} FROM read_parquet($file) ${order}`, {
    file: join(folder, file),
  });
  const found = reader.getRowObjects();
  connection.closeSync();
  instance.closeSync();
  return found;
}

const types: { readonly [type: string]: SqlObjectType } = {
  View: 'view',
  Function: 'function',
  'Stored Procedure': 'procedure',
};

let catalog: Catalog;
let facts: ObjectFacts[];
let declared: string[];
let logs: ObjectFacts[];

async function load(): Promise<void> {
  const objects = Objects.parse(
    await rows(
      'objects.parquet',
      'object_id::VARCHAR AS id, schema_name AS schema, object_name AS name, object_type AS type',
    ),
  );
  const texts = Definitions.parse(
    await rows('definitions.parquet', 'object_id::VARCHAR AS id, definition AS text'),
  );
  const columns = Columns.parse(
    await rows(
      'table_columns.parquet',
      'object_id::VARCHAR AS id, column_name AS name',
      'ORDER BY ordinal_position',
    ),
  );
  const dependencies = Dependencies.parse(
    await rows(
      'dependencies.parquet',
      'referencing_object_id::VARCHAR AS from, referenced_object_id::VARCHAR AS to',
    ),
  );
  const lines = Logs.parse(await rows('query_logs.parquet', 'command_text AS text'));
  const byId = new Map(objects.map((it) => [it.id, it]));
  catalog = {
    objects: objects.map(({ id, schema, name, type }) => {
      const own = columns.filter((it) => it.id === id).map((it) => it.name);
      return {
        database: null,
        schema,
        name,
        type: types[type] ?? 'table',
        columns: own.length > 0 ? own : null,
      };
    }),
  };
  const read = (object: Omit<SqlObject, 'database' | 'dialect' | 'origin' | 'offset'>) => {
    const whole = { ...object, database: null, dialect: 'tsql', origin: object.name, offset: 0 } as const;
    return { object: whole, body: readDefinition(whole) };
  };
  const definitions = texts.flatMap(({ id, text }) => {
    const { schema, name, type } = byId.get(id) ?? { schema: '', name: '', type: '' };
    return [read({ schema, name, type: types[type] ?? 'script', text })];
  });
  facts = extractModel(definitions, catalog, 'tsql');
  const nameOf = (id: string) => `${byId.get(id)?.schema}.${byId.get(id)?.name}`;
  declared = dependencies.map(({ from, to }) => `${nameOf(from)} -> ${nameOf(to)}`);
  const scripts = lines.map(({ text }, at) =>
    read({ schema: null, name: `line ${at + 1}`, type: 'script', text }),
  );
  logs = extractModel(scripts, catalog, 'tsql');
}

const edgesOf = (it: ObjectFacts) => [...it.edges, ...it.statements.flatMap(({ edges }) => edges)];
const told = (it: ObjectFacts) => [
  ...new Set(edgesOf(it).map(({ access, relation }) => `${access} ${relationText(relation)}`)),
];

describe.skipIf(!existsSync(folder))('AdventureWorks (needs ../shared/data/adventureworks)', () => {
  beforeAll(load);

  test('every declared dependency is found by reading the SQL, and nothing else is', () => {
    const parsed = facts.flatMap((it) =>
      edgesOf(it).map(({ relation }) => `${relationText(it.object)} -> ${relationText(relation)}`),
    );
    expect(declared).toHaveLength(116);
    expect([...new Set(parsed)].sort()).toEqual([...declared].sort());
  });

  test('every statement is read by the parser and all names are found', () => {
    const outcomes = facts.flatMap(({ statements }) => statements.map(({ outcome }) => outcome));
    expect(outcomes.filter((it) => it === 'scanned' || it === 'dynamic')).toEqual([]);
    // The full-text functions of one procedure are read as the table they search.
    expect(facts.flatMap((it) => it.diagnostics.map(({ code }) => `${it.object.name} ${code}`))).toEqual(
      Array(4).fill('uspSearchCandidateResumes rewrite-lossy'),
    );
  });

  test('all columns of all 20 views are known by name and by source', () => {
    const views = facts.filter(({ type }) => type === 'view');
    expect(views).toHaveLength(20);
    for (const { object, results, statements } of views) {
      const known = catalog.objects.find(
        ({ schema, name }) => schema === object.schema && name === object.name,
      );
      expect(results).toEqual([known?.columns]);
      const edges = statements.flatMap(({ columnEdges }) => columnEdges);
      const fed = new Set(edges.map(({ to }) => to.column));
      expect(known?.columns?.filter((name) => !fed.has(name))).toEqual([]);
      expect(edges.filter(({ from }) => from.column === null || from.column === '*')).toEqual([]);
    }
  });

  test('a view through ten tables: the exact sources of its columns', () => {
    const view = facts.find(({ object }) => object.name === 'vSalesPerson');
    const edges = view?.statements.flatMap(({ columnEdges }) => columnEdges) ?? [];
    expect(
      edges.flatMap(({ from, to, kind }) =>
        to.column === null ? [] : `${to.column} ${kind} ${relationText(from.relation)}.${from.column}`,
      ),
    ).toEqual([
      'BusinessEntityID direct Sales.SalesPerson.BusinessEntityID',
      ...['Title', 'FirstName', 'MiddleName', 'LastName', 'Suffix'].map(
        (it) => `${it} direct Person.Person.${it}`,
      ),
      'JobTitle direct HumanResources.Employee.JobTitle',
      'PhoneNumber direct Person.PersonPhone.PhoneNumber',
      'PhoneNumberType direct Person.PhoneNumberType.Name',
      'EmailAddress direct Person.EmailAddress.EmailAddress',
      'EmailPromotion direct Person.Person.EmailPromotion',
      ...['AddressLine1', 'AddressLine2', 'City'].map((it) => `${it} direct Person.Address.${it}`),
      'StateProvinceName direct Person.StateProvince.Name',
      'PostalCode direct Person.Address.PostalCode',
      'CountryRegionName direct Person.CountryRegion.Name',
      'TerritoryName direct Sales.SalesTerritory.Name',
      'TerritoryGroup direct Sales.SalesTerritory.Group',
      ...['SalesQuota', 'SalesYTD', 'SalesLastYear'].map((it) => `${it} direct Sales.SalesPerson.${it}`),
    ]);
  });

  test('reads, writes and calls of the procedures have their direction', () => {
    const procedures = facts.filter(({ type }) => type === 'procedure');
    const bom = ['reads Production.BillOfMaterials', 'reads Production.Product'];
    const staff = ['reads HumanResources.Employee', 'reads Person.Person'];
    const change = ['writes HumanResources.Employee', 'calls dbo.uspLogError'];
    expect(Object.fromEntries(procedures.map((it) => [it.object.name, told(it)]))).toEqual({
      uspGetBillOfMaterials: bom,
      uspGetEmployeeManagers: staff,
      uspGetManagerEmployees: staff,
      uspGetWhereUsedProductID: bom,
      uspLogError: ['writes dbo.ErrorLog', 'calls dbo.uspPrintError'],
      uspPrintError: [],
      uspSearchCandidateResumes: ['reads HumanResources.JobCandidate'],
      uspUpdateEmployeeHireInfo: [
        'writes HumanResources.Employee',
        'writes HumanResources.EmployeePayHistory',
        'calls dbo.uspLogError',
      ],
      uspUpdateEmployeeLogin: change,
      uspUpdateEmployeePersonalInfo: change,
    });
  });

  test('the lines of the query log are read by the same engine', () => {
    expect(logs.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(logs.map(told)).toEqual([
      ['reads Sales.vSalesPerson', 'reads Person.Person'],
      ['calls dbo.uspGetBillOfMaterials'],
      ['calls dbo.uspGetManagerEmployees'],
      ['reads Sales.vSalesPerson'],
      ['reads HumanResources.vEmployeeDepartmentHistory'],
      ['reads HumanResources.EmployeeDepartmentHistory', 'reads HumanResources.Department'],
      ['writes Production.Product'],
      ['reads Sales.SalesPerson', 'writes Sales.SalesTerritoryHistory'],
      ['reads Sales.SalesOrderDetail'],
      ['reads Purchasing.Vendor', 'reads Purchasing.ProductVendor'],
      ['calls HumanResources.uspUpdateEmployeePersonalInfo'],
      ['deletes dbo.ErrorLog'],
    ]);
  });
});
