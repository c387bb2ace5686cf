import { preflight } from '@/lib/http/response-headers';
import { Reply, route } from '@/lib/http/route-handler';
import { previewRollback, rollBackImport } from '@/lib/imports/rollback-contract';
import { previewRollback as preview } from '@/lib/imports/server/roll-back/preview-rollback';
import { rollBackImport as rollBack } from '@/lib/imports/server/roll-back/roll-back-import';
import { answerStarted } from '@/lib/imports/server/start/answer-started';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(previewRollback, ({ params }, { signal }) => preview(params.id, signal));

export const POST = route(rollBackImport, async ({ params, body }, context) => {
  const started = await rollBack(params.id, body, context.request.headers.get('idempotency-key'));
  const { value, ...init } = await answerStarted(started, context);
  return new Reply(value, init);
});

export { preflight as OPTIONS };
