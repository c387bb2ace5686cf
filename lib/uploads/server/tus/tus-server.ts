import 'server-only';
import { Server, type Upload } from '@tus/server';
import { settings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/errors/app-error';
import { assertFreeSpace } from '../assert-free-space';
import { receivedBytes } from '../received-bytes';
import { assertUnsealed } from '../seal-uploads';
import { readUploadInfo } from '../upload-info';
import { parseUploadId, UPLOADS_URL, type UploadRef, uploadId } from '../upload-paths';
import { ImportFileStore } from './import-file-store';
import { currentTusCall } from './tus-call';
import { UploadLocker } from './upload-locker';

const KEY = Symbol.for('headwater.uploads.locker');
const shared = globalThis as { [KEY]?: UploadLocker };

let server: Server | undefined;

/** The tus server of this bundle. Its locks are those of the process: a reload of the code must not free them. */
export function tusServer(): Server {
  shared[KEY] ??= new UploadLocker();
  server ??= new Server({
    path: UPLOADS_URL,
    datastore: new ImportFileStore(),
    locker: shared[KEY],
    relativeLocation: true,
    allowedOrigins: [],
    maxSize: () => settings().MAX_FILE_SIZE_BYTES,
    getFileIdFromRequest: (request) => uploadIdOf(request.url),
    namingFunction: (_, metadata) => reservedId(metadata),
    onUploadCreate: async (_, upload) => {
      await assertFitsReservation(upload);
      return {};
    },
    onIncomingRequest: async (request, id) => {
      const ref = parseUploadId(id);
      if (ref !== undefined && request.method !== 'HEAD') await assertUnsealed(ref.importId);
    },
    onResponseError: (_, error) => {
      currentTusCall().error ??= error;
      return undefined;
    },
  });
  return server;
}

function uploadIdOf(url: string): string | undefined {
  const { pathname } = new URL(url);
  const id = pathname.slice(UPLOADS_URL.length + 1);
  return parseUploadId(id) === undefined ? undefined : id;
}

/** Creation means: begin an upload that a draft has announced. `import` is its id, `file` the id of one of its files. */
function reservedId(metadata: Record<string, string | null> | undefined): string {
  const ref = parseUploadId(`${metadata?.import}/${metadata?.file}`);
  if (ref === undefined) {
    throw new AppError(
      'invalid-request',
      'Upload-Metadata must name a draft (import) and one of its files (file).',
      {
        invalidParams: [{ name: 'Upload-Metadata', reason: 'import and file, as the draft has them' }],
      },
    );
  }
  return uploadId(ref);
}

async function assertFitsReservation(upload: Upload): Promise<void> {
  const ref = parseUploadId(upload.id) as UploadRef;
  const info = await readUploadInfo(ref);
  if (info === undefined) throw new AppError('not-found', 'There is no such draft, or it has no such file.');
  if (upload.size !== info.size) {
    throw new AppError(
      'invalid-request',
      `The draft announced ${info.size} bytes for this file, not ${upload.size}.`,
      {
        invalidParams: [{ name: 'Upload-Length', reason: `must be ${info.size}` }],
      },
    );
  }
  await assertFreeSpace(info.size - (await receivedBytes(ref)));
}
