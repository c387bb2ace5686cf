import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as catalog from '@/lib/catalog/contract';
import { endpointUrl } from '@/lib/http/api-fetch';
import type { Endpoint } from '@/lib/http/endpoint';
import { ProblemSchema } from '@/lib/http/problem';
import * as lineage from '@/lib/lineage/contract';
import { HOSTILE } from '@/scripts/test/hostile-text';
import { type ImportServer, startImportServer } from '@/scripts/test/import-server';

/** The same as a quoted phrase of a search: without quotes, and as long as it may be. */
const SEARCHED = Object.entries(HOSTILE)
  .map(([what, text]) => [what, text.toWellFormed().replaceAll('"', '').slice(0, 198)] as const)
  .filter(([, text]) => text.trim() !== '');

const endpoints: [string, Endpoint][] = [catalog, lineage]
  .flatMap((contract) => Object.entries<unknown>(contract))
  .filter(
    (entry): entry is [string, Endpoint] =>
      typeof entry[1] === 'object' && entry[1] !== null && 'path' in entry[1],
  );

const fields = (schema: { shape: object } | undefined) => Object.keys(schema?.shape ?? {});

/** What makes a request valid where the parameter under test is another one. */
const VALID: Record<string, string> = {
  id: 'Sales.v',
  n: '1',
  object: 'Sales.v',
  objects: '0123456789abcdef',
  q: 'v',
};
const valid = (names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (VALID[name] === undefined ? [] : [[name, VALID[name]]])));

const cases = endpoints.flatMap(([name, endpoint]) =>
  [
    ...fields(endpoint.params).map((field) => ({ where: 'params' as const, field })),
    ...fields(endpoint.query).map((field) => ({ where: 'query' as const, field })),
  ].map(({ where, field }) => ({ name, endpoint, where, field })),
);

describe('hostile text in every parameter of every browse endpoint', () => {
  let server: ImportServer;

  beforeAll(async () => {
    server = await startImportServer();
    const { seedSnapshot } = await import('@/scripts/test/seed-snapshot');
    const { swapGraph } = await import('@/lib/lineage/server/graph-of');
    await seedSnapshot(1, {
      objects: [
        { name: 'Sales.v', type: 'view', sql: "SELECT '%_' AS [x]\nFROM t", columns: { 'a%': 'int' } },
        { name: 'Sales.t' },
        ...SEARCHED.map(([, text], n) => ({ name: `hostile.h${n}`, sql: `SELECT\n x(${text})` })),
      ],
      edges: [{ from: 'Sales.t', to: 'Sales.v' }],
    });
    await swapGraph(1);
  });

  afterAll(() => server?.stop());

  it.each(cases)('$name: $field in $where', async ({ endpoint, where, field }) => {
    for (const [what, text] of Object.entries(HOSTILE)) {
      const call = { params: valid(fields(endpoint.params)), query: valid(fields(endpoint.query)) };
      call[where][field] = where === 'params' && text === '' ? ' ' : text.toWellFormed();
      const response = await fetch(`${server.origin}${endpointUrl(endpoint, call)}`);
      const json: unknown = await response.json();
      expect(response.status, `${what}: ${JSON.stringify(json)}`).toBeLessThan(500);
      if (response.ok) endpoint.response.parse(json);
      else ProblemSchema.parse(json);
    }
    const objects = await fetch(`${server.origin}/api/objects`);
    expect(await objects.json()).toMatchObject({ total: SEARCHED.length + 2 });
  });

  it.each(SEARCHED)('SQL text that holds %s is found by it, literally', async (_, text) => {
    const query = new URLSearchParams({ q: `"${text}"`, kind: 'sql', limit: '200' });
    const response = await fetch(`${server.origin}/api/search?${query}`);
    const { items, total } = catalog.search.response.parse(await response.json());
    const holding = SEARCHED.filter(([, other]) => other.toLowerCase().includes(text.toLowerCase()));
    const own = `h${SEARCHED.findIndex(([, other]) => other === text)}`;
    expect(items.map(({ object }) => object.name)).toContain(own);
    expect({ total, items: items.length }).toEqual({ total: holding.length, items: holding.length });
    for (const { snippet, matchStart, matchEnd } of items) {
      const shown = snippet.slice(matchStart, matchEnd).toLowerCase();
      expect(shown).toBe(text.replace(/[\r\n\t]/g, ' ').toLowerCase());
    }
  });
});
