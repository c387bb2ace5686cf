import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { getLoggedQuery as endpoint } from '@/lib/lineage/query-log-contract';
import { getLoggedQuery } from '@/lib/lineage/server/get-logged-query';

export const GET = route(endpoint, ({ params, query }) => getLoggedQuery(params.id, query));
export const OPTIONS = preflight;
