import { preflight } from '@/lib/http/response-headers';
import { Reply, route } from '@/lib/http/route-handler';
import { dryRunDraft } from '@/lib/imports/draft-contract';
import { answerStarted } from '@/lib/imports/server/answer-started';
import { dryRunDraft as dryRun } from '@/lib/imports/server/dry-run-draft';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const POST = route(dryRunDraft, async ({ params }, context) => {
  const { value, status, headers } = await answerStarted(await dryRun(params.id), context);
  return new Reply(value, { status, headers });
});

export { preflight as OPTIONS };
