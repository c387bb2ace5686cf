import { compareRows } from '@/lib/datasets/contract';
import { compareRows as compare } from '@/lib/datasets/server/compare-rows';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(compareRows, ({ params, query }, { signal }) => compare(params.name, query, signal));

export { preflight as OPTIONS };
