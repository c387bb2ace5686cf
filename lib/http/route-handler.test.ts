import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { defineEndpoint } from './endpoint';
import { ProblemSchema } from './problem';
import { preflight } from './response-headers';
import { Reply, route } from './route-handler';

const greet = defineEndpoint({
  method: 'POST',
  path: '/api/greet/{name}',
  summary: 'Greets.',
  params: z.object({ name: z.string().max(20) }),
  query: z.object({ times: z.coerce.number().int().min(1).max(3).default(1) }),
  body: z.object({ greeting: z.string().min(1) }),
  response: z.object({ text: z.string() }),
});

const handler = route(greet, async ({ params, query, body }) => {
  if (params.name === 'nobody')
    throw new AppError('not-found', 'There is nobody.', { extra: { hint: 'try Ada' } });
  if (params.name === 'broken') throw new Error('secret: /etc/passwd');
  if (params.name === 'created')
    return new Reply({ text: 'made' }, { status: 201, headers: { Location: '/x' } });
  if (params.name === 'wrong') return { text: 7 as unknown as string };
  return { text: Array(query.times).fill(`${body.greeting} ${params.name}`).join(', ') };
});

function call(name: string, { query = '', body = '{"greeting":"Hello"}', headers = {} } = {}) {
  const request = new Request(`http://localhost/api/greet/x${query}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', host: 'localhost', ...headers },
  });
  return handler(request, { params: Promise.resolve({ name }) });
}

describe('route', () => {
  it('parses params, query and body and answers JSON that is not cached', async () => {
    const response = await call('Ada', { query: '?times=2' });
    expect(await response.json()).toEqual({ text: 'Hello Ada, Hello Ada' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('keeps status and headers of a reply', async () => {
    const response = await call('created');
    expect([response.status, response.headers.get('location')]).toEqual([201, '/x']);
  });

  it.each([
    ['a bad query', { query: '?times=9' }, 400, 'invalid-request'],
    ['a bad body', { body: '{"greeting":""}' }, 400, 'invalid-request'],
    ['broken JSON', { body: '{' }, 400, 'invalid-request'],
    ['another type', { headers: { 'content-type': 'text/plain' } }, 415, 'unsupported-media-type'],
    ['a huge body', { headers: { 'content-length': '99999999' } }, 413, 'too-large'],
    [
      'a huge body of unknown length',
      { body: JSON.stringify({ greeting: 'x'.repeat(2_000_000) }) },
      413,
      'too-large',
    ],
    ['another site', { headers: { origin: 'https://evil.example' } }, 403, 'origin-refused'],
  ])('%s becomes a problem', async (_, options, status, code) => {
    const response = await call('Ada', options);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = ProblemSchema.parse(await response.json());
    expect([response.status, problem.status, problem.code]).toEqual([status, status, code]);
  });

  it('names the bad fields', async () => {
    const problem = ProblemSchema.parse(await (await call('Ada', { body: '{}' })).json());
    expect(problem.invalidParams?.map((param) => param.name)).toEqual(['greeting']);
  });

  it('keeps further members of an expected error', async () => {
    const response = await call('nobody');
    expect(await response.json()).toMatchObject({
      status: 404,
      code: 'not-found',
      detail: 'There is nobody.',
      hint: 'try Ada',
    });
  });

  it('tells nothing of an unexpected error', async () => {
    const response = await call('broken');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('passwd');
  });

  it('fails when an answer breaks its contract', async () => {
    expect((await call('wrong')).status).toBe(500);
  });
});

describe('preflight', () => {
  it('permits nothing to an origin that is not listed', () => {
    const request = new Request('http://localhost/api/x', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    });
    const names = [...preflight(request).headers.keys()].filter((name) => name.startsWith('access-control'));
    expect(names).toEqual([]);
  });
});
