import { getSnapshot as endpoint } from '@/lib/catalog/contract';
import { getSnapshot } from '@/lib/catalog/server/get-snapshot';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const GET = route(endpoint, ({ params }, { signal }) => getSnapshot(params.n, signal));
export const OPTIONS = preflight;
