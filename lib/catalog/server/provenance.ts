import 'server-only';
import { z } from 'zod';
import type { ObjectDetail } from '@/lib/catalog/contract';
import { unverifiedOwner } from '@/lib/identity/owner';
import { fileName, importsById } from '@/lib/lineage/server/published-imports';
import type { Reader } from '@/lib/workspace/server/reader';

/** The version columns of a row that say where it came from. */
export const Origin = z.object({ _import: z.string(), _file: z.int(), _record: z.int() });
export type Origin = z.infer<typeof Origin>;

/** Reads the imports that brought the rows; the answer turns one row's origin into what the API says of it. */
export async function provenanceOf(
  db: Reader,
  origins: readonly Origin[],
): Promise<(origin: Origin) => ObjectDetail['from']> {
  const imports = await importsById(
    db,
    origins.map(({ _import }) => _import),
  );
  return ({ _import, _file, _record }) => {
    const published = imports.get(_import);
    return {
      import: published?.number ?? 0,
      file: fileName(published, _file),
      record: _record,
      owner: published?.owner ?? unverifiedOwner(undefined),
      at: published?.at ?? new Date(0).toISOString(),
    };
  };
}
