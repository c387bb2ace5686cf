import 'server-only';
import { z } from 'zod';
import type { getObjectHistory as endpoint } from '@/lib/catalog/contract';
import { objectChanges, type RowVersion } from '@/lib/catalog/object-changes';
import { AppError } from '@/lib/errors/app-error';
import { unverifiedOwner } from '@/lib/identity/owner';
import { findObjects } from '@/lib/lineage/graph/find-object';
import { at } from '@/lib/lineage/graph/graph';
import { graphOf } from '@/lib/lineage/server/graph-of';
import { importsByNumber } from '@/lib/lineage/server/published-imports';
import { requireObject } from '@/lib/lineage/server/require-object';
import { read } from '@/lib/workspace/server/read';
import type { Reader } from '@/lib/workspace/server/reader';
import { columns, definitions, objects } from '@/lib/workspace/tables';

const Version = z.object({ from: z.int(), to: z.int().nullable() });

function versionsOf(db: Reader, table: string, object: string): Promise<RowVersion[]> {
  return db.all(Version, `SELECT _from AS "from", _to AS "to" FROM ${table} WHERE object = $object`, {
    object,
  });
}

/**
 * The snapshots that changed an object, newest first. An object that is no longer there is found by its id.
 * @throws AppError not-found, invalid-request (ambiguous name)
 */
export async function getObjectHistory(
  reference: string,
  signal?: AbortSignal,
): Promise<z.output<(typeof endpoint)['response']>> {
  const graph = await graphOf();
  const isCurrent = findObjects(graph, reference).length > 0;
  const object = isCurrent ? at(graph.ids, requireObject(graph, reference)) : reference;
  return read(
    async (db) => {
      const versions = {
        object: await versionsOf(db, objects.name, object),
        columns: await versionsOf(db, columns.name, object),
        definition: await versionsOf(db, definitions.name, object),
      };
      const changes = objectChanges(versions).filter(({ snapshot }) => snapshot <= graph.snapshot);
      if (changes.length === 0) throw new AppError('not-found', `There is no object "${reference}".`);
      const imports = await importsByNumber(
        db,
        changes.map(({ snapshot }) => snapshot),
      );
      const items = changes.map((change) => ({
        ...change,
        at: imports.get(change.snapshot)?.at ?? new Date(0).toISOString(),
        owner: imports.get(change.snapshot)?.owner ?? unverifiedOwner(undefined),
      }));
      return { object, items };
    },
    { signal },
  );
}
