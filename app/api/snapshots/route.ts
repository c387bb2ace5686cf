import { listSnapshots as endpoint } from '@/lib/catalog/contract';
import { listSnapshots } from '@/lib/catalog/server/list-snapshots';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const GET = route(endpoint, ({ query }, { signal }) => listSnapshots(query, signal));
export const OPTIONS = preflight;
