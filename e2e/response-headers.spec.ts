import { expect, test } from './fixtures/server';

const PAGES = ['/', '/lineage', '/imports', '/no-such-page'];
const API = [
  '/api/health',
  '/api/stats',
  '/api/imports/lock',
  '/api/openapi.json',
  '/api/imports/999',
  '/api/no-such-endpoint',
];
const STATIC = ['/samples/objects.parquet'];

test('every answer carries the protective headers', async ({ headwater }) => {
  for (const path of [...PAGES, ...API, ...STATIC]) {
    const { headers } = await fetch(headwater.url + path);
    const shown = {
      path,
      nosniff: headers.get('x-content-type-options'),
      referrer: headers.get('referrer-policy'),
      opener: headers.get('cross-origin-opener-policy'),
      resource: headers.get('cross-origin-resource-policy'),
      powered: headers.get('x-powered-by'),
      cors: headers.get('access-control-allow-origin'),
    };
    expect(shown).toEqual({
      path,
      nosniff: 'nosniff',
      referrer: 'no-referrer',
      opener: 'same-origin',
      resource: 'same-origin',
      powered: null,
      cors: null,
    });
  }
});

test('pages have a content security policy with a fresh nonce and are never cached', async ({
  headwater,
}) => {
  const nonces = new Set<string>();
  for (const path of [...PAGES, ...PAGES]) {
    const { headers } = await fetch(headwater.url + path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    nonces.add(/script-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1] ?? `none on ${path}`);
    expect(headers.get('cache-control')).toContain('no-store');
  }
  expect(nonces.size).toBe(PAGES.length * 2);
});

test('API answers are not cached and carry a request id', async ({ headwater }) => {
  for (const path of API.filter((path) => path !== '/api/no-such-endpoint')) {
    const { headers } = await fetch(headwater.url + path);
    expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});
