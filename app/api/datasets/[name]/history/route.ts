import { getDatasetHistory } from '@/lib/datasets/contract';
import { getDatasetHistory as history } from '@/lib/datasets/server/get-dataset-history';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(getDatasetHistory, ({ params, query }, { signal }) =>
  history(params.name, query, signal),
);

export { preflight as OPTIONS };
