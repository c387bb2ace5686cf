import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

type Params = Record<string, string | string[] | undefined>;
// Route modules of Next differ in what `params` holds; the pattern decides that here.
type Handler = (request: Request, context: { params: Promise<never> }) => Response | Promise<Response>;
export type RouteModule = Partial<Record<string, unknown>>;
export type ServedRoutes = { origin: string; port: number; close: () => Promise<void> };

/**
 * Serves exported route handlers over real HTTP on a free loopback port, as Next does: streamed bodies both ways, and
 * `request.signal` aborts when the client goes away. Keys are Next patterns: `/api/imports/[id]`,
 * `/api/uploads/[[...path]]`; a literal segment wins over a dynamic one.
 */
export async function serveRoutes(routes: Record<string, RouteModule>, port = 0): Promise<ServedRoutes> {
  const patterns = Object.keys(routes).sort((a, b) => (weight(a) < weight(b) ? -1 : 1));
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`);
    const method = incoming.method ?? 'GET';
    for (const pattern of patterns) {
      const params = matchPath(pattern, url.pathname);
      if (params === undefined) continue;
      const handler = (routes[pattern]?.[method] ?? (method === 'HEAD' && routes[pattern]?.GET)) as Handler;
      if (!handler) return void outgoing.writeHead(405).end();
      const request = toWebRequest(url, method, incoming, outgoing);
      await send(await handler(request, { params: Promise.resolve(params) as Promise<never> }), outgoing);
      return;
    }
    outgoing.writeHead(404).end();
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sorts literal segments before `[one]` before `[...many]`. */
const weight = (pattern: string) =>
  pattern.replaceAll('[[...', '~~~').replaceAll('[...', '~~').replaceAll('[', '~');

function matchPath(pattern: string, pathname: string): Params | undefined {
  const params: Params = {};
  const parts = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  for (const segment of pattern.split('/').filter(Boolean)) {
    const many = /^\[{1,2}\.\.\.(\w+)\]{1,2}$/.exec(segment)?.[1];
    if (many !== undefined) {
      if (parts.length === 0 && !segment.startsWith('[[')) return undefined;
      params[many] = parts.length === 0 ? undefined : parts.splice(0);
      return params;
    }
    const value = parts.shift();
    if (value === undefined) return undefined;
    const one = /^\[(\w+)\]$/.exec(segment)?.[1];
    if (one !== undefined) params[one] = value;
    else if (value !== segment) return undefined;
  }
  return parts.length === 0 ? params : undefined;
}

function toWebRequest(
  url: URL,
  method: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Request {
  const controller = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableEnded) controller.abort();
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  }
  const hasBody = !['GET', 'HEAD'].includes(method);
  return new Request(url, {
    method,
    headers,
    signal: controller.signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit);
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
  if (response.body === null) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing);
}
