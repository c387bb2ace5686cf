import 'server-only';
import { settings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/errors/app-error';
import { receivedBytes } from '../received-bytes';
import { readUploadInfo } from '../upload-info';
import { parseUploadId, UPLOADS_URL } from '../upload-paths';

/**
 * What the tus library answered, as one of our errors: its own status texts are plain English without a code.
 * `thrown` is what was thrown inside, when anything was.
 */
export async function toTusProblem(request: Request, response: Response, thrown: unknown): Promise<unknown> {
  if (thrown instanceof AppError) return thrown;
  const ref = parseUploadId(new URL(request.url).pathname.slice(UPLOADS_URL.length + 1));
  switch (response.status) {
    case 404:
    case 410:
      return new AppError('not-found', 'There is no such upload; it may have been removed.');
    case 409: {
      const expectedOffset = ref === undefined ? 0 : await receivedBytes(ref);
      const providedOffset = Number(request.headers.get('upload-offset'));
      return new AppError(
        'offset-mismatch',
        `The chunk starts at ${providedOffset} but ${expectedOffset} bytes are stored. Nothing was changed.`,
        { extra: { expectedOffset, providedOffset } },
      );
    }
    case 413: {
      const size = ref === undefined ? undefined : (await readUploadInfo(ref))?.size;
      const limitBytes = size ?? settings().MAX_FILE_SIZE_BYTES;
      return new AppError('too-large', `This upload may have ${limitBytes} bytes.`, {
        extra: { limitBytes },
      });
    }
    case 400:
    case 403:
    case 501:
      return new AppError('invalid-request', (await response.text()).trim());
    default:
      return thrown ?? new Error(`the tus server answered ${response.status}`);
  }
}
