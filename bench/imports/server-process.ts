import { recoverImports } from '@/lib/imports/server/recover/recover-imports';
import { waitForImport } from '@/lib/imports/server/start/wait-for-import';
import { openWorkspace } from '@/lib/workspace/server/workspace';
import { browseRoutes, importRoutes } from '@/scripts/test/import-routes';
import { serveRoutes } from '@/scripts/test/serve-routes';

/** Entry of the server process that is measured: all endpoints, and one that answers when an import is over. */

const WAIT_SECONDS = 200;

async function over(request: Request): Promise<Response> {
  const id = new URL(request.url).searchParams.get('id') ?? '';
  await waitForImport(id, WAIT_SECONDS, request.signal);
  return new Response(null, { status: 204 });
}

await openWorkspace(process.env.WORKSPACE_DIR ?? '');
await recoverImports();
const served = await serveRoutes({
  ...(await importRoutes()),
  ...(await browseRoutes()),
  '/bench/over': { GET: over },
});
process.stdout.write(`port ${served.port}\n`);
