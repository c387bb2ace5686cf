import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { listSameFiles } from '@/lib/imports/draft-contract';
import { listSameFiles as list } from '@/lib/imports/server/drafts/list-same-files';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(listSameFiles, async ({ query }) => ({
  items: await list(query.sha256.split(',')),
}));

export { preflight as OPTIONS };
