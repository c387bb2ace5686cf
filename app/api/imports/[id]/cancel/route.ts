import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { cancelImport } from '@/lib/imports/contract';
import { cancelImport as cancel } from '@/lib/imports/server/run/cancel-import';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const POST = route(cancelImport, ({ params, body }) => cancel(params.id, body.by));

export { preflight as OPTIONS };
