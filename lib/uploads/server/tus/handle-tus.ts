import 'server-only';
import { TUS_RESUMABLE } from '@tus/server';
import { AppError } from '@/lib/errors/app-error';
import { toProblem } from '@/lib/http/problem';
import { preflight } from '@/lib/http/response-headers';
import { type DrainableBody, drainableBody } from '../drainable-body';
import { checkTusRequest, tusMethod } from './check-tus-request';
import { runTusCall, type TusCall } from './tus-call';
import { toTusProblem } from './tus-problem';
import { tusServer } from './tus-server';

/**
 * Answers a request of the tus 1.0.0 protocol: creation (of a file that a draft has announced), HEAD, PATCH, DELETE and
 * OPTIONS. Every refusal is problem+json with a code; lock-busy is never answered here, so 409 means the offset.
 */
export async function handleTus(request: Request, requestId: string): Promise<Response> {
  if (request.method === 'OPTIONS' && request.headers.has('access-control-request-method')) {
    return preflight(request);
  }
  const body = request.body === null ? undefined : drainableBody(request.body);
  try {
    const length = request.headers.get('content-length');
    const call: TusCall = {
      ...checkTusRequest(request),
      contentLength: length === null ? undefined : Number(length),
      error: undefined,
    };
    const response = await runTusCall(call, () => tusServer().handleWeb(asTusRequest(request, body)));
    if (response.status >= 400) throw await toTusProblem(request, response, call.error);
    return withTusHeaders(response);
  } catch (error) {
    body?.drain();
    if (!(error instanceof AppError)) throw error;
    const problem = toProblem(error, requestId);
    const type = { 'Content-Type': 'application/problem+json' };
    return withTusHeaders(Response.json(problem, { status: problem.status, headers: type }));
  }
}

/** Only POST may name another method, and only one of the protocol. */
function asTusRequest(request: Request, body: DrainableBody | undefined): Request {
  const method = tusMethod(request);
  if (
    method !== request.method &&
    (request.method !== 'POST' || !['HEAD', 'PATCH', 'DELETE'].includes(method))
  ) {
    throw new AppError(
      'invalid-request',
      'X-HTTP-Method-Override may name HEAD, PATCH or DELETE, on a POST.',
    );
  }
  const chunk = method === 'PATCH' && body !== undefined ? { body: body.stream, duplex: 'half' } : {};
  return new Request(request.url, { method, headers: request.headers, ...chunk } as RequestInit);
}

/** Cross-origin permission is the route wrapper's business alone, so the library's headers for it go. */
function withTusHeaders(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const name of [...headers.keys()]) {
    if (name.startsWith('access-control-')) headers.delete(name);
  }
  headers.set('Tus-Resumable', TUS_RESUMABLE);
  if (headers.has('Tus-Extension')) headers.set('Tus-Checksum-Algorithm', 'sha256');
  if (response.status === 412) headers.set('Tus-Version', TUS_RESUMABLE);
  return new Response(response.body, { status: response.status, headers });
}
