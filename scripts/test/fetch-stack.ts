import type { HttpRequest, HttpStack } from 'tus-js-client';

/** A tus HTTP stack over fetch, for tests: the browser's own is XMLHttpRequest. */
export const fetchStack: HttpStack = {
  getName: () => 'Fetch',
  createRequest(method, url): HttpRequest {
    const headers = new Headers();
    const abort = new AbortController();
    return {
      getMethod: () => method,
      getURL: () => url,
      setHeader: (name, value) => headers.set(name, value),
      getHeader: (name) => headers.get(name) ?? undefined,
      setProgressHandler: () => undefined,
      getUnderlyingObject: () => abort,
      abort: async () => abort.abort(),
      async send(body: Blob | null) {
        const response = await fetch(url, { method, headers, signal: abort.signal, body: body ?? null });
        const text = await response.text();
        return {
          getStatus: () => response.status,
          getHeader: (name) => response.headers.get(name) ?? undefined,
          getBody: () => text,
          getUnderlyingObject: () => response,
        };
      },
    };
  },
};
