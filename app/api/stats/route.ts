import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { getStats } from '@/lib/imports/operations';
import { getStats as get } from '@/lib/imports/server/records/get-stats';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(getStats, () => get());

export { preflight as OPTIONS };
