import 'server-only';
import { createHash } from 'node:crypto';
import { AppError } from '@/lib/errors/app-error';
import type { EndpointInput } from '@/lib/http/endpoint';
import { assertFreeSpace } from '@/lib/uploads/server/assert-free-space';
import { assertSafeFilename } from '@/lib/uploads/server/assert-safe-filename';
import { removeUploads } from '@/lib/uploads/server/remove-uploads';
import { assertFileSize, reserveUpload } from '@/lib/uploads/server/reserve-upload';
import type { createImport, Import } from '../../contract';
import { findRecord } from '../records/find-record';
import { importIdOf } from '../records/import-id-of';
import { type ImportRecord, newFile, newRecord } from '../records/import-record';
import { importsState, notifyChange } from '../records/imports-state';
import { saveJournal } from '../records/journal';
import { oneAtATime } from '../records/one-at-a-time';
import { presentImport } from '../records/present-import';
import { importsReady } from '../recover/recover-imports';
import { warmWorker } from '../stage/spare-worker';
import { inheritChoices } from './inherit-choices';
import { markSameFiles } from './mark-same-files';

type Input = EndpointInput<typeof createImport>['body'];

/**
 * Makes a draft: checks names, sizes and disk space and reserves an upload for each file; nothing is locked. The same
 * call with the same id again returns the same import.
 * @throws AppError invalid-filename, too-large (`limitBytes`), disk-full, invalid-request; conflicting-state when the
 * id belongs to an import made by a different call, or the parent has no rejects to correct; not-found for a parent
 */
export async function createDraft(input: Input, idempotencyKey: string | null = null): Promise<Import> {
  await importsReady();
  const { id: givenId, files, parent, ...choices } = input;
  const id = importIdOf(givenId, idempotencyKey);
  const requestDigest = digest({
    files: files.map(({ name, size, sha256 }) => [name, size, sha256]),
    choices,
    ...(parent === undefined ? {} : { parent }),
  });
  return oneAtATime(id, async () => {
    const existing = await findRecord(id);
    if (existing !== undefined) return presentImport(assertSameCall(existing, requestDigest));
    const inherited =
      parent === undefined
        ? {}
        : await inheritChoices(
            parent,
            files.map((file) => file.name),
          );
    for (const file of files) assertFileSize(assertSafeFilename(file.name), file.size);
    await assertFreeSpace(files.reduce((sum, file) => sum + file.size, 0));
    warmWorker();
    const reserved = await markSameFiles(await reserve(id, files));
    const drafted = newRecord(id, { ...inherited, ...choices });
    const record = { ...drafted, parent: parent ?? null, requestDigest, files: reserved };
    await saveJournal(record);
    importsState().unstarted.set(id, record);
    notifyChange();
    return presentImport(record);
  });
}

async function reserve(importId: string, files: Input['files']): Promise<ImportRecord['files']> {
  try {
    const reserved: ImportRecord['files'] = [];
    for (const [ordinal, { name, size, sha256, lastModified = null }] of files.entries()) {
      const upload = await reserveUpload({ importId, ordinal, name, size, sha256 });
      const { name: stored, uploadUrl } = upload;
      const file = newFile({ ordinal, name: stored, size, sha256: sha256 ?? null, uploadUrl });
      reserved.push({ ...file, lastModified });
    }
    return reserved;
  } catch (error) {
    await removeUploads(importId);
    throw error;
  }
}

function assertSameCall(existing: ImportRecord, requestDigest: string): ImportRecord {
  if (existing.requestDigest === requestDigest) return existing;
  throw new AppError(
    'conflicting-state',
    `The id ${existing.id} belongs to another import, with other files or choices. Use a new id for a new import.`,
  );
}

/** Order of members does not matter, as in JSON. */
function digest(value: unknown): string {
  const sorted = JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
  return createHash('sha256').update(sorted).digest('hex');
}
