import { listRows } from '@/lib/datasets/contract';
import { listRows as list } from '@/lib/datasets/server/list-rows';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(listRows, ({ params, query }, { signal }) => list(params.name, query, signal));

export { preflight as OPTIONS };
