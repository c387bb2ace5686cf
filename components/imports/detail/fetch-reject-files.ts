import { endpointUrl } from '@/lib/http/api-fetch';
import { type Import, listRejects } from '@/lib/imports/contract';
import { rejectsName } from '@/lib/imports/rejects-name';

/** Where the rejects of one file of an import are downloaded. */
export function rejectFileUrl(importId: string, name: string): string {
  return endpointUrl(listRejects, { params: { id: importId }, query: { format: 'csv', file: name } });
}

/** The rejects of each file that had some, as files to import. @throws Error when one cannot be loaded */
export async function fetchRejectFiles({ id, files, receipt }: Import): Promise<File[]> {
  const names = files
    .map((file) => file.name)
    .filter((_, index) => (receipt?.files[index]?.rejected ?? 0) > 0);
  return Promise.all(
    [...new Set(names)].map(async (name) => {
      const answer = await fetch(rejectFileUrl(id, name));
      if (!answer.ok) throw new Error(`The rejects of ${name} could not be loaded. Try again.`);
      return new File([await answer.blob()], rejectsName(name), { type: 'text/csv' });
    }),
  );
}
