import { getDataset } from '@/lib/datasets/contract';
import { getDataset as get } from '@/lib/datasets/server/get-dataset';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(getDataset, ({ params, query }, { signal }) =>
  get(params.name, query.snapshot, signal),
);

export { preflight as OPTIONS };
