import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { changeImport, getImport } from '@/lib/imports/contract';
import { changeDraft } from '@/lib/imports/server/drafts/change-draft';
import { getImport as get } from '@/lib/imports/server/records/get-import';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(getImport, ({ params }) => get(params.id));

export const PATCH = route(changeImport, ({ params, body }) => changeDraft(params.id, body));

export { preflight as OPTIONS };
