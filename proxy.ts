import { type NextRequest, NextResponse } from 'next/server';
import { isProduction } from '@/lib/config/mode';
import { settings } from '@/lib/config/read-settings';
import { pagePolicy } from '@/lib/http/page-policy';

/** Gives every page a policy with a nonce of its own. Next.js reads the nonce from the request's policy header. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = pagePolicy({
    nonce,
    apiOrigin: settings().NEXT_PUBLIC_API_URL,
    isDevelopment: !isProduction,
  });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (request.headers.get('x-forwarded-proto') === 'https') {
    response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
  return response;
}

// Never the API: a proxied request body is cut at 10 MiB without an error. Files have no policy of their own.
export const config = {
  matcher: ['/((?!api(?:/|$)|_next/static/|samples/|icon\\.svg$).*)'],
};
