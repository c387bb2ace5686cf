import { settings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/errors/app-error';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The origin of the request when ALLOWED_ORIGINS lists it exactly, else undefined. Never reflects, never `null`. */
export function allowedOrigin(request: Request): string | undefined {
  const origin = request.headers.get('origin');
  return origin !== null && settings().ALLOWED_ORIGINS.includes(origin) ? origin : undefined;
}

/**
 * Refuses requests that another site made the browser send (the rule of Go 1.25's CrossOriginProtection):
 * unsafe methods need `Sec-Fetch-Site: same-origin|none`, or an `Origin` that is ours or listed. Clients that send
 * neither (curl, scripts) are let through: identity mode `none` has no cookie that could be abused.
 * While bound to loopback, the Host must be loopback or listed too (DNS rebinding).
 * @throws AppError origin-refused
 */
export function assertOrigin(request: Request): void {
  assertHost(request);
  if (SAFE_METHODS.has(request.method)) return;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (site === 'same-origin' || site === 'none') return;
  if (origin === null && site === null) return;
  if (allowedOrigin(request) !== undefined) return;
  if (
    site === null &&
    origin !== null &&
    URL.canParse(origin) &&
    new URL(origin).host === request.headers.get('host')
  )
    return;
  throw new AppError(
    'origin-refused',
    `Requests from ${origin ?? 'another site'} are not accepted. Add the origin to ALLOWED_ORIGINS to allow it.`,
  );
}

function assertHost(request: Request): void {
  if (!LOOPBACK.has(settings().HOST)) return;
  const host = request.headers.get('host');
  if (host === null) return;
  const name = host.replace(/:\d+$/, '');
  const listed = settings().ALLOWED_ORIGINS.some((origin) => new URL(origin).host === host);
  if (!LOOPBACK.has(name) && !listed) {
    throw new AppError('origin-refused', `This server is bound to loopback and does not answer as ${name}.`);
  }
}
