import { rawRoute } from '@/lib/http/route-handler';
import { handleTus } from '@/lib/uploads/server/tus/handle-tus';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

const tus = rawRoute((request, { requestId }) => handleTus(request, requestId));

export { tus as DELETE, tus as HEAD, tus as OPTIONS, tus as PATCH, tus as POST };
