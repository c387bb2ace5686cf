import { AppError } from '@/lib/errors/app-error';
import type { Endpoint, EndpointCall, EndpointResponse } from './endpoint';
import { type Problem, ProblemSchema } from './problem';

/** What `apiFetch` throws when the server answers with a problem; `problem` holds all its members. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

let apiBase = '';

/** Sets the origin of the API, as the server's settings tell the page (empty: same origin). */
export function setApiBase(origin: string): void {
  apiBase = origin;
}

/** The address of an API path on the configured origin. */
export function apiUrl(path: string): string {
  return `${apiBase}${path}`;
}

/** Fills `{name}` in an endpoint's path and appends the query; undefined query values are left out. */
export function endpointUrl<E extends Endpoint>(endpoint: E, call: EndpointCall<E> = {}): string {
  const params = (call.params ?? {}) as Record<string, unknown>;
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((call.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return apiUrl(text === '' ? path : `${path}?${text}`);
}

/** `keepalive`: the call is made even when the page is left meanwhile. */
type CallOptions = { signal?: AbortSignal; headers?: Record<string, string>; keepalive?: boolean };

/**
 * Calls an endpoint from the browser and returns its parsed answer.
 * @throws ApiProblem when the server answers with problem+json; AppError `unavailable` when it cannot be reached.
 */
export async function apiFetch<E extends Endpoint>(
  endpoint: E,
  call: EndpointCall<E> & CallOptions = {},
): Promise<EndpointResponse<E>> {
  const init: RequestInit = { method: endpoint.method, headers: { ...call.headers } };
  if (call.signal) init.signal = call.signal;
  if (call.keepalive) init.keepalive = true;
  if (call.body !== undefined) {
    init.body = JSON.stringify(call.body);
    init.headers = { ...call.headers, 'Content-Type': 'application/json' };
  }
  let response: Response;
  try {
    response = await fetch(endpointUrl(endpoint, call), init);
  } catch (cause) {
    if (call.signal?.aborted) throw cause;
    throw new AppError('unavailable', 'The server does not answer.', { cause });
  }
  const json: unknown = await response.json().catch(() => undefined);
  if (response.ok) return endpoint.response.parse(json) as EndpointResponse<E>;
  const problem = ProblemSchema.safeParse(json);
  if (problem.success) throw new ApiProblem(problem.data);
  throw new AppError('unavailable', `The server answered ${response.status} without saying why.`);
}
