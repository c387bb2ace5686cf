import { listDatasets } from '@/lib/datasets/contract';
import { listDatasets as list } from '@/lib/datasets/server/list-datasets';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(listDatasets, ({ query }, { signal }) => list(query, signal));

export { preflight as OPTIONS };
