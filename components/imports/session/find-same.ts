import { apiFetch } from '@/lib/http/api-fetch';
import { listSameFiles } from '@/lib/imports/draft-contract';
import type { DraftFile } from '../draft/draft-file';
import { fileHash } from './file-hash';

/** The import that brought the very same bytes, as far as the browser can tell; a server that does not answer tells at the start. */
export async function findSame(file: Pick<DraftFile, 'file' | 'size'>): Promise<DraftFile['sameAs']> {
  const sha256 = await fileHash(file);
  if (sha256 === undefined) return undefined;
  const found = await apiFetch(listSameFiles, { query: { sha256 } }).catch(() => undefined);
  const same = found?.items[0];
  return same && { number: same.number, at: same.at };
}
