import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { listRejects } from '@/lib/imports/contract';
import { listRejects as list } from '@/lib/imports/server/rejects/list-rejects';
import { rejectFile } from '@/lib/imports/server/rejects/reject-file';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(listRejects, async ({ params, query }) =>
  query.format === 'csv' ? rejectFile(params.id, query.file) : list(params.id, query),
);

export { preflight as OPTIONS };
