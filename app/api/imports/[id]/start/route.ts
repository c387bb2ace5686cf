import { preflight } from '@/lib/http/response-headers';
import { Reply, route } from '@/lib/http/route-handler';
import { startImport } from '@/lib/imports/contract';
import { answerStarted } from '@/lib/imports/server/start/answer-started';
import { startImport as start } from '@/lib/imports/server/start/start-import';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const POST = route(startImport, async ({ params, body }, context) => {
  const { value, status, headers } = await answerStarted(await start(params.id, body), context);
  return new Reply(value, { status, headers });
});

export { preflight as OPTIONS };
