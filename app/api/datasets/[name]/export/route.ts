import { exportRows } from '@/lib/datasets/contract';
import { exportRows as exportIt } from '@/lib/datasets/server/export-rows';
import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(exportRows, ({ params, query }, { signal }) => exportIt(params.name, query, signal));

export { preflight as OPTIONS };
