import { z } from 'zod';
import { recoverImports } from '@/lib/imports/server/recover/recover-imports';
import { read } from '@/lib/workspace/server/read';
import { openWorkspace } from '@/lib/workspace/server/workspace';
import { importRoutes } from './import-routes';
import { serveRoutes } from './serve-routes';

/** Entry of a server process with the import endpoints, to be killed by tests. Tells its port on standard output. */

const CatalogState = z.object({
  imports: z.array(z.object({ number: z.number(), state: z.string() })),
  objects: z.number(),
  edges: z.number(),
  /** The different texts of all current definitions. */
  definitions: z.array(z.string()),
  snapshots: z.array(z.number()),
});
export type CatalogState = z.infer<typeof CatalogState>;

/** What a reader finds in the workspace, in one transaction. */
function catalogState(): Promise<CatalogState | undefined> {
  return read((db) =>
    db.one(
      CatalogState,
      `SELECT (SELECT coalesce(list({'number': number, 'state': state} ORDER BY number), []) FROM imports) AS imports,
         (SELECT count(*) FROM catalog_objects WHERE _to IS NULL) AS objects,
         (SELECT count(*) FROM catalog_evidence WHERE _to IS NULL) AS edges,
         (SELECT coalesce(list(DISTINCT definition), []) FROM catalog_definitions WHERE _to IS NULL) AS definitions,
         (SELECT coalesce(list(DISTINCT _from ORDER BY _from), []) FROM catalog_definitions) AS snapshots`,
    ),
  );
}

await openWorkspace(process.env.WORKSPACE_DIR ?? '');
await recoverImports();
const served = await serveRoutes({
  ...(await importRoutes()),
  '/test/catalog': { GET: async () => Response.json(await catalogState()) },
});
process.stdout.write(`port ${served.port}\n`);
