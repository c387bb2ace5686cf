import { listObjects as endpoint } from '@/lib/catalog/contract';
import { listObjects } from '@/lib/catalog/server/list-objects';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const GET = route(endpoint, ({ query }) => listObjects(query));
export const OPTIONS = preflight;
