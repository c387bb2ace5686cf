import { search as endpoint } from '@/lib/catalog/contract';
import { search } from '@/lib/catalog/server/search';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const GET = route(endpoint, ({ query }, { signal }) => search(query, signal));
export const OPTIONS = preflight;
