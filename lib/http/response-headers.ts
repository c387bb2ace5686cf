import { allowedOrigin } from './origin-guard';

/** Headers of every API answer, errors included. The `Access-Control-*` ones only for a listed origin. */
export function apiHeaders(request: Request, requestId: string): Record<string, string> {
  const origin = allowedOrigin(request);
  return {
    'Cache-Control': 'no-store',
    'X-Request-Id': requestId,
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    Vary: 'Origin',
    ...(origin === undefined
      ? {}
      : {
          'Access-Control-Allow-Origin': origin,
          'Access-Control-Expose-Headers':
            'Location, Retry-After, X-Request-Id, Upload-Offset, Upload-Length, Upload-Expires, Tus-Resumable, Tus-Version, Tus-Extension, Tus-Max-Size, Tus-Checksum-Algorithm, Content-Disposition',
        }),
  };
}

/** Answers a CORS preflight: 204, with permission only for a listed origin. */
export function preflight(request: Request): Response {
  const headers = apiHeaders(request, crypto.randomUUID());
  if (allowedOrigin(request) !== undefined) {
    headers['Access-Control-Allow-Methods'] = 'GET, HEAD, POST, PATCH, DELETE, OPTIONS';
    headers['Access-Control-Allow-Headers'] =
      'Content-Type, Prefer, Idempotency-Key, Tus-Resumable, Upload-Length, Upload-Offset, Upload-Metadata, Upload-Checksum, Upload-Defer-Length, X-HTTP-Method-Override, X-Requested-With, X-Request-ID';
    headers['Access-Control-Max-Age'] = '600';
  }
  return new Response(null, { status: 204, headers });
}
