import { preflight } from '@/lib/http/response-headers';
import { Reply, rawRoute, route } from '@/lib/http/route-handler';
import { createImport, listImports } from '@/lib/imports/contract';
import { createDraft } from '@/lib/imports/server/drafts/create-draft';
import { endWithCaller } from '@/lib/imports/server/dry-run/dry-run-draft';
import { listImports as list } from '@/lib/imports/server/records/list-imports';
import { answerStarted } from '@/lib/imports/server/start/answer-started';
import { receiveImport } from '@/lib/imports/server/start/receive-import';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

const draft = route(createImport, async ({ body }, { request }) => {
  const made = await createDraft(body, request.headers.get('idempotency-key'));
  return new Reply(made, { headers: { Location: `/api/imports/${made.id}` } });
});

const oneCall = rawRoute(async (request, context) => {
  const started = await receiveImport(request, request.headers.get('idempotency-key'));
  const goOn = endWithCaller(started, context.signal);
  const { value, status, headers } = await answerStarted(started, context);
  goOn();
  return Response.json(value, { status, headers });
});

/** A JSON list of files makes a draft; a multipart body is uploaded and started, or dry-run, in one call. */
export function POST(request: Request, context: Parameters<typeof draft>[1]): Promise<Response> {
  const isMultipart = /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '');
  return isMultipart ? oneCall(request, context) : draft(request, context);
}

export const GET = route(listImports, ({ query }) => list(query));

export { preflight as OPTIONS };
