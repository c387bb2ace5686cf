import { afterEach, describe, expect, it, vi } from 'vitest';

const HOST = 'localhost:3000';

function request(method: string, headers: Record<string, string>): Request {
  return new Request(`http://${HOST}/api/imports`, { method, headers: { host: HOST, ...headers } });
}

/** The guard with other settings: settings are read once per process, so the module is loaded anew. */
async function guardWith(env: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return import('./origin-guard');
}

function outcome(check: () => void): string {
  try {
    check();
    return 'accepted';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

afterEach(() => vi.unstubAllEnvs());

describe('assertOrigin', () => {
  it.each([
    ['a script without browser headers', {}, 'accepted'],
    ['our page', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }, 'accepted'],
    ['typed by the person', { 'sec-fetch-site': 'none' }, 'accepted'],
    ['our page on a plain-http intranet (no Sec-Fetch)', { origin: 'http://localhost:3000' }, 'accepted'],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 'origin-refused'],
    [
      'a sibling host',
      { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost:3000' },
      'origin-refused',
    ],
    ['another port', { origin: 'http://localhost:4000' }, 'origin-refused'],
    ['an opaque origin', { origin: 'null' }, 'origin-refused'],
    ['a sandboxed frame', { 'sec-fetch-site': 'cross-site', origin: 'null' }, 'origin-refused'],
    ['cross-site without an origin', { 'sec-fetch-site': 'cross-site' }, 'origin-refused'],
    ['a listed origin', { 'sec-fetch-site': 'cross-site', origin: 'https://data.example' }, 'accepted'],
    [
      'a listed host with the wrong scheme',
      { 'sec-fetch-site': 'cross-site', origin: 'http://data.example' },
      'origin-refused',
    ],
    [
      'a prefix of a listed origin',
      { 'sec-fetch-site': 'cross-site', origin: 'https://data.example.evil' },
      'origin-refused',
    ],
  ])('%s', async (_, headers, expected) => {
    const { assertOrigin } = await guardWith({ ALLOWED_ORIGINS: 'https://data.example' });
    for (const method of ['POST', 'PATCH', 'DELETE']) {
      expect(outcome(() => assertOrigin(request(method, headers)))).toBe(expected);
    }
  });

  it('lets another site read nothing but does not refuse the request', async () => {
    const { allowedOrigin, assertOrigin } = await guardWith({});
    const get = request('GET', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' });
    expect(outcome(() => assertOrigin(get))).toBe('accepted');
    expect(allowedOrigin(get)).toBeUndefined();
  });

  it('answers only to loopback names while bound to loopback (DNS rebinding)', async () => {
    const { assertOrigin } = await guardWith({ HOST: '127.0.0.1', ALLOWED_ORIGINS: 'https://data.example' });
    const as = (host: string) => outcome(() => assertOrigin(request('GET', { host })));
    expect(as('evil.example:3000')).toBe('origin-refused');
    expect(as('127.0.0.1:3000')).toBe('accepted');
    expect(as('[::1]:3000')).toBe('accepted');
    expect(as('data.example')).toBe('accepted');
  });

  it('answers to any name when bound to a network address', async () => {
    const { assertOrigin } = await guardWith({ HOST: '0.0.0.0' });
    expect(outcome(() => assertOrigin(request('GET', { host: 'lineage.corp.example' })))).toBe('accepted');
  });
});
