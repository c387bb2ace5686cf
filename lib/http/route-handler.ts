import 'server-only';
import type { z } from 'zod';
import { isProduction } from '@/lib/config/mode';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import type { Endpoint, EndpointInput, EndpointResponse } from './endpoint';
import { assertOrigin } from './origin-guard';
import { toProblem } from './problem';
import { apiHeaders } from './response-headers';

const BODY_BYTES_MAX = 1024 * 1024;

export type RequestContext = { request: Request; requestId: string; signal: AbortSignal };

/** A value with a status or headers other than the endpoint's default. */
export class Reply<T> {
  readonly value: T;
  readonly status: number | undefined;
  readonly headers: Record<string, string>;

  constructor(value: T, init: { status?: number; headers?: Record<string, string> } = {}) {
    this.value = value;
    this.status = init.status;
    this.headers = init.headers ?? {};
  }
}

type NextRouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type Handler<E extends Endpoint> = (
  input: EndpointInput<E>,
  context: RequestContext,
) => Promise<EndpointResponse<E> | Reply<EndpointResponse<E>> | Response>;

/**
 * Makes a route handler from an endpoint's contract: checks the origin, parses params, query and body, calls the
 * verb, checks the answer (outside production) and turns every error into problem+json.
 */
export function route<E extends Endpoint>(endpoint: E, handler: Handler<E>) {
  return rawRoute(async (request, context, routeContext) => {
    const input = {
      params: endpoint.params && parse(endpoint.params, await routeContext.params),
      query: endpoint.query && parse(endpoint.query, Object.fromEntries(new URL(request.url).searchParams)),
      body: endpoint.body && parse(endpoint.body, await readJson(request)),
    } as EndpointInput<E>;
    const result = await handler(input, context);
    if (result instanceof Response) return result;
    const reply = result instanceof Reply ? result : new Reply(result);
    const value = settledValue(endpoint, reply.value);
    return Response.json(value, { status: reply.status ?? endpoint.status ?? 200, headers: reply.headers });
  });
}

/** The same wrapper for handlers that speak another protocol (tus, multipart, downloads). */
export function rawRoute(
  handler: (request: Request, context: RequestContext, routeContext: NextRouteContext) => Promise<Response>,
) {
  return async (request: Request, routeContext: NextRouteContext): Promise<Response> => {
    const requestId = crypto.randomUUID();
    const started = performance.now();
    const url = new URL(request.url);
    let response: Response;
    try {
      assertOrigin(request);
      response = await handler(request, { request, requestId, signal: request.signal }, routeContext);
    } catch (error) {
      response = problemResponse(error, requestId, request.signal.aborted);
    }
    const headers = new Headers(response.headers);
    for (const [name, value] of Object.entries(apiHeaders(request, requestId))) {
      if (!headers.has(name)) headers.set(name, value);
    }
    const durationMs = Math.round(performance.now() - started);
    const line = {
      requestId,
      method: request.method,
      path: url.pathname,
      status: response.status,
      durationMs,
    };
    if (request.method === 'GET' && response.ok) log.debug(line, 'request');
    else log.info(line, 'request');
    return new Response(response.body, { status: response.status, headers });
  };
}

/** A fault is logged with its cause; that a client went away before the answer is none. */
function problemResponse(error: unknown, requestId: string, isAborted: boolean): Response {
  const problem = toProblem(error, requestId);
  if (problem.status >= 500) {
    const line = { requestId, code: problem.code, err: error };
    if (isAborted) log.debug(line, 'client gone');
    else log.error(line, 'request failed');
  }
  const busy = error instanceof AppError && error.code === 'import-busy';
  return Response.json(problem, {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...(busy ? { 'Retry-After': String(error.extra.retryAfterSeconds ?? 10) } : {}),
    },
  });
}

function parse(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const invalidParams = parsed.error.issues.map((issue) => ({
    name: issue.path.join('.') || '(whole)',
    reason: issue.message,
  }));
  const detail = invalidParams.map(({ name, reason }) => `${name}: ${reason}`).join('; ');
  throw new AppError('invalid-request', detail, { invalidParams });
}

async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (type !== '' && !/^application\/json\b/i.test(type)) {
    throw new AppError('unsupported-media-type', `Send the body as application/json, not ${type}.`);
  }
  const text = await readText(request);
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('invalid-request', 'The body is not valid JSON.', { cause });
  }
}

/** Reads a body of at most BODY_BYTES_MAX, whatever its Content-Length claims. */
async function readText(request: Request): Promise<string> {
  const tooLarge = () =>
    new AppError('too-large', 'The request body is too large.', { extra: { limitBytes: BODY_BYTES_MAX } });
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX) throw tooLarge();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > BODY_BYTES_MAX) throw tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Outside production an answer that breaks its contract is an error, so that tests find it. */
function settledValue<E extends Endpoint>(endpoint: E, value: unknown): unknown {
  if (isProduction) return value;
  return endpoint.response.parse(value);
}
