import 'server-only';
import { TUS_RESUMABLE } from '@tus/server';
import { AppError } from '@/lib/errors/app-error';

export const CHUNK_BYTES_MAX = 16 * 1024 * 1024;
export const CHUNK_TYPE = 'application/offset+octet-stream';

const CHECKSUM = /^sha256 ([A-Za-z0-9+/]{43}=)$/;

/** The method that counts: clients behind old proxies send POST and name the real one in a header. */
export function tusMethod(request: Request): string {
  return request.headers.get('x-http-method-override')?.toUpperCase() ?? request.method;
}

/**
 * Checks what the protocol fixes before a byte of the body is read. Returns the chunk's checksum (base64) if it has one.
 * @throws AppError unsupported-protocol, unsupported-media-type, too-large (`limitBytes`), invalid-request
 */
export function checkTusRequest(request: Request): { checksum: string | undefined } {
  const method = tusMethod(request);
  if (method === 'OPTIONS') return { checksum: undefined };
  if (request.headers.get('tus-resumable') !== TUS_RESUMABLE) {
    throw new AppError(
      'unsupported-protocol',
      `Send Tus-Resumable: ${TUS_RESUMABLE} with every upload request.`,
    );
  }
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    throw new AppError(
      'unsupported-media-type',
      `Send the bytes as they are, without Content-Encoding ${encoding}.`,
    );
  }
  const type = request.headers.get('content-type');
  if (method === 'POST' && type === CHUNK_TYPE) {
    throw new AppError('unsupported-media-type', 'Create the upload first, then send its bytes with PATCH.');
  }
  if (method !== 'PATCH') return { checksum: undefined };
  if (type !== CHUNK_TYPE) {
    throw new AppError(
      'unsupported-media-type',
      `Send a chunk as ${CHUNK_TYPE}, not ${type ?? 'without a type'}.`,
    );
  }
  if (Number(request.headers.get('content-length') ?? 0) > CHUNK_BYTES_MAX) {
    throw new AppError('too-large', `A chunk may have ${CHUNK_BYTES_MAX} bytes; send the file in several.`, {
      extra: { limitBytes: CHUNK_BYTES_MAX },
    });
  }
  return { checksum: parseChecksum(request.headers.get('upload-checksum')) };
}

function parseChecksum(header: string | null): string | undefined {
  if (header === null) return undefined;
  const checksum = CHECKSUM.exec(header)?.[1];
  if (checksum !== undefined) return checksum;
  throw new AppError(
    'invalid-request',
    'Upload-Checksum must be "sha256", a space, and the base64 of the 32 bytes.',
  );
}
