import type { HttpRequest, HttpStack } from 'tus-js-client';
import { sha256Base64 } from './sha256-base64';

/** Wraps a tus HTTP stack so that every request with a body carries `Upload-Checksum: sha256 <digest of that chunk>`. */
export function checksumStack(inner: HttpStack): HttpStack {
  return {
    getName: () => `${inner.getName()}WithChecksum`,
    createRequest: (method, url) => withChecksum(inner.createRequest(method, url)),
  };
}

function withChecksum(request: HttpRequest): HttpRequest {
  let aborted = false;
  return {
    getMethod: () => request.getMethod(),
    getURL: () => request.getURL(),
    setHeader: (name, value) => request.setHeader(name, value),
    getHeader: (name) => request.getHeader(name),
    setProgressHandler: (handler) => request.setProgressHandler(handler),
    getUnderlyingObject: () => request.getUnderlyingObject(),
    abort: () => {
      aborted = true;
      return request.abort();
    },
    send: async (body: unknown) => {
      if (body instanceof Blob) {
        const digest = await sha256Base64(body);
        // Sending after an abort would upload a chunk that nobody waits for any more.
        if (aborted) throw new DOMException('The upload was stopped.', 'AbortError');
        request.setHeader('Upload-Checksum', `sha256 ${digest}`);
      }
      return request.send(body);
    },
  };
}
