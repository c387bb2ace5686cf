import { AppError } from '@/lib/errors/app-error';
import { ApiProblem, apiFetch } from '@/lib/http/api-fetch';
import type { ChoicesChange } from '@/lib/imports/choices';
import {
  CurrentJob,
  cancelImport,
  changeImport,
  createImport,
  getImport,
  type Import,
  startImport,
} from '@/lib/imports/contract';
import { newImportId } from '@/lib/imports/new-import-id';
import type { DraftFile } from '../draft/draft-file';
import { fileHash } from './file-hash';
import type { ServerDraft } from './session-state';

/** Makes a draft of the files on the server, in their order; of `parent`, whose rejects they bring. @throws ApiProblem, for example too-large. */
export async function createDraft(files: readonly DraftFile[], parent?: number): Promise<ServerDraft> {
  const known = await Promise.all(files.map(fileHash));
  const body = {
    id: newImportId(),
    ...(parent === undefined ? {} : { parent }),
    files: files.map(({ name, size, lastModified }, index) => {
      const sha256 = known[index];
      return { name, size, lastModified, ...(sha256 === undefined ? {} : { sha256 }) };
    }),
  };
  const made = await apiFetch(createImport, { body });
  const fileIds = new Map(
    files.flatMap((file, index) => {
      const fileId = made.files[index]?.id;
      return fileId === undefined ? [] : [[file.key, fileId] as const];
    }),
  );
  return { import: made, fileIds };
}

export type StartAnswer =
  | { kind: 'started'; import: Import }
  | { kind: 'busy'; job: CurrentJob | null }
  | { kind: 'refused'; reason: string };

/** Fixes the choices and starts the import; a taken lock and a refusal are answers, not errors. */
export async function startDraft(
  id: string,
  choices: ChoicesChange,
  start: { onBusy: 'refuse' | 'wait'; expectedDryRun?: string },
): Promise<StartAnswer> {
  try {
    await apiFetch(changeImport, { params: { id }, body: choices });
    return {
      kind: 'started',
      import: await apiFetch(startImport, {
        params: { id },
        body: start,
        headers: { Prefer: 'respond-async' },
      }),
    };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.problem.code !== 'import-busy') return { kind: 'refused', reason: error.problem.detail };
    return { kind: 'busy', job: CurrentJob.safeParse(error.problem.currentJob).data ?? null };
  }
}

/** Removes a draft from the server. One that is gone, or out of reach, removes itself after 7 days. */
export async function discardDraft(id: string, by: string): Promise<void> {
  try {
    await apiFetch(cancelImport, { params: { id }, body: by === '' ? {} : { by } });
  } catch (error) {
    if (!(error instanceof ApiProblem) && !(error instanceof AppError)) throw error;
  }
}

/** The draft as the server has it; undefined when it is gone, started or out of reach. */
export async function loadDraft(id: string): Promise<Import | undefined> {
  try {
    const found = await apiFetch(getImport, { params: { id } });
    return found.state === 'draft' ? found : undefined;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.code === 'not-found') return undefined;
    throw error;
  }
}
