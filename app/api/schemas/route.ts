import { listSchemas as endpoint } from '@/lib/catalog/contract';
import { listSchemas } from '@/lib/catalog/server/list-schemas';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const GET = route(endpoint, ({ query }) => listSchemas(query));
export const OPTIONS = preflight;
