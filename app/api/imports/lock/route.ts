import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { getLock } from '@/lib/imports/contract';
import { getLock as get } from '@/lib/imports/server/lock/get-lock';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(getLock, () => get());

export { preflight as OPTIONS };
