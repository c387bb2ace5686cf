import type { Import } from '@/lib/imports/contract';
import { rejectFileUrl } from '@/lib/imports/reject-file-url';
import { rejectsName } from '@/lib/imports/rejects-name';

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
