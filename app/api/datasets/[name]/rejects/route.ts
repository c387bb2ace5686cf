import { listDatasetRejects } from '@/lib/datasets/contract';
import { listDatasetRejects as list } from '@/lib/datasets/server/list-dataset-rejects';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(listDatasetRejects, ({ params, query }, { signal }) =>
  list(params.name, query, signal),
);

export { preflight as OPTIONS };
