import { getObjectHistory as endpoint } from '@/lib/catalog/contract';
import { getObjectHistory } from '@/lib/catalog/server/get-object-history';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const GET = route(endpoint, ({ params }, { signal }) => getObjectHistory(params.id, signal));
export const OPTIONS = preflight;
