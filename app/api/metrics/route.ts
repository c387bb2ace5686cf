import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { getMetrics } from '@/lib/imports/operations';
import { renderMetrics } from '@/lib/imports/server/records/render-metrics';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(getMetrics, async () => {
  const { text, contentType } = await renderMetrics();
  return new Response(text, { headers: { 'Content-Type': contentType } });
});

export { preflight as OPTIONS };
