import 'server-only';
import { z } from 'zod';
import type { ObjectDetail } from '@/lib/catalog/contract';
import { unverifiedOwner } from '@/lib/identity/owner';
import { fileName, importsByNumber } from '@/lib/lineage/server/published-imports';
import type { Reader } from '@/lib/workspace/server/reader';

/** The version columns of a row that say where it came from. */
export const Origin = z.object({ _from: z.int(), _file: z.int(), _record: z.int() });
export type Origin = z.infer<typeof Origin>;

/** Reads the imports that brought the rows; the answer turns one row's origin into what the API says of it. */
export async function provenanceOf(
  db: Reader,
  origins: readonly Origin[],
): Promise<(origin: Origin) => ObjectDetail['from']> {
  const imports = await importsByNumber(
    db,
    origins.map(({ _from }) => _from),
  );
  return ({ _from, _file, _record }) => {
    const published = imports.get(_from);
    return {
      import: _from,
      file: fileName(published, _file),
      record: _record,
      owner: published?.owner ?? unverifiedOwner(undefined),
      at: published?.at ?? new Date(0).toISOString(),
    };
  };
}
