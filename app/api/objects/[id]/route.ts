import { getObject as endpoint } from '@/lib/catalog/contract';
import { getObject } from '@/lib/catalog/server/get-object';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const GET = route(endpoint, ({ params, query }, { signal }) =>
  getObject(params.id, { ...query, signal }),
);
export const OPTIONS = preflight;
