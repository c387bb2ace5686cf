import { AppError } from '@/lib/errors/app-error';
import { neededRoles } from '@/lib/formats/extract/extract-files';
import type { WorkerFile, WorkerJob } from '../protocol';
import type { LoadedFile, RecognisedFile } from '../raw-file';

/**
 * A full extract replaces all facts of its source, so it must hold them.
 * @throws AppError `incomplete-extract` naming the missing files and the ones that were recognised
 */
export function refuseIncomplete({ choices }: WorkerJob, files: readonly RecognisedFile[]): void {
  if (choices.mode === 'merge' || files.length === 0) return;
  const missing = neededRoles.filter((role) => !files.some((file) => file.role === role));
  if (missing.length === 0) return;
  const found = files.map((it) => `${it.file.name} (${it.role})`).join(', ') || 'nothing';
  throw new AppError(
    'incomplete-extract',
    `A full extract needs objects, definitions and dependencies; missing: ${missing.join(', ')}. Found: ${found}. ` +
      'Add the missing files, or choose the mode "merge" to add to what is there.',
    { extra: { missing, found: files.map((it) => ({ file: it.file.name, role: it.role })) } },
  );
}

/** @throws AppError `invalid-request` when an extract and scripts come together: each says by itself what a source has */
export function refuseMixed(files: readonly RecognisedFile[], scripts: readonly WorkerFile[]): void {
  const [script] = scripts;
  const [extract] = files;
  if (script === undefined || extract === undefined) return;
  throw new AppError(
    'invalid-request',
    `${script.name} is a script and ${extract.file.name} a file of an extract. Import the extract first, then the scripts by ` +
      'themselves: with the mode "merge" into the same source, or as a source of their own.',
    { extra: { script: script.name, extract: extract.file.name } },
  );
}

/** @throws AppError `incomplete-extract` when a full extract has no object at all: it would end all facts of its source */
export function refuseEmpty({ choices }: WorkerJob, files: readonly LoadedFile[]): void {
  const objects = files.filter((file) => file.role === 'objects');
  if (choices.mode === 'merge' || files.length === 0 || objects.some((file) => file.read > 0)) return;
  throw new AppError(
    'incomplete-extract',
    `${objects.map((it) => it.file.name).join(', ')} has no records. A full extract without objects would remove everything ` +
      'that is known of its source; extract it again.',
    { extra: { missing: ['objects'] } },
  );
}
