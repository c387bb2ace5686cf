/**
 * The closed list of error codes: HTTP status and title (RFC 9457). Adding one: add the line here, document it in
 * `docs/errors.md`; a test compares the two.
 */
export const ERROR_CODES = {
  'invalid-request': { status: 400, title: 'Invalid request' },
  'invalid-filename': { status: 400, title: 'Invalid filename' },
  unauthenticated: { status: 401, title: 'Not signed in' },
  'origin-refused': { status: 403, title: 'Origin refused' },
  'not-found': { status: 404, title: 'Not found' },
  'import-busy': { status: 409, title: 'Another import is running' },
  'conflicting-state': { status: 409, title: 'Conflicting state' },
  'offset-mismatch': { status: 409, title: 'Offset mismatch' },
  'stale-snapshot': { status: 410, title: 'Snapshot not available' },
  'unsupported-protocol': { status: 412, title: 'Unsupported protocol version' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-media-type': { status: 415, title: 'Unsupported media type' },
  'unrecognised-file': { status: 422, title: 'Unrecognised file' },
  'incomplete-extract': { status: 422, title: 'Incomplete extract' },
  'bad-records': { status: 422, title: 'Bad records' },
  'unreadable-file': { status: 422, title: 'Unreadable file' },
  'checksum-mismatch': { status: 460, title: 'Checksum mismatch' },
  'unbalanced-receipt': { status: 500, title: 'Receipt does not balance' },
  'worker-failed': { status: 500, title: 'The import worker stopped' },
  interrupted: { status: 500, title: 'Interrupted' },
  internal: { status: 500, title: 'Internal error' },
  unavailable: { status: 503, title: 'Not available' },
  deadline: { status: 504, title: 'Took too long' },
  'disk-full': { status: 507, title: 'Not enough disk space' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

export const errorCodeList = Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]];
