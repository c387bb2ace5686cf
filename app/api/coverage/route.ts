import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { getCoverage as endpoint } from '@/lib/lineage/contract';
import { getCoverage } from '@/lib/lineage/server/get-coverage';

export const GET = route(endpoint, ({ query }) => getCoverage(query));
export const OPTIONS = preflight;
