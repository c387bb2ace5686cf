import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { getObject, listObjects, listSchemas, listSnapshots, search } from '@/lib/catalog/contract';
import type { Endpoint } from '@/lib/http/endpoint';
import { listImports } from '@/lib/imports/contract';
import { ColumnTrace, getCoverage, getEvidence, getLineage, Trace } from '@/lib/lineage/contract';
import { getLoggedQuery } from '@/lib/lineage/query-log-contract';
import {
  adventureWorks,
  hasAdventureWorks,
  type ImportServer,
  importFiles,
  startImportServer,
} from '@/scripts/test/import-server';
import { modelTrace } from '@/scripts/test/model-trace';

describe.skipIf(!hasAdventureWorks)('browsing AdventureWorks after a real import', () => {
  let server: ImportServer;

  beforeAll(async () => {
    server = await startImportServer();
    const done = await importFiles(server.origin, await adventureWorks(), {
      source: 'AdventureWorks',
      owner: 'Anna',
    });
    expect(done).toMatchObject({ state: 'succeeded', number: 1 });
  });

  afterAll(() => server?.stop());

  async function get<E extends Endpoint>(endpoint: E, path: string): Promise<z.output<E['response']>> {
    const response = await fetch(`${server.origin}${path}`);
    expect(response.status, path).toBe(200);
    return endpoint.response.parse(await response.json()) as z.output<E['response']>;
  }

  it('has 112 objects in five schemas, by type', async () => {
    const { snapshot, matching, total, types, items } = await get(listSchemas, '/api/schemas');
    expect({ snapshot, matching, total, types }).toEqual({
      ...{ snapshot: 1, matching: 112, total: 112 },
      types: { table: 71, view: 20, function: 11, procedure: 10 },
    });
    expect(items.reduce((sum, schema) => sum + schema.total, 0)).toBe(112);
    expect(new Set(items.map(({ slot }) => slot)).size).toBe(items.length);
    const page = await get(listObjects, '/api/objects?limit=1000&type=view');
    expect({ total: page.total, items: page.items.length, next: page.nextCursor }).toEqual({
      ...{ total: 20, items: 20, next: null },
    });
  });

  it('has 116 edges that are declared and found in the SQL, and one that only the query log shows', async () => {
    const { items } = await get(listObjects, '/api/objects?limit=1000');
    const edges = await Promise.all(
      items.map(async ({ id }) => (await get(getEvidence, `/api/objects/${id}/evidence`)).outgoing),
    );
    const declared = edges
      .flat()
      .flatMap(({ evidence }) => evidence.filter(({ method }) => method === 'declared'));
    expect(declared).toHaveLength(116);
    expect(edges.flat()).toHaveLength(117);
    const [seen, ...others] = edges.flat().filter(({ verdict }) => verdict !== 'agreed');
    expect(others).toEqual([]);
    const nameOf = (id?: string) => items.find((item) => item.id === id)?.name;
    expect([nameOf(seen?.from), nameOf(seen?.to)]).toEqual(['SalesPerson', 'SalesTerritoryHistory']);
    expect(seen).toMatchObject({
      ...{ kind: 'reads', verdict: 'query-log-only' },
      evidence: [
        {
          ...{ method: 'query-log', confidence: 0.5, object: null, span: null },
          origin: { import: 1, file: 'query_logs.parquet', record: 8 },
        },
      ],
    });
    const logged = await get(getLoggedQuery, `/api/query-logs/${seen?.evidence[0]?.logged}`);
    expect(logged).toMatchObject({
      ...{ snapshot: 1, source: 'AdventureWorks', dialect: 'tsql', seen: 1, statements: 1, unread: 0 },
      from: { import: 1, file: 'query_logs.parquet', record: 8 },
      text: expect.stringMatching(/^INSERT INTO Sales\.SalesTerritoryHistory .* FROM Sales\.SalesPerson /),
    });
    const inDegrees = items.reduce((sum, { inDegree }) => sum + inDegree, 0);
    expect(inDegrees).toBe(items.reduce((sum, { outDegree }) => sum + outDegree, 0));
  });

  it('traces Sales.vSalesPerson exactly', async () => {
    const trace = Trace.parse(await get(getLineage, '/api/lineage?object=Sales.vSalesPerson&up=2&down=1'));
    const at = (depth: number) =>
      trace.nodes.filter((node) => node.depth === depth).map((node) => `${node.schema}.${node.name}`);
    expect(at(0)).toEqual(['Sales.vSalesPerson']);
    expect(at(-1)).toEqual([
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
    expect(trace.shown + trace.beyond.up + trace.beyond.down).toBe(trace.total);
    expect(trace.edges.every(({ evidence }) => evidence[0]?.origin.file === 'dependencies.parquet')).toBe(
      true,
    );
  });

  it('traces every object as the brute-force model does', async () => {
    const { items } = await get(listObjects, '/api/objects?limit=1000');
    const indexOf = new Map(items.map(({ id }, index) => [id, index]));
    const evidence = await Promise.all(
      items.map(({ id }) => get(getEvidence, `/api/objects/${id}/evidence`)),
    );
    const pairs = evidence.flatMap(({ outgoing }) =>
      outgoing.map(({ from, to }) => [indexOf.get(from) ?? -1, indexOf.get(to) ?? -1] as const),
    );
    for (const [root, { id }] of items.entries()) {
      const trace = Trace.parse(await get(getLineage, `/api/lineage?object=${id}&up=2&down=1`));
      const model = modelTrace({ size: items.length, pairs, root, up: 2, down: 1, limit: 2000, opened: [] });
      expect({
        nodes: Object.fromEntries(trace.nodes.map((node) => [indexOf.get(node.id), node.depth])),
        counts: [trace.shown, trace.total, trace.connected, trace.beyond, trace.oneStepAway, trace.notDrawn],
      }).toEqual({
        nodes: model.nodes,
        counts: [model.shown, model.total, model.connected, model.beyond, model.oneStepAway, model.notDrawn],
      });
    }
  });

  it('shows one object with its SQL and where it came from', async () => {
    const view = await get(getObject, '/api/objects/sales.vsalesperson');
    expect(view).toMatchObject({
      ...{ name: 'vSalesPerson', schema: 'Sales', type: 'view', sources: ['AdventureWorks'], inDegree: 11 },
      from: { import: 1, file: 'objects.parquet', owner: { name: 'Anna', verified: false } },
      definition: { dialect: 'tsql', from: { file: 'definitions.parquet' } },
    });
    expect(view.columns.length).toBeGreaterThan(10);
    expect(view.definition?.text).toContain('vSalesPerson');
    expect(await get(getObject, `/api/objects/${view.id}`)).toEqual(view);
    expect(await get(getObject, `/api/objects/${encodeURIComponent('[Sales].[vSalesPerson]')}`)).toEqual(
      view,
    );
  });

  it('has read every statement of the query log', async () => {
    const { sources } = await get(getCoverage, '/api/coverage');
    expect(sources).toMatchObject([
      {
        queryLog: { records: 12, patterns: 12, statements: 12, unread: 0 },
        edges: { agreed: 116, 'query-log-only': 1 },
      },
    ]);
    const { items } = await get(listImports, '/api/imports');
    expect(items[0]?.receipt?.coverage?.queryLog).toEqual({
      ...{ records: 12, patterns: 12, statements: 12, unread: 0 },
    });
  });

  it('finds names, columns and SQL text', async () => {
    const found = await get(search, '/api/search?q=SalesPerson&limit=200');
    expect(found.items.filter(({ kind }) => kind === 'object').map(({ object }) => object.name)).toEqual(
      expect.arrayContaining(['SalesPerson', 'vSalesPerson', 'SalesPersonQuotaHistory']),
    );
    expect(found.items[0]).toMatchObject({ kind: 'object', object: { name: 'SalesPerson' }, score: 340 });
    expect(found.total).toBe(found.items.length);
    for (const { kind, snippet, matchStart, matchEnd, line } of found.items) {
      expect(snippet.slice(matchStart, matchEnd).toLowerCase()).toBe('salesperson');
      expect(line === null).toBe(kind !== 'sql');
    }
  });

  it('has read every statement of every definition', async () => {
    const { sources, items, total } = await get(getCoverage, '/api/coverage?limit=50');
    expect(sources).toMatchObject([
      {
        ...{ source: 'AdventureWorks', objects: 41, statements: 113, scanned: 0, dynamic: 0 },
        ...{ unresolved: 0, ambiguous: 0, disagreements: 0, withDiagnostics: 1 },
      },
    ]);
    expect(total).toBe(41);
    expect(items[0]).toMatchObject({ object: { name: 'uspSearchCandidateResumes' } });
    expect(items[0]?.diagnostics.map(({ code, span }) => [code, span.start.line])).toEqual([
      ['rewrite-lossy', 28],
      ['rewrite-lossy', 36],
      ['rewrite-lossy', 44],
      ['rewrite-lossy', 52],
    ]);
    const one = await get(getCoverage, '/api/coverage?object=Sales.vSalesPerson');
    expect(one).toMatchObject({ total: 1, items: [{ parsed: 1, statements: 1, diagnostics: [] }] });
  });

  it('traces a column of a view to its table, with the lines that say so', async () => {
    const path = '/api/lineage?object=Sales.vSalesPerson&level=column&column=SalesYTD&up=3&down=2';
    const { edges } = ColumnTrace.parse(await get(getLineage, path));
    expect(edges).toMatchObject([
      { fromColumn: 'SalesYTD', toColumn: 'SalesYTD', kind: 'direct', evidence: [{ method: 'parsed' }] },
    ]);
  });

  it('lists the snapshot', async () => {
    const { items } = await get(listSnapshots, '/api/snapshots');
    expect(items).toMatchObject([
      { number: 1, owner: { name: 'Anna' }, objects: { added: 112 }, edges: { added: 117 } },
    ]);
  });
});
