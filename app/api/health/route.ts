import { checkHealth } from '@/lib/boot/server/check-health';
import { preflight } from '@/lib/http/response-headers';
import { Reply, route } from '@/lib/http/route-handler';
import { getHealth } from '@/lib/imports/operations';

export const dynamic = 'force-dynamic';

export const GET = route(getHealth, async () => {
  const health = await checkHealth();
  return new Reply(health, { status: health.status === 'ok' ? 200 : 503 });
});

export { preflight as OPTIONS };
