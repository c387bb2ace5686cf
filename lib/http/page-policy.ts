type PagePolicy = {
  nonce: string;
  /** Origin of the API when it is another one, else empty. */
  apiOrigin: string;
  /** Development needs `eval` for its error messages and inline styles for its overlay. */
  isDevelopment: boolean;
};

/**
 * The Content-Security-Policy of a page. Style elements need the nonce; style attributes are allowed, because a nonce
 * would block every `style=` that the server renders. Workers are our own files.
 */
export function pagePolicy({ nonce, apiOrigin, isDevelopment }: PagePolicy): string {
  const directives: Record<string, Array<string | false>> = {
    'default-src': ["'none'"],
    'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'", isDevelopment && "'unsafe-eval'"],
    'style-src-elem': ["'self'", isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", apiOrigin !== '' && apiOrigin],
    'worker-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.filter(Boolean).join(' ')}`)
    .join('; ');
}
