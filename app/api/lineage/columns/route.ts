import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { getObjectColumns as endpoint } from '@/lib/lineage/contract';
import { getObjectColumns } from '@/lib/lineage/server/get-object-columns';

export const GET = route(endpoint, ({ query }) => getObjectColumns(query));
export const OPTIONS = preflight;
