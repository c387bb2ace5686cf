import 'server-only';
import type { ImportRecord } from '../records/import-record';
import { listSameFiles } from './list-same-files';

/** The files, each with the newest import that brought the same bytes and was not rolled back, as far as hashes are known. */
export async function markSameFiles(files: ImportRecord['files']): Promise<ImportRecord['files']> {
  const same = await listSameFiles(files.flatMap((file) => file.sha256 ?? []));
  return files.map((file) => {
    const found = same.find((it) => it.sha256 === file.sha256);
    return { ...file, sameAs: found === undefined ? null : { number: found.number, at: found.at } };
  });
}
