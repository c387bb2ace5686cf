import { preflight } from '@/lib/http/response-headers';
import { Reply, route } from '@/lib/http/route-handler';
import { dryRunDraft } from '@/lib/imports/draft-contract';
import { dryRunDraft as dryRun, endWithCaller } from '@/lib/imports/server/dry-run/dry-run-draft';
import { answerStarted } from '@/lib/imports/server/start/answer-started';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const POST = route(dryRunDraft, async ({ params }, context) => {
  const started = await dryRun(params.id);
  const goOn = endWithCaller(started, context.signal);
  const { value, status, headers } = await answerStarted(started, context);
  goOn();
  return new Reply(value, { status, headers });
});

export { preflight as OPTIONS };
