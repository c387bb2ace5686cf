import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { getLineage as endpoint } from '@/lib/lineage/contract';
import { getLineage } from '@/lib/lineage/server/get-lineage';

export const GET = route(endpoint, ({ query }) => getLineage(query));
export const OPTIONS = preflight;
